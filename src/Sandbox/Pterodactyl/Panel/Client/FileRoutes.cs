using System.Text.Json.Nodes;
using Elizon.Sandbox.Pterodactyl.Tokens;

namespace Elizon.Sandbox.Pterodactyl.Panel.Client;

/// <summary>Files of a server. Trap: <c>write</c> stores the body as it is, JSON too.</summary>
internal static class FileRoutes
{
    private const int LargestEdit = 4 * 1024 * 1024;

    public static async ValueTask<PanelAnswer> List(PanelCall call, PanelContext panel)
    {
        PanelCall.Check(call.Validator().Field("directory", "sometimes|nullable|string"));
        var files = await panel.Daemons.Call(
            call.Server,
            game => game.Files.List(call.Text("directory") ?? "/")
        );
        return call.List(panel, ClientShapes.File, files);
    }

    public static async ValueTask<PanelAnswer> Contents(PanelCall call, PanelContext panel)
    {
        var name = File(call);
        var file = await panel.Daemons.Call(call.Server, game => game.Files.Find(name));
        if (file.Length > LargestEdit)
            throw PanelFailures.Display(
                "The file you are attempting to open is too large to view in the file editor.",
                "FileSizeTooLargeException"
            );
        return new PanelAnswer(
            200,
            Text: await System.IO.File.ReadAllBytesAsync(file.FullName, call.Http.RequestAborted)
        );
    }

    public static PanelAnswer Download(PanelCall call, PanelContext panel)
    {
        var claims = new JsonObject { ["file_path"] = Uri.UnescapeDataString(File(call)) };
        return PanelAnswer.SignedUrl(
            TokenIssuer.SignedUrl(
                panel,
                call.Server,
                call.User,
                "/download/file",
                TokenClaims.FileDownload,
                claims
            )
        );
    }

    public static PanelAnswer Upload(PanelCall call, PanelContext panel) =>
        PanelAnswer.SignedUrl(
            TokenIssuer.SignedUrl(
                panel,
                call.Server,
                call.User,
                "/upload/file",
                TokenClaims.FileUpload,
                []
            )
        );

    public static async ValueTask<PanelAnswer> Write(PanelCall call, PanelContext panel)
    {
        var name = File(call);
        using var content = new MemoryStream(call.Body, writable: false);
        await panel.Daemons.Call(
            call.Server,
            async node =>
            {
                await node.Server(call.Server.Uuid)
                    .Files.Write(name, content, content.Length, call.Http.RequestAborted);
                return true;
            }
        );
        panel.Activity.Add(call, "server:file.write", ("file", name));
        return PanelAnswer.NoContent;
    }

    public static async ValueTask<PanelAnswer> CreateFolder(PanelCall call, PanelContext panel)
    {
        PanelCall.Check(
            call.Validator()
                .Field("root", "sometimes|nullable|string")
                .Field("name", "required|string")
        );
        await panel.Daemons.Call(
            call.Server,
            game => game.Files.CreateFolder(Root(call), call.Text("name")!)
        );
        return PanelAnswer.NoContent;
    }

    public static async ValueTask<PanelAnswer> Rename(PanelCall call, PanelContext panel)
    {
        PanelCall.Check(
            call.Validator()
                .Field("root", "required|nullable|string")
                .Field("files", "required|array")
                .Field("files.*", "array")
                .Field("files.*.to", "required|string")
                .Field("files.*.from", "required|string")
        );
        var moves = Entries(call, "files")
            .Select(entry => (Text(entry, "from"), Text(entry, "to")))
            .ToList();
        await panel.Daemons.Call(call.Server, game => game.Files.Rename(Root(call), moves));
        return PanelAnswer.NoContent;
    }

    public static async ValueTask<PanelAnswer> Copy(PanelCall call, PanelContext panel)
    {
        PanelCall.Check(call.Validator().Field("location", "required|string"));
        await panel.Daemons.Call(call.Server, game => game.Files.Copy(call.Text("location")!));
        return PanelAnswer.NoContent;
    }

    public static async ValueTask<PanelAnswer> Delete(PanelCall call, PanelContext panel)
    {
        PanelCall.Check(
            call.Validator()
                .Field("root", "required|nullable|string")
                .Field("files", "required|array")
                .Field("files.*", "string")
        );
        await panel.Daemons.Call(
            call.Server,
            game => game.Files.Delete(Root(call), call.Texts("files"))
        );
        return PanelAnswer.NoContent;
    }

    public static async ValueTask<PanelAnswer> Chmod(PanelCall call, PanelContext panel)
    {
        PanelCall.Check(
            call.Validator()
                .Field("root", "required|nullable|string")
                .Field("files", "required|array")
                .Field("files.*.file", "required|string")
                .Field("files.*.mode", "required|numeric")
        );
        var changes = Entries(call, "files")
            .Select(entry => (Text(entry, "file"), Text(entry, "mode")))
            .ToList();
        await panel.Daemons.Call(call.Server, game => game.Files.Chmod(Root(call), changes));
        return PanelAnswer.NoContent;
    }

    internal static string Root(PanelCall call) => call.Text("root") ?? "/";

    private static string File(PanelCall call)
    {
        PanelCall.Check(call.Validator().Field("file", "required|string"));
        return call.Text("file")!;
    }

    private static IEnumerable<JsonObject> Entries(PanelCall call, string name) =>
        (call.Input[name] as JsonArray ?? []).OfType<JsonObject>();

    private static string Text(JsonObject entry, string name) =>
        Validation.PhpValue.Text(entry[name]);
}
