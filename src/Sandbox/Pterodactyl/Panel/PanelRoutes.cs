namespace Elizon.Sandbox.Pterodactyl.Panel;

/// <summary>Collects the routes of one API: <c>api.Get("/users", "users", List)</c>.</summary>
internal sealed class PanelRoutes(PanelApi api, string prefix)
{
    private readonly List<PanelRoute> _routes = [];

    public IReadOnlyList<PanelRoute> All => _routes;

    public void Get(
        string path,
        string? demand,
        Func<PanelCall, PanelContext, PanelAnswer> handle
    ) => Add("GET", path, demand, Sync(handle));

    public void Post(
        string path,
        string? demand,
        Func<PanelCall, PanelContext, PanelAnswer> handle
    ) => Add("POST", path, demand, Sync(handle));

    public void Put(
        string path,
        string? demand,
        Func<PanelCall, PanelContext, PanelAnswer> handle
    ) => Add("PUT", path, demand, Sync(handle));

    public void Patch(
        string path,
        string? demand,
        Func<PanelCall, PanelContext, PanelAnswer> handle
    ) => Add("PATCH", path, demand, Sync(handle));

    public void Delete(
        string path,
        string? demand,
        Func<PanelCall, PanelContext, PanelAnswer> handle
    ) => Add("DELETE", path, demand, Sync(handle));

    public void GetAsync(
        string path,
        string? demand,
        Func<PanelCall, PanelContext, ValueTask<PanelAnswer>> handle
    ) => Add("GET", path, demand, handle);

    public void PostAsync(
        string path,
        string? demand,
        Func<PanelCall, PanelContext, ValueTask<PanelAnswer>> handle
    ) => Add("POST", path, demand, handle);

    public void PutAsync(
        string path,
        string? demand,
        Func<PanelCall, PanelContext, ValueTask<PanelAnswer>> handle
    ) => Add("PUT", path, demand, handle);

    public void PatchAsync(
        string path,
        string? demand,
        Func<PanelCall, PanelContext, ValueTask<PanelAnswer>> handle
    ) => Add("PATCH", path, demand, handle);

    public void DeleteAsync(
        string path,
        string? demand,
        Func<PanelCall, PanelContext, ValueTask<PanelAnswer>> handle
    ) => Add("DELETE", path, demand, handle);

    private void Add(
        string method,
        string path,
        string? demand,
        Func<PanelCall, PanelContext, ValueTask<PanelAnswer>> handle
    ) => _routes.Add(new PanelRoute(method, prefix + path, api, demand, handle));

    private static Func<PanelCall, PanelContext, ValueTask<PanelAnswer>> Sync(
        Func<PanelCall, PanelContext, PanelAnswer> handle
    ) => (call, panel) => ValueTask.FromResult(handle(call, panel));
}
