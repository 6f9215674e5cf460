using System.Security.Cryptography;
using System.Text;
using Elizon.Sandbox.Pterodactyl.Model;

namespace Elizon.Sandbox.Pterodactyl.Panel;

/// <summary>What a fresh panel holds: an administrator with keys, three nodes with ports, nests of eggs. A panel that has rows keeps them.</summary>
internal sealed class PanelSeed(PanelTables tables, PterodactylOptions options, TimeProvider clock)
{
    private const int FirstPort = 25_565;
    private const long NodeMemory = 262_144;
    private const long NodeDisk = 4_194_304;

    private static readonly IReadOnlyList<(string Short, string Long, string Node)> Places =
    [
        ("de-fsn", "Falkenstein, Germany", "fsn1"),
        ("de-fra", "Frankfurt, Germany", "fra1"),
        ("fi-hel", "Helsinki, Finland", "hel1"),
    ];

    /// <returns>The nodes in the order of their ports.</returns>
    public IReadOnlyList<PanelNode> Lay(IReadOnlyList<Uri> nodeAddresses)
    {
        if (tables.Users.Count == 0)
            tables.Change(LayUser);
        tables.Change(LayKeys);
        if (tables.Nests.Count == 0)
            tables.Change(changes => EggSeed.Lay(tables, changes, clock.GetUtcNow()));
        return [.. nodeAddresses.Select((address, index) => LayNode(address, index))];
    }

    private void LayUser(PanelChanges changes) =>
        changes.Put(
            tables.Users,
            new PanelUser
            {
                Id = changes.NextId(tables.Users.Kind),
                Uuid = FixedUuid("user:root"),
                Username = "root",
                Email = "root@panel.example",
                FirstName = "Root",
                LastName = "Administrator",
                RootAdmin = true,
                PasswordHash = PanelPassword.Hash(RandomNumberGenerator.GetHexString(32)),
                CreatedAt = clock.GetUtcNow(),
                UpdatedAt = clock.GetUtcNow(),
            }
        );

    private void LayKeys(PanelChanges changes)
    {
        foreach (var text in new[] { options.ApplicationKey, options.ClientKey })
        {
            if (PanelKeys.Find(tables, text) is not null)
                continue;
            var key = PanelKeys.Row(
                changes.NextId(tables.ApiKeys.Kind),
                text,
                userId: 1,
                clock.GetUtcNow()
            );
            changes.Put(
                tables.ApiKeys,
                key with
                {
                    Memo = "sandbox",
                    Rights = PanelRights.Resources.ToDictionary(
                        resource => resource,
                        _ => PanelRights.Read | PanelRights.Write
                    ),
                }
            );
        }
    }

    private PanelNode LayNode(Uri address, int index)
    {
        var place = Places[index % Places.Count];
        var name =
            index < Places.Count
                ? place.Node
                : FormattableString.Invariant($"{place.Node[..^1]}{(index / Places.Count) + 1}");
        var known = tables.Nodes.All.FirstOrDefault(node => node.Name == name);
        var fqdn = address.Host is "0.0.0.0" ? "127.0.0.1" : address.Host;
        if (known is not null && known.DaemonListen == address.Port && known.Fqdn == fqdn)
            return known;
        return tables.Change(changes =>
        {
            var node = known is null
                ? NewNode(changes, place, name, address.Port, fqdn)
                : known with
                {
                    DaemonListen = address.Port,
                    Fqdn = fqdn,
                };
            changes.Put(tables.Nodes, node);
            return node;
        });
    }

    private PanelNode NewNode(
        PanelChanges changes,
        (string Short, string Long, string Node) place,
        string name,
        int port,
        string fqdn
    )
    {
        var now = clock.GetUtcNow();
        var location =
            tables.Locations.All.FirstOrDefault(row => row.Short == place.Short)
            ?? NewLocation(changes, place.Short, place.Long);
        var id = changes.NextId(tables.Nodes.Kind);
        for (var i = 0; i < options.AllocationsPerNode; i++)
        {
            changes.Put(
                tables.Allocations,
                new PanelAllocation
                {
                    Id = changes.NextId(tables.Allocations.Kind),
                    NodeId = id,
                    Ip = "127.0.0.1",
                    Port = FirstPort + i,
                    Alias = $"{name}.nodes.example",
                }
            );
        }
        return new PanelNode
        {
            Id = id,
            Uuid = FixedUuid($"node:{name}"),
            Name = name,
            Description = place.Long,
            LocationId = location.Id,
            Fqdn = fqdn,
            Scheme = "http",
            Memory = NodeMemory,
            Disk = NodeDisk,
            DaemonListen = port,
            DaemonSecret = RandomNumberGenerator.GetHexString(64, lowercase: true),
            CreatedAt = now,
            UpdatedAt = now,
        };
    }

    private PanelLocation NewLocation(PanelChanges changes, string brief, string full)
    {
        var location = new PanelLocation
        {
            Id = changes.NextId(tables.Locations.Kind),
            Short = brief,
            Long = full,
            CreatedAt = clock.GetUtcNow(),
            UpdatedAt = clock.GetUtcNow(),
        };
        changes.Put(tables.Locations, location);
        return location;
    }

    /// <summary>The same on every fresh sandbox, so that configurations can name it.</summary>
    internal static string FixedUuid(string name)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(name)).AsSpan(0, 16).ToArray();
        hash[7] = (byte)((hash[7] & 0x0F) | 0x40);
        hash[8] = (byte)((hash[8] & 0x3F) | 0x80);
        return new Guid(hash).ToString();
    }
}
