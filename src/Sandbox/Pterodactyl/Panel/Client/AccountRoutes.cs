using System.Text.Json.Nodes;
using Elizon.Sandbox.Pterodactyl.Model;

namespace Elizon.Sandbox.Pterodactyl.Panel.Client;

/// <summary>The caller's own account: servers, keys.</summary>
internal static class AccountRoutes
{
    private const int MostServers = 100;
    private const int MostKeys = 25;

    public static PanelAnswer Servers(PanelCall call, PanelContext panel)
    {
        var query = new PanelQuery<PanelServer>(Visible(call, panel))
            .Filter("uuid", server => server.Uuid)
            .Filter("name", server => server.Name)
            .Filter("description", server => server.Description)
            .Filter("external_id", server => server.ExternalId)
            .Filter("*", (server, text) => Matches(panel.Tables, server, text));
        return call.Page(panel, ClientShapes.Server, query.Run(call), most: MostServers);
    }

    public static PanelAnswer Permissions(PanelCall call, PanelContext panel)
    {
        var groups = ServerRights
            .All.GroupBy(name => name.Split('.')[0])
            .Select(group =>
                KeyValuePair.Create(
                    group.Key,
                    (JsonNode?)
                        new JsonObject
                        {
                            ["description"] = $"Permissions of {group.Key}.",
                            ["keys"] = new JsonObject(
                                group.Select(name =>
                                    KeyValuePair.Create(
                                        name[(group.Key.Length + 1)..],
                                        (JsonNode?)name
                                    )
                                )
                            ),
                        }
                )
            );
        return PanelAnswer.Ok(
            new JsonObject
            {
                ["object"] = "system_permissions",
                ["attributes"] = new JsonObject { ["permissions"] = new JsonObject(groups) },
            }
        );
    }

    public static PanelAnswer Show(PanelCall call, PanelContext panel) =>
        PanelAnswer.Ok(
            new JsonObject
            {
                ["object"] = "user",
                ["attributes"] = new JsonObject
                {
                    ["id"] = call.User.Id,
                    ["admin"] = call.User.RootAdmin,
                    ["username"] = call.User.Username,
                    ["email"] = call.User.Email,
                    ["first_name"] = call.User.FirstName,
                    ["last_name"] = call.User.LastName,
                    ["language"] = call.User.Language,
                },
            }
        );

    public static PanelAnswer ApiKeys(PanelCall call, PanelContext panel) =>
        PanelAnswer.Ok(
            new JsonObject
            {
                ["object"] = "list",
                ["data"] = new JsonArray([.. KeysOf(call, panel).Select(Key)]),
            }
        );

    /// <summary>The secret is in this answer alone.</summary>
    public static PanelAnswer CreateApiKey(PanelCall call, PanelContext panel)
    {
        PanelCall.Check(
            call.Validator()
                .Field("description", "required|nullable|string|max:500")
                .Field("allowed_ips", "nullable|array")
                .Field("allowed_ips.*", "string")
        );
        if (KeysOf(call, panel).Count() >= MostKeys)
            throw PanelFailures.Display(
                "You have reached the account limit for number of API keys."
            );
        var text = PanelKeys.NewText(application: false);
        var key = panel.Tables.Change(changes =>
        {
            var row = PanelKeys.Row(
                changes.NextId(panel.Tables.ApiKeys.Kind),
                text,
                call.User.Id,
                panel.Now
            ) with
            {
                Memo = call.Text("description")!,
                AllowedIps = [.. call.Texts("allowed_ips")],
            };
            changes.Put(panel.Tables.ApiKeys, row);
            return row;
        });
        var item = Key(key);
        item["meta"] = new JsonObject { ["secret_token"] = text[16..] };
        return PanelAnswer.Ok(item);
    }

    public static PanelAnswer DeleteApiKey(PanelCall call, PanelContext panel)
    {
        var key =
            KeysOf(call, panel).FirstOrDefault(key => key.Identifier == call.Route("identifier"))
            ?? throw PanelFailures.NotFound();
        panel.Tables.Change(changes => changes.Remove(panel.Tables.ApiKeys, key));
        return PanelAnswer.NoContent;
    }

    private static IEnumerable<PanelApiKey> KeysOf(PanelCall call, PanelContext panel) =>
        panel.Tables.ApiKeys.All.Where(key => key.UserId == call.User.Id && !key.IsApplication);

    private static JsonObject Key(PanelApiKey key) =>
        new()
        {
            ["object"] = "api_key",
            ["attributes"] = new JsonObject
            {
                ["identifier"] = key.Identifier,
                ["description"] = key.Memo,
                ["allowed_ips"] = new JsonArray([
                    .. key.AllowedIps.Select(ip => JsonValue.Create(ip)),
                ]),
                ["last_used_at"] = null,
                ["created_at"] = key.CreatedAt.Atom(),
            },
        };

    private static IEnumerable<PanelServer> Visible(PanelCall call, PanelContext panel)
    {
        bool IsOwner(PanelServer server) => server.OwnerId == call.User.Id;
        bool IsMember(PanelServer server) =>
            IsOwner(server)
            || panel.Tables.SubusersOf(server).Any(subuser => subuser.UserId == call.User.Id);
        var all = panel.Tables.Servers.All;
        return call.Text("type") switch
        {
            "owner" => all.Where(IsOwner),
            "admin-all" => call.User.RootAdmin ? all : [],
            "admin" => call.User.RootAdmin ? all.Where(server => !IsMember(server)) : [],
            _ => all.Where(IsMember),
        };
    }

    // An address finds by allocation, anything else by name or identifier.
    private static bool Matches(PanelTables tables, PanelServer server, string text) =>
        server.Name.Contains(text, StringComparison.OrdinalIgnoreCase)
        || server.Uuid.StartsWith(text, StringComparison.OrdinalIgnoreCase)
        || string.Equals(server.ExternalId, text, StringComparison.OrdinalIgnoreCase)
        || tables
            .AllocationsOf(server)
            .Any(row =>
                text.Contains(FormattableString.Invariant($":{row.Port}"), StringComparison.Ordinal)
            );
}
