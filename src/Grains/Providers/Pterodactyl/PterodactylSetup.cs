using Elizon.Consoles;
using Elizon.Grains.Providers.Pterodactyl.Console;
using Elizon.Grains.Providers.Settings;
using Elizon.Grains.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Elizon.Grains.Providers.Pterodactyl;

/// <summary>Wiring of the Pterodactyl adapter.</summary>
internal static class PterodactylSetup
{
    public const string Kind = "pterodactyl";

    public static IServiceCollection AddPterodactyl(this IServiceCollection services)
    {
        services
            .AddHttpClient(Kind)
            .ConfigurePrimaryHttpMessageHandler(() =>
                new SocketsHttpHandler
                {
                    // A redirect means "log in": it is an answer, not a way.
                    AllowAutoRedirect = false,
                    UseCookies = false,
                    ConnectTimeout = TimeSpan.FromSeconds(5),
                    PooledConnectionLifetime = TimeSpan.FromMinutes(5),
                    MaxResponseHeadersLength = 64,
                }
            );
        services.AddSingleton<IServerHostFactory, PterodactylHostFactory>();
        services.AddSingleton<IConsoleConnector, PterodactylConsoleConnector>();
        return services;
    }
}

/// <summary>Opens the adapter with keys unsealed.</summary>
internal sealed class PterodactylHostFactory(IHttpClientFactory clients, ISecretBox box)
    : IServerHostFactory
{
    public string Kind => PterodactylSetup.Kind;

    public IServerHost Open(ProviderConnection connection, LineCalls calls) =>
        new PterodactylHost(
            new PterodactylApi(
                clients.CreateClient(Kind),
                connection.Url,
                Secret(connection, "applicationKey"),
                Secret(connection, "clientKey"),
                calls
            ),
            connection
        );

    private string Secret(ProviderConnection connection, string name) =>
        connection.SealedSecrets.TryGetValue(name, out var secret) ? box.Open(secret) : "";
}

/// <summary>Consoles of panels: tickets come over the provider's line, within its budget.</summary>
internal sealed class PterodactylConsoleConnector(
    IGrainFactory grains,
    [Wall] TimeProvider wall,
    ILogger<PterodactylConsole> logger
) : IConsoleConnector
{
    public string ProviderKind => PterodactylSetup.Kind;

    public IConsoleUpstream Open(ConsoleBinding binding) =>
        new PterodactylConsole(_ => Ticket(binding), wall, logger);

    private async Task<WingsTicket> Ticket(ConsoleBinding binding)
    {
        var ticket = await grains.ServerLine(binding.Provider).ConsoleTicket(binding.Server);
        return ticket switch
        {
            { IsDone: true, Value: { } value } => new WingsTicket(
                new Uri(value.Socket),
                value.Token,
                value.Origin
            ),
            { For: RefusedFor.Missing } => throw new ConsoleEndedException("deleted"),
            _ => throw new HttpRequestException(ticket.Reason),
        };
    }
}
