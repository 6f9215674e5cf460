namespace Elizon.Rules.Tests.Billing.EInvoices;

/// <summary>The official schemas and rules of e-invoices, where they lie beside the checkout.</summary>
internal static class EInvoiceData
{
    public const string Absent =
        "The folder reference/data/einvoice is not there (ELIZON_SHARED, or ../shared beside the repository).";

    /// <summary>Null where it is absent.</summary>
    public static DirectoryInfo? Folder { get; } = Find();

    public static string Path(string file) =>
        System.IO.Path.Join((Folder ?? throw new InvalidOperationException(Absent)).FullName, file);

    private static DirectoryInfo? Find()
    {
        var shared = Environment.GetEnvironmentVariable("ELIZON_SHARED");
        return (shared is null ? BesideRepository() : [shared])
            .Select(path => new DirectoryInfo(
                System.IO.Path.Join(path, "reference", "data", "einvoice")
            ))
            .FirstOrDefault(folder => folder.Exists);
    }

    private static IEnumerable<string> BesideRepository()
    {
        for (var at = new DirectoryInfo(AppContext.BaseDirectory); at is not null; at = at.Parent)
            if (File.Exists(System.IO.Path.Join(at.FullName, "Elizon.sln")))
            {
                yield return System.IO.Path.Join(at.Parent?.FullName, "shared");
                yield return System.IO.Path.Join(at.Parent?.Parent?.FullName, "shared");
            }
    }
}

/// <summary>Skips, with a reason, where the official rules are absent.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class OfficialRulesTheoryAttribute : TheoryAttribute
{
    public OfficialRulesTheoryAttribute()
    {
        if (EInvoiceData.Folder is null)
            Skip = EInvoiceData.Absent;
    }
}

/// <summary>Skips, with a reason, where the official rules are absent.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class OfficialRulesFactAttribute : FactAttribute
{
    public OfficialRulesFactAttribute()
    {
        if (EInvoiceData.Folder is null)
            Skip = EInvoiceData.Absent;
    }
}
