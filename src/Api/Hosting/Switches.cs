namespace Elizon.Api.Hosting;

/// <summary>
/// Settings of a process: command line over environment (<c>Elizon__Database</c>) over the file named by
/// <c>--settings</c> over appsettings.json. Every setting can be given in full (<c>--Elizon:SiloPort=11111</c>); the
/// usual ones have a short switch.
/// </summary>
public static class Switches
{
    private static readonly Dictionary<string, string> Short = new()
    {
        ["--role"] = "Elizon:Role",
        ["--host"] = "Elizon:Host",
        ["--port"] = "Elizon:Port",
        ["--data"] = "Elizon:Data",
        ["--database"] = "Elizon:Database",
        ["--settings"] = "Elizon:Settings",
    };

    public static IConfigurationRoot Read(string[] args)
    {
        Refuse(args);
        var file = new ConfigurationBuilder()
            .AddEnvironmentVariables()
            .AddCommandLine(args, Short)
            .Build()["Elizon:Settings"];
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(Defaults)
            .AddJsonFile(
                Path.Combine(AppContext.BaseDirectory, "appsettings.json"),
                optional: true
            );
        if (file is not null)
            configuration.AddJsonFile(Path.GetFullPath(file), optional: false);
        return configuration.AddEnvironmentVariables().AddCommandLine(args, Short).Build();
    }

    private static Dictionary<string, string?> Defaults =>
        new()
        {
            ["Logging:LogLevel:Default"] = "Information",
            ["Logging:LogLevel:Microsoft"] = "Warning",
            ["Logging:LogLevel:Microsoft.Hosting.Lifetime"] = "Information",
            ["Logging:LogLevel:Orleans"] = "Warning",
            ["Logging:LogLevel:System"] = "Warning",
            ["Logging:LogLevel:Polly"] = "Warning",
            // What is not healthy is told to whoever asks, each time; a line per probe tells nobody more.
            ["Logging:LogLevel:Microsoft.Extensions.Diagnostics.HealthChecks"] = "Critical",
            // Says at each start that the keys are unencrypted in the database; docs/operations.md has how to encrypt them.
            ["Logging:LogLevel:Microsoft.AspNetCore.DataProtection.KeyManagement.XmlKeyManager"] =
                "Error",
        };

    /// <summary>A mistyped switch must not start something else than was asked for.</summary>
    private static void Refuse(string[] args)
    {
        var unknown = args.Where(a => a.StartsWith("--", StringComparison.Ordinal))
            .Select(a => a.Split('=')[0])
            .FirstOrDefault(a =>
                !Short.ContainsKey(a) && !a.Contains(':', StringComparison.Ordinal)
            );
        if (unknown is not null)
            throw new CannotStartException(
                $"No switch '{unknown}'. There are {string.Join(", ", Short.Keys)}, and any setting in full, as in --Elizon:SiloPort=11111."
            );
    }
}
