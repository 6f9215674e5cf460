using System.Collections.Immutable;
using Elizon.Grains.Outbox;

namespace Elizon.Grains.Storage;

/// <summary>
/// What a rule decided: the next state, the rows that record it, the messages it sends. Pure data; one commit writes
/// all of it or nothing. Methods return a new change and never edit this one.
/// </summary>
public sealed record Change<TState>(TState Next)
    where TState : class
{
    public ImmutableList<RowWrite> Rows { get; init; } = [];

    public ImmutableList<Outgoing> Messages { get; init; } = [];

    /// <summary>Set when this commit issues a numbered document; the number is drawn last (ADR 0002).</summary>
    public Numbering? Numbering { get; init; }

    /// <summary>Records a row in the way its table says.</summary>
    public Change<TState> Record(Row row) =>
        this with
        {
            Rows = Rows.Add(new RowWrite(row, RowCommand.ModeOf(row))),
        };

    public Change<TState> Record(IEnumerable<Row> rows) =>
        rows.Aggregate(this, (change, row) => change.Record(row));

    public Change<TState> Erase(Row row) =>
        this with
        {
            Rows = Rows.Add(new RowWrite(row, WriteMode.Delete)),
        };

    public Change<TState> Send(Address target, Message message) =>
        this with
        {
            Messages = Messages.Add(new Outgoing(target, message)),
        };

    public Change<TState> Number(Numbering numbering) => this with { Numbering = numbering };
}

/// <summary>
/// A document that gets the next number of its series in this commit. <paramref name="Document"/> is inserted by the
/// SQL function with its columns <c>number</c> and <c>chain_hash</c> filled in; <paramref name="ContentHash"/> is the
/// SHA-256 of what is printed. <paramref name="AnswerPath"/> says where a kept answer shows the number.
/// </summary>
public sealed record Numbering(
    string Series,
    Row Document,
    byte[] ContentHash,
    string[]? AnswerPath = null
);

/// <summary>The number a commit drew, such as RE-2026-000001.</summary>
public sealed record Issued(string Number, byte[] ChainHash);
