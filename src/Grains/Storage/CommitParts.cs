using System.Collections.Immutable;
using Elizon.Grains.Outbox;

namespace Elizon.Grains.Storage;

/// <summary>All that one commit writes.</summary>
internal sealed record CommitParts(
    string Kind,
    string Id,
    long Version,
    string State,
    ImmutableList<RowWrite> Rows,
    ImmutableList<Outgoing> Messages,
    Handled? Handled,
    DueChange? Due,
    Numbering? Numbering,
    DateTimeOffset At
);

/// <summary>A new due time; null clears it.</summary>
internal sealed record DueChange(DateTimeOffset? At, bool Routine = false);

/// <summary>What the database gave back.</summary>
internal sealed record Written(ImmutableList<Stored> Messages, Issued? Issued);

/// <summary>The operation id of this commit is in the table already.</summary>
internal sealed class HandledBeforeException(Exception inner) : Exception("Handled before.", inner);

internal static class Instants
{
    public static DateTimeOffset ToMicroseconds(this DateTimeOffset at) =>
        new(at.UtcTicks / 10 * 10, TimeSpan.Zero);
}
