using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Elizon.Bench.Servers;

/// <summary>The least a Kestrel can do: one route that writes ready JSON.</summary>
internal static class BareKestrel
{
    public static async Task Serve(int port, string file)
    {
        var json = await File.ReadAllBytesAsync(file);
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls($"http://127.0.0.1:{port}");
        var app = builder.Build();
        app.MapGet("/services/{id}", (string id) => Results.Bytes(json, "application/json"));
        await app.RunAsync();
    }
}
