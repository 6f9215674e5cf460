namespace Elizon.Sandbox.Control;

/// <summary>
/// A part of the outside world, as the control page and the control API show it. Registered as a singleton by the
/// simulator's <c>Add…</c> method; nothing else has to be wired for its page.
/// </summary>
public interface ISimulator
{
    /// <summary>The word in control paths, e.g. <c>mollie</c>.</summary>
    string Name { get; }

    string Title { get; }

    /// <summary>One or two sentences: what is imitated and where it listens.</summary>
    string Summary { get; }

    /// <summary>Whether a call belongs to this simulator's call log.</summary>
    bool Owns(HttpContext context);

    /// <summary>The state worth seeing, newest first, bounded.</summary>
    IReadOnlyList<StateTable> State();

    /// <summary>Work that is running or waits for the clock, so that a test can wait until all is quiet.</summary>
    PendingWork Pending => PendingWork.None;
}

/// <param name="Running">Things under way right now.</param>
/// <param name="NextDue">The earliest instant on the sandbox's clock at which something will happen by itself.</param>
public sealed record PendingWork(int Running, DateTimeOffset? NextDue)
{
    public static readonly PendingWork None = new(0, null);
}

public sealed record StateTable(
    string Title,
    IReadOnlyList<string> Columns,
    IReadOnlyList<StateRow> Rows
);

/// <param name="Href">Where the first cell leads, or null.</param>
public sealed record StateRow(IReadOnlyList<string> Cells, string? Href = null);
