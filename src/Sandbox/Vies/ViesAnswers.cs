using System.Text.Json.Nodes;

namespace Elizon.Sandbox.Vies;

/// <summary>The register's bodies (identity sheet, section 5).</summary>
internal static class ViesAnswers
{
    /// <summary>What states write that tell nothing about their businesses.</summary>
    private const string Untold = "---";

    public static JsonObject Check(
        ViesQuestion question,
        bool valid,
        ViesNumber? number,
        string requestIdentifier,
        DateTimeOffset at
    )
    {
        var tells = valid && question.CountryCode is not ("DE" or "ES");
        return new JsonObject
        {
            ["countryCode"] = question.CountryCode,
            ["vatNumber"] = question.VatNumber,
            ["requestDate"] = at.ToString("O"),
            ["valid"] = valid,
            ["requestIdentifier"] = requestIdentifier,
            ["name"] = tells ? number?.Name ?? Untold : Untold,
            ["address"] = tells ? number?.Address ?? Untold : Untold,
            ["traderName"] = Untold,
            ["traderNameMatch"] = NameMatch(question, tells ? number?.Name : null),
        };
    }

    public static JsonObject Error(string code) =>
        new()
        {
            ["actionSucceed"] = false,
            ["errorWrappers"] = new JsonArray(new JsonObject { ["error"] = code }),
        };

    public static JsonObject Short(bool valid, string word) =>
        new() { ["isValid"] = valid, ["userError"] = word };

    private static string NameMatch(ViesQuestion question, string? name)
    {
        if (question.TraderName is null || name is null)
            return "NOT_PROCESSED";
        return string.Equals(question.TraderName, name, StringComparison.OrdinalIgnoreCase)
            ? "VALID"
            : "INVALID";
    }
}
