namespace Elizon.Sandbox.Vies;

/// <summary>An id as its member state has it.</summary>
/// <param name="Id">Prefix and number.</param>
internal sealed record ViesNumber(string Id, bool Valid, string? Name, string? Address);
