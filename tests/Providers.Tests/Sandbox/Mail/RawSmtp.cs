using System.Net.Sockets;

namespace Elizon.Providers.Tests.Sandbox.Mail;

/// <summary>SMTP spoken by hand, for what no decent client would send.</summary>
internal static class RawSmtp
{
    /// <returns>The reply to the final dot.</returns>
    public static async Task<string> Send(int port, string to, string data)
    {
        using var socket = new TcpClient();
        await socket.ConnectAsync("127.0.0.1", port);
        await using var stream = socket.GetStream();
        using var reader = new StreamReader(stream);
        await using var writer = new StreamWriter(stream) { NewLine = "\r\n", AutoFlush = true };
        await reader.ReadLineAsync();
        foreach (
            var line in new[]
            {
                "HELO raw",
                "MAIL FROM:<raw@example.com>",
                $"RCPT TO:<{to}>",
                "DATA",
            }
        )
        {
            await writer.WriteLineAsync(line);
            await reader.ReadLineAsync();
        }
        await writer.WriteAsync($"{data}.\r\n");
        return await reader.ReadLineAsync() ?? string.Empty;
    }
}
