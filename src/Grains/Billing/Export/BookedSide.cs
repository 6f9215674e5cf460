namespace Elizon.Grains.Billing.Export;

/// <summary>One side of a movement as stored, with the number of the document it is about.</summary>
internal sealed record BookedSide(
    long Nr,
    DateTimeOffset At,
    string Account,
    string Effect,
    int Side,
    string Ledger,
    Money Amount,
    string Reason,
    string? Document
);
