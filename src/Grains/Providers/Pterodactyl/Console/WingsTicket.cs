using System.Buffers.Text;
using System.Text.Json;

namespace Elizon.Grains.Providers.Pterodactyl.Console;

/// <summary>A way into one server's socket: where, with which token, from which origin (pterodactyl sheet, 4.1, 4.3).</summary>
internal sealed record WingsTicket(Uri Socket, string Token, string Origin)
{
    /// <summary>How long the token lives by its own claims; the daemon's clock does not matter for a span.</summary>
    public TimeSpan Life
    {
        get
        {
            try
            {
                using var claims = JsonDocument.Parse(
                    Base64Url.DecodeFromChars(Token.Split('.')[1])
                );
                return TimeSpan.FromSeconds(
                    claims.RootElement.GetProperty("exp").GetDouble()
                        - claims.RootElement.GetProperty("iat").GetDouble()
                );
            }
            catch (Exception error)
                when (error
                        is FormatException
                            or JsonException
                            or KeyNotFoundException
                            or IndexOutOfRangeException
                )
            {
                return TimeSpan.FromMinutes(10);
            }
        }
    }
}

/// <summary>The panel does not let us to this console any more: "deleted" or "suspended".</summary>
internal sealed class ConsoleEndedException(string reason)
    : Exception($"The console is over: {reason}.")
{
    public string Reason { get; } = reason;
}
