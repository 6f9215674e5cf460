using System.Text.Json.Serialization;

namespace Elizon.Grains.Providers.Vies.Wire;

/// <summary>The question of <c>POST /check-vat-number</c> (identity sheet, section 5).</summary>
internal sealed record ViesQuestion(
    string CountryCode,
    string VatNumber,
    string RequesterMemberStateCode,
    string RequesterNumber,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? TraderName
);

/// <summary>Its answer, of either kind: a check, or errors that may come with status 200.</summary>
internal sealed record ViesAnswer(
    bool? Valid,
    string? RequestIdentifier,
    string? Name,
    string? Address,
    string? TraderNameMatch,
    bool? ActionSucceed,
    ViesError[]? ErrorWrappers
);

internal sealed record ViesError(string? Error);
