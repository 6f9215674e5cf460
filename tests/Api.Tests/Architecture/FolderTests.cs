namespace Elizon.Api.Tests.Architecture;

/// <summary>A feature has one name in every project: the name leads to every room.</summary>
public sealed class FolderTests
{
    /// <summary>The Api's folders that are not features (src/Api/README.md).</summary>
    private static readonly string[] Machinery =
    [
        "Hosting",
        "OpenApi",
        "Replies",
        "Requests",
        "Rules",
    ];

    public static TheoryData<string> Features =>
        new(Folders("src", "Api").Except(Machinery, StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Features))]
    public void A_feature_of_the_Api_is_in_the_contract_and_in_the_tests(string feature)
    {
        Assert.Contains(feature, Folders("src", "Grains.Abstractions"));
        Assert.Contains(
            feature,
            Directory
                .GetDirectories(Repository.File("tests"))
                .SelectMany(t => Folders("tests", Path.GetFileName(t)))
        );
    }

    private static string[] Folders(params string[] project) =>
        [
            .. Directory
                .GetDirectories(Repository.File(project))
                .Select(f => Path.GetFileName(f)!)
                .Where(f => f is not ("bin" or "obj" or "Properties")),
        ];
}
