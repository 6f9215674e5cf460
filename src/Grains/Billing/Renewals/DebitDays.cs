namespace Elizon.Grains.Billing.Renewals;

/// <summary>The calendar of direct debits: notice, debit, money before the paid time ends.</summary>
internal static class DebitDays
{
    /// <summary>
    /// Days between notice and debit. A cycle that is too short for all of them has what fits, at least one: else its periods
    /// would be paid later and later.
    /// </summary>
    public static int Notice(DirectDebitOptions terms, int cycle) =>
        Math.Min(terms.NoticeDays, Math.Max(1, cycle - 1 - terms.LeadDays));

    /// <summary>Days before the end of the paid time at which the invoice is issued and the debit announced; within the cycle.</summary>
    public static int Ahead(DirectDebitOptions terms, int cycle) =>
        Math.Min(terms.LeadDays + Notice(terms, cycle), cycle - 1);

    /// <summary>The debit that is announced now: in time for the end of the paid time, and never before its notice is over.</summary>
    public static DateTimeOffset At(
        DirectDebitOptions terms,
        int cycle,
        DateTimeOffset dueAt,
        DateTimeOffset now
    )
    {
        var earliest = now.AddDays(Notice(terms, cycle));
        var inTime = dueAt.AddDays(-terms.LeadDays);
        return inTime > earliest ? inTime : earliest;
    }
}
