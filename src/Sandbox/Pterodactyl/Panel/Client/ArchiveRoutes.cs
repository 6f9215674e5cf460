using System.Globalization;

namespace Elizon.Sandbox.Pterodactyl.Panel.Client;

/// <summary>Packing, unpacking, fetching from the web.</summary>
internal static class ArchiveRoutes
{
    private const int PullsPerWindow = 10;
    private static readonly TimeSpan PullWindow = TimeSpan.FromMinutes(5);

    public static async ValueTask<PanelAnswer> Compress(PanelCall call, PanelContext panel)
    {
        PanelCall.Check(
            call.Validator()
                .Field("root", "sometimes|nullable|string")
                .Field("files", "required|array")
                .Field("files.*", "string")
        );
        var stamp = panel
            .Now.ToUniversalTime()
            .ToString("yyyy-MM-ddTHHmmssZ", CultureInfo.InvariantCulture);
        var archive = await panel.Daemons.Call(
            call.Server,
            node =>
                node.Server(call.Server.Uuid)
                    .Files.Compress(
                        FileRoutes.Root(call),
                        call.Texts("files"),
                        stamp,
                        call.Http.RequestAborted
                    )
        );
        return call.Item(panel, ClientShapes.File, archive);
    }

    public static async ValueTask<PanelAnswer> Decompress(PanelCall call, PanelContext panel)
    {
        PanelCall.Check(
            call.Validator()
                .Field("root", "sometimes|nullable|string")
                .Field("file", "required|string")
        );
        await panel.Daemons.Call(
            call.Server,
            async node =>
            {
                await node.Server(call.Server.Uuid)
                    .Files.Decompress(
                        FileRoutes.Root(call),
                        call.Text("file")!,
                        call.Http.RequestAborted
                    );
                return true;
            }
        );
        return PanelAnswer.NoContent;
    }

    /// <summary>The sandbox fetches nothing from the web: it writes a small file that names the address.</summary>
    public static async ValueTask<PanelAnswer> Pull(PanelCall call, PanelContext panel)
    {
        call.Http.RequestServices.GetRequiredService<PanelThrottle>()
            .Count(call.Http.Response, "pull", call.User, PullsPerWindow, PullWindow);
        PanelCall.Check(
            call.Validator()
                .Field("url", "required|string|url")
                .Field("directory", "nullable|string")
                .Field("filename", "nullable|string")
                .Field("use_header", "boolean")
                .Field("foreground", "boolean")
        );
        var url = new Uri(call.Text("url")!);
        var name = call.Text("filename") ?? Path.GetFileName(url.AbsolutePath);
        using var content = new MemoryStream(
            System.Text.Encoding.UTF8.GetBytes($"pulled from {url}\n")
        );
        await panel.Daemons.Call(
            call.Server,
            async node =>
            {
                await node.Server(call.Server.Uuid)
                    .Files.Write(
                        Path.Join(call.Text("directory") ?? "/", name),
                        content,
                        content.Length,
                        call.Http.RequestAborted
                    );
                return true;
            }
        );
        return PanelAnswer.NoContent;
    }
}
