namespace Elizon.Billing;

/// <summary>Checks the books from the tables alone. Stateless.</summary>
[Alias("ILedgerAuditor")]
public interface ILedgerAuditor : IGrainWithIntegerKey
{
    /// <param name="full">
    /// Documents, their hash chain and the charged periods from the beginning; else those since the last audit that found all
    /// clean. Sums, movements, balances and numbers are checked whole each time.
    /// </param>
    [Alias("Audit")]
    Task<LedgerAudit> Audit(bool full = true);
}

/// <summary>What an audit found; clean when every list is empty and <paramref name="Sum"/> is zero. Lists name at most 20.</summary>
/// <param name="Sum">Of all entries; zero in double-entry bookkeeping.</param>
/// <param name="UnbalancedEffects">Movements whose entries do not sum to zero or that have fewer than two.</param>
/// <param name="WrongBalances">Accounts whose state does not hold the sum of their entries.</param>
/// <param name="UnsettledDocuments">Documents whose entries do not equal their total, or paid ones without the money.</param>
/// <param name="NumberGaps">Series whose documents are not exactly 1 to n.</param>
/// <param name="BrokenDocuments">Documents whose content or place in the hash chain does not fit.</param>
/// <param name="OverlappingPeriods">Services of which a day is charged twice.</param>
[GenerateSerializer, Immutable, Alias("LedgerAudit")]
public sealed record LedgerAudit(
    [property: Id(0)] long Entries,
    [property: Id(1)] long Documents,
    [property: Id(2)] Money Sum,
    [property: Id(3)] string[] UnbalancedEffects,
    [property: Id(4)] string[] WrongBalances,
    [property: Id(5)] string[] UnsettledDocuments,
    [property: Id(6)] string[] NumberGaps,
    [property: Id(7)] string[] BrokenDocuments,
    [property: Id(8)] string[] OverlappingPeriods
)
{
    public bool Clean =>
        Sum == Money.Zero
        && UnbalancedEffects.Length == 0
        && WrongBalances.Length == 0
        && UnsettledDocuments.Length == 0
        && NumberGaps.Length == 0
        && BrokenDocuments.Length == 0
        && OverlappingPeriods.Length == 0;
}
