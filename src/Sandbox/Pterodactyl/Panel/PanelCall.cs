using System.Globalization;
using System.Text.Json.Nodes;
using Elizon.Sandbox.Pterodactyl.Model;
using Elizon.Sandbox.Pterodactyl.Validation;

namespace Elizon.Sandbox.Pterodactyl.Panel;

/// <summary>One request on its way through the panel: who calls, with what input, about which server.</summary>
internal sealed class PanelCall(HttpContext http, PanelUser user, PanelApiKey key)
{
    private PanelServer? _server;

    public HttpContext Http => http;
    public PanelUser User => user;
    public PanelApiKey Key => key;

    /// <summary>The body as sent; only <c>files/write</c> uses it raw.</summary>
    public byte[] Body { get; set; } = [];
    public JsonObject Input { get; set; } = [];

    /// <summary>The bound server of the route.</summary>
    public PanelServer Server
    {
        get => _server ?? throw new InvalidOperationException("This route has no server.");
        set => _server = value;
    }

    public string Address => http.Connection.RemoteIpAddress?.ToString() ?? "127.0.0.1";

    public string Route(string name) => http.Request.RouteValues[name]?.ToString() ?? "";

    /// <exception cref="PanelFailure">404 when the segment is no number.</exception>
    public int RouteId(string name) =>
        int.TryParse(Route(name), NumberStyles.None, CultureInfo.InvariantCulture, out var id)
            ? id
            : throw PanelFailures.NotFound();

    public string? Text(string path) =>
        InputPath.Get(Input, path) is { } value ? PhpValue.Text(value) : null;

    public int? Int(string path) => (int?)Long(path);

    /// <summary>A number as MySQL stores it in an integer column: rounded.</summary>
    public long? Long(string path) =>
        PhpValue.Number(InputPath.Get(Input, path)) is { } number
            ? (long)Math.Round(number, MidpointRounding.AwayFromZero)
            : null;

    public bool Flag(string path) => PhpValue.IsTrue(InputPath.Get(Input, path));

    public bool Has(string path) => InputPath.TryGet(Input, path, out _);

    public IReadOnlyList<string> Texts(string path) =>
        InputPath.Get(Input, path) switch
        {
            JsonArray list => [.. list.Select(PhpValue.Text)],
            JsonObject map => [.. map.Select(pair => PhpValue.Text(pair.Value))],
            _ => [],
        };

    public IReadOnlyList<int> Ints(string path) =>
        [
            .. Texts(path)
                .Select(text =>
                    int.TryParse(text, CultureInfo.InvariantCulture, out var number) ? number : 0
                ),
        ];

    public LaravelValidator Validator() => new(Input);

    /// <summary>Runs the rules.</summary>
    /// <exception cref="PanelFailure">422 with one error per failed rule; 500 when a rule does not exist or cannot be read.</exception>
    public static void Check(LaravelValidator validator)
    {
        List<LaravelFailure> failures;
        try
        {
            failures = validator.Failures();
        }
        catch (Exception fault) when (fault is NotSupportedException or ArgumentException)
        {
            throw PanelFailures.Internal(
                fault is NotSupportedException ? "BadMethodCallException" : "ErrorException"
            );
        }
        if (failures.Count > 0)
            throw PanelFailures.Invalid(failures);
    }
}
