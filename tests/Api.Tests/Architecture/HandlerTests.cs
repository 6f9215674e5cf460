using System.Text.RegularExpressions;

namespace Elizon.Api.Tests.Architecture;

/// <summary>Handlers bind, name the caller, ask one grain and wrap. Whoever needs to decide or to catch is in the wrong project.</summary>
public sealed partial class HandlerTests
{
    public static TheoryData<string> Endpoints =>
        new(
            Repository
                .Sources("src/Api")
                .Where(f => f.EndsWith("Endpoints.cs", StringComparison.Ordinal))
                .Select(f => Path.GetRelativePath(Repository.Root, f))
        );

    [Theory]
    [MemberData(nameof(Endpoints))]
    public void A_handler_decides_and_catches_nothing(string file) =>
        Assert.Empty(
            File.ReadLines(Repository.File(file))
                .Where(l => Decision().IsMatch(l))
                .Select(l => l.Trim())
        );

    [GeneratedRegex(
        @"^\s*(\} )?(if|else|switch|try|catch|for|foreach|while)\b",
        RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex Decision();
}
