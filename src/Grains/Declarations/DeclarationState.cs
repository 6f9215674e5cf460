using Elizon.Declarations;
using Elizon.Grains.Storage;

namespace Elizon.Grains.Declarations;

/// <summary>A declaration and what became of it.</summary>
internal sealed record DeclarationState : IDueState
{
    public Declaration? Declaration { get; init; }

    public DateTimeOffset ReceivedAt { get; init; }

    public DeclarationStatus Status { get; init; }

    public UserId? Customer { get; init; }

    public ServiceId? Service { get; init; }

    public string? Note { get; init; }

    /// <summary>The contract was asked to end and left it to staff; the note says why.</summary>
    public bool Tried { get; init; }

    /// <summary>Staff said which contract is meant.</summary>
    public bool ByStaff { get; init; }

    public DateTimeOffset? ClosedAt { get; init; }

    /// <summary>At once: who is meant is looked up behind the answer, so that its time tells nothing; then the contract is ended.</summary>
    public DateTimeOffset? DueAt =>
        this
            is { Declaration: not null, Status: DeclarationStatus.Received }
                or { Status: DeclarationStatus.Matched, Tried: false }
            ? ReceivedAt
            : null;

    public DeclarationView ToView(DeclarationId id) =>
        new(id, Status, Declaration!, Customer, Service, Note, ReceivedAt, ClosedAt);

    public DeclarationReceipt ToReceipt(DeclarationId id) =>
        DeclarationRules.Receipt(Declaration!) with
        {
            Id = id,
            ReceivedAt = ReceivedAt,
        };
}
