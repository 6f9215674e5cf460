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
