namespace Elizon.Api.Rules;

/// <summary>Refuses to start while a route states no access: default deny, told before the first request.</summary>
internal sealed class RuleCheck(ApiRoutes routes) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        var offenders = Offenders(routes.All());
        return offenders.Length == 0
            ? Task.CompletedTask
            : throw new InvalidOperationException(Text(offenders));
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public static string[] Offenders(IEnumerable<RouteEndpoint> endpoints) =>
        [
            .. endpoints
                .Where(e => e.Metadata.GetMetadata<ApiRule>() is null)
                .Select(e => e.DisplayName ?? e.RoutePattern.RawText ?? "?")
                .Order(StringComparer.Ordinal),
        ];

    public static string Text(string[] offenders) =>
        $"""
            These routes state no access:
              {string.Join(Environment.NewLine + "  ", offenders)}
            Say it where the route is mapped: .Public(), .User(scope, needs), .Session(needs), .Staff(role) or .Internal().
            """;
}

/// <summary>The running program's routes. Filled when the pipeline is built, read by checks and documents.</summary>
public sealed class ApiRoutes
{
    private IEndpointRouteBuilder? _routes;

    public void Use(IEndpointRouteBuilder routes) => _routes = routes;

    public IEnumerable<RouteEndpoint> All() =>
        (_routes?.DataSources ?? []).SelectMany(s => s.Endpoints).OfType<RouteEndpoint>();
}
