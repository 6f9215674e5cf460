using Elizon.Sandbox.Pterodactyl.Model;
using Elizon.Sandbox.Pterodactyl.Panel.Application;
using Elizon.Sandbox.Pterodactyl.Validation;

namespace Elizon.Sandbox.Pterodactyl.Panel.Client;

/// <summary>Name, reinstallation, image.</summary>
internal static class SettingsRoutes
{
    public static PanelAnswer Rename(PanelCall call, PanelContext panel)
    {
        PanelCall.Check(
            call.Validator().Field("name", ServerRules.Name).Field("description", "string|nullable")
        );
        panel.Tables.ChangeServer(
            call.Server.Id,
            row =>
                row with
                {
                    Name = call.Text("name")!,
                    Description = call.Has("description")
                        ? call.Text("description") ?? ""
                        : row.Description,
                }
        );
        panel.Activity.Add(
            call,
            "server:settings.rename",
            ("old", call.Server.Name),
            ("new", call.Text("name")!)
        );
        return PanelAnswer.NoContent;
    }

    public static async ValueTask<PanelAnswer> Reinstall(PanelCall call, PanelContext panel)
    {
        await ServerRoutes.Reinstall(panel, call.Server);
        panel.Activity.Add(call, "server:reinstall");
        return new PanelAnswer(202, new System.Text.Json.Nodes.JsonArray());
    }

    public static PanelAnswer DockerImage(PanelCall call, PanelContext panel)
    {
        var images = panel.Tables.EggOf(call.Server).Images.ConvertAll(image => image.Image);
        PanelCall.Check(
            call.Validator()
                .Field(
                    "docker_image",
                    "required|string|max:191|regex:/^[\\w#\\.\\/\\- ]*\\|?~?[\\w\\.\\/\\-:@ ]*$/",
                    LaravelRule.In(images)
                )
        );
        if (!images.Contains(call.Server.Image))
            throw PanelFailures.BadRequest(
                "This server's Docker image has been manually set by an administrator and cannot be updated."
            );
        panel.Tables.ChangeServer(
            call.Server.Id,
            row => row with { Image = call.Text("docker_image")! }
        );
        return PanelAnswer.NoContent;
    }
}
