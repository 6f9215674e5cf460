using System.Net;
using System.Text;
using Elizon.Api;
using Elizon.Grains.Identity;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Elizon.Fixtures;

/// <summary>
/// The HTTP front end on a real socket before an in-process cluster on a database of its own. The clock is the
/// cluster's and stands still until a test moves it; limits are wide unless a test sets them.
/// </summary>
public sealed class ApiHost : IAsyncDisposable
{
    private const int Wide = 1_000_000;

    private readonly WebApplication _app;

    private ApiHost(ElizonCluster cluster, WebApplication app)
    {
        Cluster = cluster;
        _app = app;
        Address = new Uri(app.Urls.First());
    }

    public ElizonCluster Cluster { get; }

    public Uri Address { get; }

    public IServiceProvider Services => _app.Services;

    public NpgsqlDataSource Database => Cluster.Database;

    /// <param name="settings">Of the section "Api", such as ("AddressLimit", "5").</param>
    /// <param name="routes">Routes of a test beside the real ones.</param>
    public static async Task<ApiHost> Start(
        IReadOnlyDictionary<string, string>? settings = null,
        Action<IServiceCollection>? silo = null,
        Action<IEndpointRouteBuilder>? routes = null
    )
    {
        var cluster = await ElizonCluster.Start(services: services =>
        {
            services.Configure<IdentityOptions>(Widen);
            silo?.Invoke(services);
        });
        try
        {
            var app = Build(cluster, settings ?? new Dictionary<string, string>());
            app.UseElizonApi();
            routes?.Invoke(app);
            await app.StartAsync();
            return new ApiHost(cluster, app);
        }
        catch
        {
            await cluster.DisposeAsync();
            throw;
        }
    }

    /// <summary>A client without cookies and redirects, so that a test sees what was answered.</summary>
    public HttpClient Client() =>
        new(
            new SocketsHttpHandler
            {
                AllowAutoRedirect = false,
                UseCookies = false,
                AutomaticDecompression = DecompressionMethods.None,
                RequestHeaderEncodingSelector = (_, _) => Encoding.UTF8,
            }
        )
        {
            BaseAddress = Address,
        };

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
        await Cluster.DisposeAsync();
    }

    private static void Widen(IdentityOptions identity)
    {
        identity.RequestsPerMinute = Wide;
        identity.LoginsPerMinute = Wide;
        identity.RegistrationsPerMinute = Wide;
    }

    private static WebApplication Build(
        ElizonCluster cluster,
        IReadOnlyDictionary<string, string> settings
    )
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Configuration.AddInMemoryCollection(
            new Dictionary<string, string?>
            {
                ["Api:CheckAnswers"] = "true",
                ["Api:AddressLimit"] = "1000000",
                ["Api:FailedCredentialLimit"] = "1000000",
            }
        );
        builder.Configuration.AddInMemoryCollection(
            settings.ToDictionary(s => $"{ApiOptions.Section}:{s.Key}", s => (string?)s.Value)
        );
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddSingleton<TimeProvider>(cluster.Clock);
        builder.Services.AddSingleton(cluster.Client);
        builder.Services.AddSingleton<IGrainFactory>(cluster.Client);
        builder.Services.AddElizonApi(builder.Configuration);
        return builder.Build();
    }
}
