namespace Elizon.Billing;

/// <summary>What is to be taken back from a line of an invoice.</summary>
/// <param name="Position">As printed, from 1.</param>
/// <param name="Amount">Gross euros, above zero and at most what is left of the line.</param>
[GenerateSerializer, Immutable, Alias("LineCorrection")]
public sealed record LineCorrection([property: Id(0)] int Position, [property: Id(1)] Money Amount);
