namespace Elizon.Api.Hosting;

/// <summary>Console logs: JSON lines for machines, readable ones in development.</summary>
internal static class HostLogging
{
    public static void AddElizonLogging(this WebApplicationBuilder builder)
    {
        builder.Logging.ClearProviders();
        if (builder.Environment.IsDevelopment())
            builder.Logging.AddSimpleConsole(console =>
            {
                console.SingleLine = true;
                console.TimestampFormat = "HH:mm:ss.fff ";
            });
        else
            builder.Logging.AddJsonConsole(console =>
            {
                console.IncludeScopes = true;
                console.UseUtcTimestamp = true;
                console.TimestampFormat = "yyyy-MM-dd'T'HH:mm:ss.fff'Z'";
            });
        // At start the watchdog takes the machine's uptime for the time since its last round and warns for nothing.
        builder.Logging.AddFilter(
            "Orleans.Runtime.Watchdog",
            level => level >= LogLevel.Warning && Readiness.EverReady
        );
    }
}
