using Elizon.Grains.Storage;

namespace Elizon.Grains.Outbox;

/// <summary>
/// Something one aggregate tells another grain after its commit: at least once, in order per pair of source and target.
/// The alias is stored: frozen. Secrets in a message are encrypted before it is made.
/// </summary>
public abstract record Message;

/// <summary>Names a message type in the outbox table.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class MessageNameAttribute(string name) : Attribute
{
    public string Name { get; } = name;
}

/// <summary>A grain by its kind (the grain type) and key.</summary>
public readonly record struct Address(string Kind, string Id)
{
    public static Address Of<TId>(TId id)
        where TId : struct, IId<TId> => new(TId.Kind, id.Value);

    public override string ToString() => $"{Kind}/{Id}";
}

/// <summary>A message on its way out of a commit.</summary>
public readonly record struct Outgoing(Address Target, Message Message);

/// <summary>
/// A message as it arrives. <see cref="Id"/> is the outbox id: unique for ever, rising per source. Mail derives its
/// Message-ID from it.
/// </summary>
[GenerateSerializer, Immutable, Alias("Delivery")]
public sealed record Delivery(
    [property: Id(0)] long Id,
    [property: Id(1)] string Source,
    [property: Id(2)] string Type,
    [property: Id(3)] string Payload
)
{
    public Message Read() =>
        (Message)
            System.Text.Json.JsonSerializer.Deserialize(
                Payload,
                MessageTypes.Of(Type),
                Json.Options
            )!;
}

/// <summary>A grain that takes messages. Receiving twice must change nothing the second time.</summary>
[Alias("IInbox")]
public interface IInbox : IGrainWithStringKey
{
    /// <summary>Returning means: done for ever. Throwing means: again later, and a dead letter after the last try.</summary>
    [Alias("Receive")]
    Task Receive(Delivery delivery);
}
