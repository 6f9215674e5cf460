using System.Globalization;
using Elizon.Sandbox.Pterodactyl.Model;
using Elizon.Sandbox.Pterodactyl.Validation;

namespace Elizon.Sandbox.Pterodactyl.Panel;

/// <summary>The panel's error sentences, each once.</summary>
internal static class PanelFailures
{
    public static PanelFailure Unauthenticated() =>
        new(401, "AuthenticationException", "Unauthenticated.") { Redirects = true };

    public static PanelFailure Denied(string detail) =>
        new(403, "AccessDeniedHttpException", detail);

    public static PanelFailure Unauthorized() => Denied("This action is unauthorized.");

    public static PanelFailure NotFound(
        string detail = "The requested resource could not be found on the server."
    ) => new(404, "NotFoundHttpException", detail);

    public static PanelFailure NotYours() =>
        NotFound("The requested resource does not exist on this server.");

    public static PanelFailure NotOfThisServer() =>
        NotFound("The requested resource was not found for this server.");

    public static PanelFailure BadRequest(string detail) =>
        new(400, "BadRequestHttpException", detail);

    /// <summary>A domain rule is broken.</summary>
    public static PanelFailure Display(string detail, string code = "DisplayException") =>
        new(400, code, detail) { Redirects = true };

    public static PanelFailure Invalid(IReadOnlyList<LaravelFailure> fields) =>
        new(422, "ValidationException", fields[0].Detail) { Fields = fields, Redirects = true };

    public static PanelFailure Invalid(string field, string rule, string detail) =>
        Invalid([new LaravelFailure(field, rule, detail)]);

    public static PanelFailure Conflict(PanelServer server, PanelNode node) =>
        new(409, "ServerStateConflictException", ConflictText(server, node));

    public static PanelFailure Internal(string code = "ErrorException") =>
        new(
            500,
            code,
            "An unexpected error was encountered while processing this request, please try again."
        );

    public static PanelFailure NoNode() =>
        Display(
            "No nodes satisfying the requirements specified for automatic deployment could be found.",
            "NoViableNodeException"
        );

    public static PanelFailure NoAllocation() =>
        Display(
            "No allocations satisfying the requirements for automatic deployment were found.",
            "NoViableAllocationException"
        );

    /// <summary>The daemon did not answer at all.</summary>
    public static PanelFailure DaemonSilent() =>
        Daemon(
            504,
            "Could not establish a connection to the machine running this server. Please try again."
        );

    /// <summary>The daemon answered with an error.</summary>
    public static PanelFailure DaemonSaid(int status, string error)
    {
        var request = Guid.CreateVersion7().ToString();
        return status < 500
            ? Daemon(
                status,
                $"An error occurred on the remote host: {error}. (request id: {request})"
            )
            : Daemon(
                status,
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"There was an error while communicating with the machine running this server. This error has been logged, please try again. (code: {status}) (request_id: {request})"
                )
            );
    }

    private static PanelFailure Daemon(int status, string detail) =>
        new(status, "DaemonConnectionException", detail) { Redirects = true };

    private static string ConflictText(PanelServer server, PanelNode node) =>
        server.IsSuspended
            ? "This server is currently suspended and the functionality requested is unavailable."
        : node.MaintenanceMode
            ? "The node of this server is currently under maintenance and the functionality requested is unavailable."
        : !server.IsInstalled
            ? "This server has not yet completed its installation process, please try again later."
        : "This server is currently restoring from a backup, please try again later.";
}
