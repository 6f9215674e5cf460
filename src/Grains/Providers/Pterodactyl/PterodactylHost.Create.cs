using Elizon.Grains.Providers.Pterodactyl.Wire;

namespace Elizon.Grains.Providers.Pterodactyl;

/// <summary>
/// Creating a server once. The tag (external_id) is unique at the panel: whatever happened to an earlier try is found by it
/// and adopted.
/// </summary>
internal sealed partial class PterodactylHost
{
    private const int Picks = 3;

    public async Task<Outcome<ServerSeen>> Create(ServerSpec spec, EggDefinition? egg)
    {
        if (egg is null)
            return Outcome<ServerSeen>.Refused(RefusedFor.Invalid, "A game server needs an egg.");
        var there = await FindServer(spec.Service);
        if (there is not { IsDone: true, Value: null })
            return Adopt(there);
        var user = await EnsureCustomer(spec.Owner);
        if (!user.IsDone)
            return user.As<ServerSeen>();
        var location = await LocationOf(spec);
        if (!location.IsDone)
            return location.As<ServerSeen>();
        return await Post(spec, egg, user.Value, location.Value);
    }

    /// <summary>
    /// The panel picks node and port by chance and without a lock: two creates may get the same one, and the loser fails
    /// with 422 or 500. Then another pick.
    /// </summary>
    private async Task<Outcome<ServerSeen>> Post(
        ServerSpec spec,
        EggDefinition egg,
        long user,
        long location
    )
    {
        var failed = Outcome<ServerSeen>.Unknown("Not tried.");
        for (var pick = 0; pick < Picks; pick++)
        {
            var made = await api.Application(
                HttpMethod.Post,
                "/servers",
                Body(spec, egg, user, location)
            );
            // Looked up in every case: the answer to the create lacks the address, and a lost one may have been a success.
            var seen = await FindServer(spec.Service);
            if (seen is not { IsDone: true, Value: null })
                return Adopt(seen);
            failed = made.IsSuccess
                ? Outcome<ServerSeen>.Unknown("Created, but not found.")
                : made.Failed<ServerSeen>();
            if (!(made.NamesAny("allocation") || made.Status == 500))
                return failed;
        }
        return failed;
    }

    private static Outcome<ServerSeen> Adopt(Outcome<PanelServer?> found) =>
        found.IsDone ? Outcome<ServerSeen>.Done(found.Value!.ToSeen()) : found.As<ServerSeen>();

    private static Dictionary<string, object?> Body(
        ServerSpec spec,
        EggDefinition egg,
        long user,
        long location
    )
    {
        var plan = spec.Plan;
        return new()
        {
            ["name"] = spec.Name,
            ["user"] = user,
            ["egg"] = long.Parse(
                egg.PanelId.Split('/')[1],
                System.Globalization.CultureInfo.InvariantCulture
            ),
            ["docker_image"] = plan.Image,
            ["startup"] = egg.Startup,
            // Every variable: one that is left out counts as null, and a required one fails in spite of its default.
            ["environment"] = egg.View.Variables.ToDictionary(
                v => v.Key,
                v => plan.Environment.GetValueOrDefault(v.Key, v.DefaultValue)
            ),
            ["limits"] = new
            {
                memory = plan.Memory,
                swap = plan.Swap,
                disk = plan.Disk,
                io = plan.Io,
                cpu = plan.Cpu,
                threads = (string?)null,
            },
            ["feature_limits"] = new
            {
                databases = plan.Databases,
                allocations = plan.Allocations,
                backups = plan.Backups,
            },
            ["deploy"] = new
            {
                locations = new[] { location },
                dedicated_ip = false,
                port_range = Array.Empty<string>(),
            },
            ["external_id"] = spec.Service.Value,
            ["description"] = $"elizon:{spec.Service}",
            ["start_on_completion"] = true,
            ["skip_scripts"] = false,
            ["oom_disabled"] = false,
        };
    }

    /// <summary>One panel user per customer, named after our id: no personal datum goes to the panel.</summary>
    private async Task<Outcome<long>> EnsureCustomer(UserId owner)
    {
        var known = await Lookup<PanelUser>($"/users/external/{owner}");
        if (known is { IsDone: true, Value: null })
        {
            var name = $"u{owner.Value.ToLowerInvariant()}";
            var made = await api.Application(
                HttpMethod.Post,
                "/users",
                new Dictionary<string, object?>
                {
                    ["external_id"] = owner.Value,
                    ["email"] = $"{name}@customers.elizon.invalid",
                    ["username"] = name,
                    ["first_name"] = "Customer",
                    ["last_name"] = owner.Value,
                }
            );
            if (made.IsSuccess)
                return Outcome<long>.Done(Parse<PanelItem<PanelUser>>(made).Attributes.Id);
            // Another order of the same customer may have been faster, or the answer was lost.
            known = await Lookup<PanelUser>($"/users/external/{owner}");
            if (known is { IsDone: true, Value: null })
                return made.Failed<long>();
        }
        return known.IsDone ? Outcome<long>.Done(known.Value!.Id) : known.As<long>();
    }

    private async Task<Outcome<long>> LocationOf(ServerSpec spec)
    {
        if (!connection.Locations.TryGetValue(spec.Plan.Location.Value, out var name))
            return Outcome<long>.Refused(
                RefusedFor.Capacity,
                $"Location '{spec.Plan.Location}' is not mapped to one of the panel."
            );
        var all = await Read<PanelList<PanelLocation>, PanelLocation[]>(
            api.Application(HttpMethod.Get, "/locations?per_page=200"),
            list => [.. list.Data.Select(l => l.Attributes)]
        );
        if (!all.IsDone)
            return all.As<long>();
        return all.Value!.FirstOrDefault(l => l.Short == name) is { } location
            ? Outcome<long>.Done(location.Id)
            : Outcome<long>.Refused(RefusedFor.Capacity, $"The panel has no location '{name}'.");
    }
}
