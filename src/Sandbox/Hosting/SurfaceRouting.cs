namespace Elizon.Sandbox.Hosting;

/// <summary>Binds routes to a surface, so that panel and nodes may have the same paths.</summary>
public static class SurfaceRouting
{
    /// <summary>A group whose routes exist on the ports of <paramref name="surface"/> only.</summary>
    public static RouteGroupBuilder MapSurface(
        this IEndpointRouteBuilder routes,
        Surface surface
    ) => routes.MapGroup(string.Empty).WithMetadata(new SurfaceMetadata(surface));

    /// <summary>The listener of this request; in tests without Kestrel the control surface.</summary>
    public static SandboxListener Listener(this HttpContext context) =>
        context.Features.Get<SandboxListener>() ?? new SandboxListener(Surface.Control, 0);
}

internal sealed record SurfaceMetadata(Surface Surface);
