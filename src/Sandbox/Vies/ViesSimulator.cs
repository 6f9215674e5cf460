using Elizon.Sandbox.Control;
using Elizon.Sandbox.Hosting;

namespace Elizon.Sandbox.Vies;

/// <summary>VIES on the control page and in the call log.</summary>
internal sealed class ViesSimulator(ViesNumbers numbers) : ISimulator
{
    public const string SimulatorName = "vies";
    public const string ApiPath = "/vies/rest-api";

    public string Name => SimulatorName;

    public string Title => "VIES (VAT ids)";

    public string Summary =>
        $"The register of VAT ids at {ApiPath}. An id is valid when it stands in the table; the control API changes it.";

    public bool Owns(HttpContext context) =>
        context.Listener().Surface == Surface.Control
        && context.Request.Path.StartsWithSegments(ApiPath, StringComparison.OrdinalIgnoreCase);

    public IReadOnlyList<StateTable> State() =>
        [
            new StateTable(
                "Numbers",
                ["VAT id", "Valid", "Name"],
                [
                    .. numbers.All.Select(n => new StateRow([
                        n.Id,
                        n.Valid ? "yes" : "no",
                        n.Name ?? "–",
                    ])),
                ]
            ),
        ];
}
