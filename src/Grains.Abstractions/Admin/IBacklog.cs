namespace Elizon.Admin;

/// <summary>Work that did not get through: for staff to see and to set going again. Stateless; reads the tables.</summary>
[Alias("IBacklog")]
public interface IBacklog : IGrainWithIntegerKey
{
    /// <summary>Messages that were given up after their last try, oldest first.</summary>
    [Alias("DeadLetters")]
    Task<PageOf<DeadLetterView>> DeadLetters(PageRequest page);

    /// <summary>Sends a dead letter again; audited. Later ones to the same target may have overtaken it, as receivers allow.</summary>
    /// <exception cref="Refusal">NotFound: no such dead letter.</exception>
    [Alias("SendAgain")]
    Task<DeadLetterView> SendAgain(long id, Caller by);

    /// <summary>What is due and failed at least once, the longest overdue first. It is tried again by itself.</summary>
    [Alias("Overdue")]
    Task<PageOf<OverdueView>> Overdue(PageRequest page);

    /// <summary>Due and not done: contracts that run beyond their paid time without an invoice, the longest first. Must be empty.</summary>
    [Alias("Unbilled")]
    Task<PageOf<UnbilledView>> Unbilled(PageRequest page);

    /// <summary>Paid and not delivered: pieces whose money is there and whose service is not, the oldest first.</summary>
    [Alias("Undelivered")]
    Task<PageOf<UndeliveredView>> Undelivered(PageRequest page);
}

/// <summary>A message that was given up. What it says is not shown: it may hold personal data.</summary>
/// <param name="Source">"account/ab12…".</param>
/// <param name="Target">"stock/mc-s.fra".</param>
/// <param name="Type">"stock.confirmed".</param>
[GenerateSerializer, Immutable, Alias("DeadLetterView")]
public sealed record DeadLetterView(
    [property: Id(0)] long Id,
    [property: Id(1)] string Source,
    [property: Id(2)] string Target,
    [property: Id(3)] string Type,
    [property: Id(4)] DateTimeOffset CreatedAt,
    [property: Id(5)] int Attempts,
    [property: Id(6)] string? LastError
);

/// <summary>Something that is due and fails.</summary>
/// <param name="Target">"service/ab12…".</param>
/// <param name="At">When it was due.</param>
/// <param name="RetryAt">When it is tried next.</param>
[GenerateSerializer, Immutable, Alias("OverdueView")]
public sealed record OverdueView(
    [property: Id(0)] string Target,
    [property: Id(1)] DateTimeOffset At,
    [property: Id(2)] DateTimeOffset? RetryAt,
    [property: Id(3)] int Attempts,
    [property: Id(4)] string? LastError
);

/// <summary>A contract that runs on without an invoice.</summary>
[GenerateSerializer, Immutable, Alias("UnbilledView")]
public sealed record UnbilledView(
    [property: Id(0)] ServiceId Service,
    [property: Id(1)] UserId Owner,
    [property: Id(2)] string Product,
    [property: Id(3)] DateTimeOffset PaidUntil
);

/// <summary>A paid piece of an order that waits for its service.</summary>
[GenerateSerializer, Immutable, Alias("UndeliveredView")]
public sealed record UndeliveredView(
    [property: Id(0)] ServiceId Service,
    [property: Id(1)] AccountId Account,
    [property: Id(2)] InvoiceId Invoice,
    [property: Id(3)] string Name,
    [property: Id(4)] Money Price,
    [property: Id(5)] DateTimeOffset PaidAt
);
