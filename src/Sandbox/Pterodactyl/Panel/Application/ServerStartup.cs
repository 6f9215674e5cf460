using Elizon.Sandbox.Pterodactyl.Model;
using Elizon.Sandbox.Pterodactyl.Validation;

namespace Elizon.Sandbox.Pterodactyl.Panel.Application;

/// <summary>Start line, egg, image, variables. A new egg installs nothing by itself; all takes effect at the next start.</summary>
internal static class ServerStartup
{
    public static PanelAnswer Update(PanelCall call, PanelContext panel)
    {
        var server = panel.Tables.Change(changes =>
        {
            var self = ServerRoutes.Self(call, panel);
            PanelCall.Check(
                call.Validator()
                    .Field("startup", "required|string")
                    .Field("environment", "present|array")
                    .Field("egg", "required", ServerRules.KnownEgg(panel.Tables))
                    .Field("image", ServerRules.Image)
                    .Field("skip_scripts", "present|boolean")
            );
            var egg = panel.Tables.Eggs.Find(call.Int("egg"))!;
            var variables = new Dictionary<int, string>(self.Variables);
            if (!PhpValue.IsEmpty(InputPath.Get(call.Input, "environment")))
            {
                foreach (var (id, value) in ServerRules.Variables(call, egg))
                    variables[id] = value;
            }
            var row = self with
            {
                Startup = call.Text("startup")!,
                EggId = egg.Id,
                NestId = egg.NestId,
                Image = call.Text("image")!,
                SkipScripts = call.Flag("skip_scripts"),
                Variables = variables,
                UpdatedAt = panel.Now,
            };
            changes.Put(panel.Tables.Servers, row);
            return row;
        });
        return call.Item(panel, ServerShape.Server, server);
    }
}
