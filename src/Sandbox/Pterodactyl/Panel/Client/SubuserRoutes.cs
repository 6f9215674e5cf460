using System.Security.Cryptography;
using Elizon.Sandbox.Pterodactyl.Model;

namespace Elizon.Sandbox.Pterodactyl.Panel.Client;

/// <summary>Further users of a server. An unknown address gets an account.</summary>
internal static class SubuserRoutes
{
    public static PanelAnswer List(PanelCall call, PanelContext panel) =>
        call.List(panel, ClientShapes.Subuser, panel.Tables.SubusersOf(call.Server));

    public static PanelAnswer Show(PanelCall call, PanelContext panel) =>
        call.Item(panel, ClientShapes.Subuser, Find(call, panel));

    public static PanelAnswer Create(PanelCall call, PanelContext panel)
    {
        PanelCall.Check(
            call.Validator()
                .Field("email", "required|email|between:1,191")
                .Field("permissions", "required|array")
                .Field("permissions.*", "string")
        );
        var subuser = panel.Tables.Change(changes =>
        {
            var user = FindOrCreate(call.Text("email")!, panel, changes);
            if (user.Id == call.Server.OwnerId)
                throw PanelFailures.Display(
                    "You cannot add the server owner as a subuser for this server.",
                    "UserIsServerOwnerException"
                );
            if (panel.Tables.SubusersOf(call.Server).Any(row => row.UserId == user.Id))
                throw PanelFailures.Display(
                    "A user with that email address is already assigned as a subuser for this server.",
                    "ServerSubuserExistsException"
                );
            var row = new PanelSubuser
            {
                Id = changes.NextId(panel.Tables.Subusers.Kind),
                ServerId = call.Server.Id,
                UserId = user.Id,
                Permissions = Permissions(call),
            };
            changes.Put(panel.Tables.Subusers, row);
            return row;
        });
        return call.Item(panel, ClientShapes.Subuser, subuser);
    }

    public static async ValueTask<PanelAnswer> Update(PanelCall call, PanelContext panel)
    {
        PanelCall.Check(
            call.Validator().Field("permissions", "required|array").Field("permissions.*", "string")
        );
        var subuser = panel.Tables.Change(changes =>
        {
            var row = Find(call, panel) with { Permissions = Permissions(call) };
            changes.Put(panel.Tables.Subusers, row);
            return row;
        });
        await panel.Daemons.Revoke(call.Server, subuser.UserId);
        return call.Item(panel, ClientShapes.Subuser, subuser);
    }

    public static async ValueTask<PanelAnswer> Delete(PanelCall call, PanelContext panel)
    {
        var subuser = Find(call, panel);
        panel.Tables.Change(changes => changes.Remove(panel.Tables.Subusers, subuser));
        await panel.Daemons.Revoke(call.Server, subuser.UserId);
        return PanelAnswer.NoContent;
    }

    /// <summary>Unknown names are dropped in silence, connecting is always among them.</summary>
    private static List<string> Permissions(PanelCall call) =>
        [
            .. call.Texts("permissions")
                .Intersect(ServerRights.All)
                .Append(ServerRights.Connect)
                .Distinct(),
        ];

    private static PanelSubuser Find(PanelCall call, PanelContext panel) =>
        panel
            .Tables.SubusersOf(call.Server)
            .FirstOrDefault(row => panel.Tables.Users.Find(row.UserId)?.Uuid == call.Route("user"))
        ?? throw PanelFailures.NotFound();

    private static PanelUser FindOrCreate(string email, PanelContext panel, PanelChanges changes)
    {
        if (
            panel.Tables.Users.All.FirstOrDefault(user =>
                string.Equals(user.Email, email, StringComparison.OrdinalIgnoreCase)
            ) is
            { } known
        )
            return known;
#pragma warning disable CA1308 // The panel stores names in lower case.
        var name =
            email.Split('@')[0].ToLowerInvariant()
            + RandomNumberGenerator.GetHexString(6, lowercase: true);
#pragma warning restore CA1308
        var user = new PanelUser
        {
            Id = changes.NextId(panel.Tables.Users.Kind),
            Uuid = Guid.NewGuid().ToString(),
            Username = name,
            Email = email,
            FirstName = "Server",
            LastName = "Subuser",
            PasswordHash = PanelPassword.Hash(RandomNumberGenerator.GetHexString(30)),
            CreatedAt = panel.Now,
            UpdatedAt = panel.Now,
        };
        changes.Put(panel.Tables.Users, user);
        return user;
    }
}
