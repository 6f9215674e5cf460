using Elizon.Sandbox.Control;
using Elizon.Sandbox.Pterodactyl.Model;
using Elizon.Sandbox.Pterodactyl.Panel;

namespace Elizon.Sandbox.Pterodactyl.Control;

/// <summary>A key as the panel's pages would make it.</summary>
/// <param name="User">The user's id; a client key acts as this user.</param>
/// <param name="Application">True for a <c>ptla_</c> key.</param>
/// <param name="Rights">Per resource 0 to 3, for application keys; left out: all.</param>
/// <param name="AllowedIps">Addresses or CIDR blocks.</param>
internal sealed record KeyBody(
    int User = 1,
    bool Application = false,
    Dictionary<string, int>? Rights = null,
    List<string>? AllowedIps = null
);

internal sealed record KeyView(string Key);

internal static class KeyControl
{
    public static IResult Create(KeyBody body, PanelTables tables, TimeProvider clock)
    {
        if (tables.Users.Find(body.User) is null)
            return ControlError.NotFound($"There is no user {body.User}.");
        var text = PanelKeys.NewText(body.Application);
        tables.Change(changes =>
            changes.Put(
                tables.ApiKeys,
                PanelKeys.Row(
                    changes.NextId(tables.ApiKeys.Kind),
                    text,
                    body.User,
                    clock.GetUtcNow()
                ) with
                {
                    Memo = "control",
                    Rights =
                        body.Rights
                        ?? PanelRights.Resources.ToDictionary(
                            resource => resource,
                            _ => PanelRights.Read | PanelRights.Write
                        ),
                    AllowedIps = body.AllowedIps ?? [],
                }
            )
        );
        return Results.Ok(new KeyView(text));
    }
}
