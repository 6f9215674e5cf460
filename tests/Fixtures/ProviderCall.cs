namespace Elizon.Fixtures;

/// <summary>Something that a double of the outside was asked to do; reads are none.</summary>
/// <param name="At">By the platform's clock.</param>
public sealed record ProviderCall(DateTimeOffset At, string What);
