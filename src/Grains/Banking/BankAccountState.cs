namespace Elizon.Grains.Banking;

/// <summary>Statements and transactions are rows; the state counts what was done, so that each commit has a version.</summary>
internal sealed record BankAccountState
{
    public long Statements { get; init; }
}
