namespace Elizon.Sandbox.Vies;

/// <summary>A question as it comes in; every member may be missing.</summary>
internal sealed record ViesQuestion(
    string? CountryCode,
    string? VatNumber,
    string? RequesterMemberStateCode,
    string? RequesterNumber,
    string? TraderName
);

/// <summary>What the control API sets.</summary>
internal sealed record ViesNumberBody(bool Valid, string? Name = null, string? Address = null);
