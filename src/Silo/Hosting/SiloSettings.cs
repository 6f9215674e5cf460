using System.Net;
using Elizon.Api.Hosting;

namespace Elizon.Silo.Hosting;

/// <summary>What this process is.</summary>
public enum HostRole
{
    /// <summary>Silo and Api in one process, with a database of its own unless one is given.</summary>
    All,

    /// <summary>A silo without the Api's routes: health, metrics and the dashboard stay.</summary>
    Silo,

    /// <summary>Only the embedded database, for several processes on one machine. Prints its connection string.</summary>
    Db,
}

/// <summary>The section <c>Elizon</c> of the settings, as far as the host itself reads it.</summary>
public sealed class SiloSettings
{
    public HostRole Role { get; set; }

    /// <summary>A PostgreSQL connection string; without one an embedded server under <see cref="Data"/>.</summary>
    public string? Database { get; set; }

    public string Data { get; set; } = ".data";

    /// <summary>The address other silos and Api processes reach this one at; it listens there and nowhere else.</summary>
    public string Advertise { get; set; } = "127.0.0.1";

    /// <summary>0 picks a free port, right for several silos on one machine.</summary>
    public int SiloPort { get; set; }

    /// <summary>As <see cref="SiloPort"/>, for Api processes.</summary>
    public int GatewayPort { get; set; }

    /// <summary>Orleans' own pages at /ops/orleans for staff with the role operations; every silo then counts its calls.</summary>
    public bool Dashboard { get; set; } = true;

    public static SiloSettings Of(IConfiguration configuration)
    {
        try
        {
            var settings = configuration.GetSection("Elizon").Get<SiloSettings>() ?? new();
            return IPAddress.TryParse(settings.Advertise, out _)
                ? settings
                : throw new CannotStartException(
                    $"Elizon:Advertise is '{settings.Advertise}'; it must be an IP address."
                );
        }
        catch (InvalidOperationException error)
        {
            throw new CannotStartException(error.Message, error);
        }
    }
}
