using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Elizon.Cli.Tests.Commands;

/// <summary>A command line against a platform that answers one call.</summary>
internal static class OneCall
{
    /// <returns>Exit code, all that was printed, and method, path and body of the call.</returns>
    public static async Task<(int Code, string Output, string Asked)> Run(
        string home,
        int status,
        string answer,
        params string[] args
    )
    {
        using var port = new TcpListener(IPAddress.Loopback, 0);
        port.Start();
        var address = $"http://127.0.0.1:{((IPEndPoint)port.LocalEndpoint).Port}/";
        port.Stop();
        using var platform = new HttpListener { Prefixes = { address } };
        platform.Start();
        using var world = TestWorld.Of(
            home,
            new Dictionary<string, string> { ["ELIZON_KEY"] = "x", ["ELIZON_API"] = address }
        );
        var running = world.Run(args);
        var call = await platform.GetContextAsync();
        using var body = new StreamReader(call.Request.InputStream);
        var asked =
            $"{call.Request.HttpMethod} {call.Request.Url!.AbsolutePath}\n{await body.ReadToEndAsync()}";
        call.Response.StatusCode = status;
        call.Response.ContentType = "application/json";
        call.Response.Close(Encoding.UTF8.GetBytes(answer), willBlock: true);
        var code = await running;
        return (code, world.Output + world.Errors + world.Terminal.Output, asked);
    }
}
