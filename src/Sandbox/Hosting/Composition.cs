using System.Security.Cryptography;
using System.Text.Json.Serialization;
using Elizon.Sandbox.Bank;
using Elizon.Sandbox.Control;
using Elizon.Sandbox.Faults;
using Elizon.Sandbox.Lexware;
using Elizon.Sandbox.Mail;
using Elizon.Sandbox.Mollie;
using Elizon.Sandbox.Pterodactyl;
using Elizon.Sandbox.Storage;
using Elizon.Sandbox.Time;
using Elizon.Sandbox.Vies;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace Elizon.Sandbox.Hosting;

/// <summary>Puts the host and its simulators together. A new simulator adds one line to each method.</summary>
internal static class Composition
{
    private static readonly TimeSpan GraceAtShutdown = TimeSpan.FromSeconds(1);

    public static void AddSandbox(
        this IServiceCollection services,
        SandboxOptions options,
        TimeProvider clock
    )
    {
        services.AddSingleton(options);
        services.AddSingleton(new SandboxDatabase(options.DataPath));
        services.AddSingleton<SandboxStore>();
        services.AddSingleton(provider => new SandboxClock(
            clock,
            provider.GetRequiredService<SandboxStore>()
        ));
        services.AddSingleton<TimeProvider>(provider =>
            provider.GetRequiredService<SandboxClock>()
        );
        services.AddSingleton(_ => RandomNumberGenerator.Create());
        services.AddSingleton<FaultBoard>();
        services.AddSingleton<CallLog>();
        services.AddSingleton<SandboxAddresses>();
        services.AddSingleton<IConfigureOptions<KestrelServerOptions>, SandboxListeners>();
        services.Configure<HostOptions>(host => host.ShutdownTimeout = GraceAtShutdown);
        services.AddRouting();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<MatcherPolicy, SurfacePolicy>());
        services.ConfigureHttpJsonOptions(json =>
            json.SerializerOptions.Converters.Add(new JsonStringEnumConverter())
        );
        services.AddControl();
        services.AddMollie();
        services.AddMail();
        services.AddBank();
        services.AddPterodactyl();
        services.AddVies();
        services.AddLexware();
    }

    public static void UseSandbox(this WebApplication app)
    {
        app.UseMiddleware<CallLogMiddleware>();
        app.UseWebSockets();
        app.UseRouting();
        app.MapControl();
        app.MapMollie();
        app.MapMail();
        app.MapBank();
        app.MapPterodactyl();
        app.MapVies();
        app.MapLexware();
    }
}
