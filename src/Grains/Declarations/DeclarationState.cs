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

    public DateTimeOffset? ClosedAt { get; init; }

    /// <summary>At once: who is meant is looked up behind the answer, so that its time tells nothing.</summary>
    public DateTimeOffset? DueAt =>
        Declaration is not null && Status == DeclarationStatus.Received ? ReceivedAt : null;

    public DeclarationView ToView(DeclarationId id) =>
        new(id, Status, Declaration!, Customer, Service, Note, ReceivedAt, ClosedAt);

    public DeclarationReceipt ToReceipt(DeclarationId id) =>
        DeclarationRules.Receipt(Declaration!) with
        {
            Id = id,
            ReceivedAt = ReceivedAt,
        };
}
