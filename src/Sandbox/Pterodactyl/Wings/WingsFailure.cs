namespace Elizon.Sandbox.Pterodactyl.Wings;

/// <summary>An error answer of a daemon: <c>{"error":"…"}</c> with a status.</summary>
internal sealed class WingsFailure(int status, string error) : Exception(error)
{
    public int Status { get; } = status;

    public static WingsFailure NoSuchServer() =>
        new(404, "The requested resource does not exist on this instance.");

    public static WingsFailure NotFound() =>
        new(404, "The requested resources was not found on the system.");

    public static WingsFailure Unexpected() =>
        new(500, "An unexpected error was encountered while processing this request");
}
