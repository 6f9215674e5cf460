using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Elizon.Sandbox.Pterodactyl.Model;
using Elizon.Sandbox.Pterodactyl.Validation;

namespace Elizon.Sandbox.Pterodactyl.Panel.Application;

internal static class UserRoutes
{
    private const string UsernamePattern = "/^[a-z0-9]([\\w\\.-]+)[a-z0-9]$/";
    private const string UsernameMessage =
        "The :attribute must start and end with alpha-numeric characters and contain only letters, numbers, dashes, underscores, and periods.";

    public static PanelAnswer List(PanelCall call, PanelContext panel) =>
        call.Page(
            panel,
            ApplicationShapes.User,
            new PanelQuery<PanelUser>(panel.Tables.Users.All)
                .Filter("email", user => user.Email)
                .Filter("uuid", user => user.Uuid)
                .Filter("username", user => user.Username)
                .Filter("external_id", user => user.ExternalId)
                .Sort("id", user => user.Id)
                .Sort("uuid", user => user.Uuid)
                .Run(call)
        );

    public static PanelAnswer Show(PanelCall call, PanelContext panel) =>
        call.Item(panel, ApplicationShapes.User, Find(call, panel));

    public static PanelAnswer ShowExternal(PanelCall call, PanelContext panel) =>
        panel.Tables.Users.All.FirstOrDefault(user => user.ExternalId == call.Route("external"))
            is { } user
            ? call.Item(panel, ApplicationShapes.User, user)
            : throw PanelFailures.NotFound();

    public static PanelAnswer Create(PanelCall call, PanelContext panel)
    {
        var user = panel.Tables.Change(changes =>
        {
            Check(call, panel.Tables, self: null);
            var row = Filled(
                call,
                new PanelUser
                {
                    Id = changes.NextId(panel.Tables.Users.Kind),
                    Uuid = Guid.NewGuid().ToString(),
                    Username = "",
                    Email = "",
                    FirstName = "",
                    LastName = "",
                    PasswordHash = PanelPassword.Hash(
                        call.Text("password") ?? RandomNumberGenerator.GetHexString(30)
                    ),
                    CreatedAt = panel.Now,
                    UpdatedAt = panel.Now,
                }
            );
            changes.Put(panel.Tables.Users, row);
            return row;
        });
        // The mail goes out after the row is there, and its failure is the caller's.
        if (panel.Faults.Take(PterodactylFault.UserMailFailed) is not null)
            throw PanelFailures.Internal("TransportException");
        var resource = string.Create(
            CultureInfo.InvariantCulture,
            $"{panel.Url}/api/application/users/{user.Id}"
        );
        return call.Item(
            panel,
            ApplicationShapes.User,
            user,
            new JsonObject { ["resource"] = resource },
            status: 201
        );
    }

    public static PanelAnswer Update(PanelCall call, PanelContext panel)
    {
        var user = panel.Tables.Change(changes =>
        {
            var self = Find(call, panel);
            Check(call, panel.Tables, self);
            var row = Filled(call, self) with { UpdatedAt = panel.Now };
            if (call.Text("password") is { Length: > 0 } password)
                row = row with { PasswordHash = PanelPassword.Hash(password) };
            changes.Put(panel.Tables.Users, row);
            return row;
        });
        return call.Item(panel, ApplicationShapes.User, user);
    }

    public static PanelAnswer Delete(PanelCall call, PanelContext panel)
    {
        panel.Tables.Change(changes =>
        {
            var user = Find(call, panel);
            if (panel.Tables.Servers.All.Any(server => server.OwnerId == user.Id))
                throw PanelFailures.Display(
                    "Cannot delete a user with active servers attached to their account. Please delete their servers before continuing."
                );
            foreach (var key in panel.Tables.ApiKeys.All.Where(key => key.UserId == user.Id))
                changes.Remove(panel.Tables.ApiKeys, key);
            foreach (var subuser in panel.Tables.Subusers.All.Where(row => row.UserId == user.Id))
                changes.Remove(panel.Tables.Subusers, subuser);
            changes.Remove(panel.Tables.Users, user);
        });
        return PanelAnswer.NoContent;
    }

    private static PanelUser Find(PanelCall call, PanelContext panel) =>
        panel.Tables.Users.Find(call.RouteId("user")) ?? throw PanelFailures.NotFound();

    /// <summary>On an update all required fields are required again; <paramref name="self"/> does not collide with itself.</summary>
    private static void Check(PanelCall call, PanelTables tables, PanelUser? self)
    {
        bool Free(Func<PanelUser, string?> column, JsonNode? value) =>
            !tables.Users.All.Any(user =>
                user.Id != self?.Id
                && string.Equals(
                    column(user),
                    PhpValue.Text(value),
                    StringComparison.OrdinalIgnoreCase
                )
            );

        PanelCall.Check(
            call.Validator()
                .Field(
                    "external_id",
                    "sometimes|nullable|string|max:191",
                    LaravelRule.Unique(value => Free(user => user.ExternalId, value))
                )
                .Field(
                    "email",
                    "required|email|between:1,191",
                    LaravelRule.Unique(value => Free(user => user.Email, value))
                )
                .Field(
                    "username",
                    "required|between:1,191",
                    LaravelRule.Unique(value => Free(user => user.Username, value)),
                    new LaravelRule("p_username", [])
                    {
                        Passes = IsUsername,
                        Message = UsernameMessage,
                    }
                )
                .Field("password", "sometimes|nullable|string")
                .Field("language", "string|in:en")
                .Field("root_admin", "boolean")
                .Field("first_name", "required|string|between:1,191")
                .Field("last_name", "required|string|between:1,191")
                .Call("external_id", "Third Party Identifier")
                .Call("root_admin", "Root Administrator Status")
        );
    }

    private static bool IsUsername(JsonNode? value) =>
        PhpPattern.Matches(UsernamePattern, PhpValue.Text(value).ToLowerInvariant());

    private static PanelUser Filled(PanelCall call, PanelUser user) =>
        user with
        {
            ExternalId = call.Has("external_id") ? call.Text("external_id") : user.ExternalId,
            Email = call.Text("email")!,
#pragma warning disable CA1308 // The panel stores names in lower case.
            Username = call.Text("username")!.ToLowerInvariant(),
#pragma warning restore CA1308
            FirstName = call.Text("first_name")!,
            LastName = call.Text("last_name")!,
            Language = call.Text("language") ?? user.Language,
            RootAdmin = call.Has("root_admin") ? call.Flag("root_admin") : user.RootAdmin,
        };
}
