using System.Collections.Concurrent;
using Elizon.Sandbox.Storage;

namespace Elizon.Sandbox.Mollie.Http;

/// <summary>
/// The answers of the last hour by idempotency key. An answer is stored in the same write as what the call did, so
/// that a crash never leaves a payment whose key would make a second one.
/// </summary>
internal sealed class IdempotencyBook(SandboxStore store)
{
    private const string Kind = "mollie.idempotency";
    private static readonly TimeSpan Kept = TimeSpan.FromHours(1);
    private static readonly TimeSpan PurgeEvery = TimeSpan.FromMinutes(1);

    // In memory only: what ran when the process died no longer runs.
    private readonly ConcurrentDictionary<string, bool> _running = new();
    private DateTimeOffset _purgedAt;

    /// <summary>Marks the key as running until disposed.</summary>
    /// <exception cref="MollieProblem">409 while another call with this key runs.</exception>
    public IDisposable Begin(MollieCall call)
    {
        var id = Id(call);
        if (!_running.TryAdd(id, true))
            throw MollieProblem.Conflict(
                "A request with this idempotency key is still being processed."
            );
        return new Running(_running, id);
    }

    /// <exception cref="MollieProblem">400 when the key came with another request before.</exception>
    public StoredAnswer? Find(MollieCall call)
    {
        var known = store.Get<StoredAnswer>(Kind, Id(call));
        if (known is null || call.Now - known.At >= Kept)
            return null;
        return known.Fingerprint == call.Fingerprint
            ? known
            : throw MollieProblem.Malformed(
                "This idempotency key was already used with another request."
            );
    }

    public void Keep(StoreChanges changes, MollieCall call, MollieAnswer answer)
    {
        Purge(changes, call.Now);
        var body = answer.Body is null ? null : Hal.Text(answer.Body);
        changes.Put(
            Kind,
            Id(call),
            new StoredAnswer(Id(call), call.Fingerprint, answer.Status, body, call.Now)
        );
    }

    private void Purge(StoreChanges changes, DateTimeOffset now)
    {
        if (now - _purgedAt < PurgeEvery)
            return;
        _purgedAt = now;
        foreach (var old in store.All<StoredAnswer>(Kind).Where(known => now - known.At >= Kept))
            changes.Remove(Kind, old.Id);
    }

    private static string Id(MollieCall call) => $"{call.Access.Key}:{call.IdempotencyKey}";

    private sealed class Running(ConcurrentDictionary<string, bool> running, string id)
        : IDisposable
    {
        public void Dispose() => running.TryRemove(id, out _);
    }
}

internal sealed record StoredAnswer(
    string Id,
    string Fingerprint,
    int Status,
    string? Body,
    DateTimeOffset At
);
