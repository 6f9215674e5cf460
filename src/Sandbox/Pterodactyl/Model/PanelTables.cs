using Elizon.Sandbox.Storage;

namespace Elizon.Sandbox.Pterodactyl.Model;

/// <summary>The panel's database. Writes go through <see cref="Change{T}"/>, one at a time, durable before it returns.</summary>
internal sealed class PanelTables(SandboxStore store)
{
    internal const string Sequences = "pterodactyl.sequence";
    private readonly Lock _gate = new();

    public PanelTable<PanelUser> Users { get; } = new(store, "user");
    public PanelTable<PanelApiKey> ApiKeys { get; } = new(store, "api-key");
    public PanelTable<PanelLocation> Locations { get; } = new(store, "location");
    public PanelTable<PanelNode> Nodes { get; } = new(store, "node");
    public PanelTable<PanelAllocation> Allocations { get; } = new(store, "allocation");
    public PanelTable<PanelNest> Nests { get; } = new(store, "nest");
    public PanelTable<PanelEgg> Eggs { get; } = new(store, "egg");
    public PanelTable<PanelServer> Servers { get; } = new(store, "server");
    public PanelTable<PanelBackup> Backups { get; } = new(store, "backup");
    public PanelTable<PanelSubuser> Subusers { get; } = new(store, "subuser");
    public PanelTable<PanelSchedule> Schedules { get; } = new(store, "schedule");

    /// <summary>
    /// Runs <paramref name="work"/> alone and commits what it put. Throwing writes nothing, so rules may be checked inside.
    /// </summary>
    public T Change<T>(Func<PanelChanges, T> work)
    {
        lock (_gate)
        {
            var changes = new PanelChanges(this);
            var result = work(changes);
            changes.Commit(store);
            return result;
        }
    }

    /// <inheritdoc cref="Change{T}"/>
    public void Change(Action<PanelChanges> work) =>
        Change(changes =>
        {
            work(changes);
            return true;
        });

    /// <summary>Changes a server's row if it is still there.</summary>
    public PanelServer? ChangeServer(int id, Func<PanelServer, PanelServer> change) =>
        Change(changes =>
        {
            if (Servers.Find(id) is not { } row)
                return null;
            var after = change(row);
            changes.Put(Servers, after);
            return after;
        });

    internal int LastId(string kind) => store.Get<PanelSequence>(Sequences, kind)?.Last ?? 0;
}
