using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Elizon.Sandbox.Pterodactyl.Model;

namespace Elizon.Sandbox.Pterodactyl.Panel.Client;

/// <summary>What happened on a server lately.</summary>
internal static class ActivityRoutes
{
    private const int PerPage = 25;
    private const int MostPerPage = 100;

    private static readonly Shape<PanelActivity> Entry = new(
        "activity_log",
        (entry, _) =>
            new JsonObject
            {
                ["id"] = Digest(entry.Id),
                ["batch"] = null,
                ["event"] = entry.Event,
                ["is_api"] = entry.IsApi,
                ["ip"] = entry.Ip,
                ["description"] = null,
                ["properties"] = new JsonObject(
                    entry.Properties.Select(pair =>
                        KeyValuePair.Create(pair.Key, (JsonNode?)pair.Value)
                    )
                ),
                ["has_additional_metadata"] = false,
                ["timestamp"] = entry.Timestamp.Atom(),
            }
    );

    public static PanelAnswer List(PanelCall call, PanelContext panel)
    {
        var query = new PanelQuery<PanelActivity>(panel.Activity.Of(call.Server).Reverse())
            .Filter("event", entry => entry.Event)
            .Sort("timestamp", entry => entry.Timestamp);
        return call.Page(panel, Entry, query.Run(call), PerPage, MostPerPage);
    }

    private static string Digest(int id)
    {
#pragma warning disable CA5350 // A name that does not count up, as the panel makes it.
        return Convert.ToHexStringLower(
            SHA1.HashData(Encoding.UTF8.GetBytes(id.ToString(CultureInfo.InvariantCulture)))
        );
#pragma warning restore CA5350
    }
}
