using System.Diagnostics;

namespace Elizon.Bench.Servers;

/// <summary>Node's fastify with one route, installed from npm beside the artifacts on first use.</summary>
internal static class Fastify
{
    private const string Version = "5.6.1";

    public static async Task<Process?> Start(int port, string file)
    {
        if (Tool.Find("node") is not { } node || Tool.Find("npm") is not { } npm)
            return null;
        var folder = Path.Combine(Fixtures.Repository.Root, "artifacts", "fastify");
        Directory.CreateDirectory(folder);
        if (!Directory.Exists(Path.Combine(folder, "node_modules", "fastify")))
            await Tool.Run(npm, "install", "--silent", "--prefix", folder, $"fastify@{Version}");
        var script = Path.Combine(folder, "serve.cjs");
        await File.WriteAllTextAsync(
            script,
            """
            const app = require('fastify')();
            const answer = JSON.parse(require('fs').readFileSync(process.argv[3]));
            app.get('/services/:id', async () => answer);
            app.listen({ port: Number(process.argv[2]), host: '127.0.0.1' });
            """
        );
        var process = Tool.Start(node, script, $"{port}", file);
        await Tool.Listens(port);
        return process;
    }
}
