using System.Globalization;
using Elizon.Sandbox.Control;
using Elizon.Sandbox.Hosting;

namespace Elizon.Sandbox.Lexware;

/// <summary>Lexware Office on the control page and in the call log.</summary>
internal sealed class LexwareSimulator(LexwareStore store) : ISimulator
{
    public const string SimulatorName = "lexware";
    public const string ApiPath = "/lexware/v1";
    private const int Shown = 50;

    public string Name => SimulatorName;

    public string Title => "Lexware Office";

    public string Summary =>
        $"The part of the API at {ApiPath} that a second book needs: profile, posting categories, contacts, vouchers and their files; two requests a second.";

    public bool Owns(HttpContext context) =>
        context.Listener().Surface == Surface.Control
        && context.Request.Path.StartsWithSegments(ApiPath, StringComparison.OrdinalIgnoreCase);

    public IReadOnlyList<StateTable> State() =>
        [
            new StateTable(
                "Vouchers",
                ["Number", "Type", "Gross", "Tax", "Contact", "Files"],
                [
                    .. store
                        .Vouchers.Reverse()
                        .Take(Shown)
                        .Select(v => new StateRow([
                            v.VoucherNumber,
                            v.Type,
                            v.TotalGrossAmount.ToString(CultureInfo.InvariantCulture),
                            v.TotalTaxAmount.ToString(CultureInfo.InvariantCulture),
                            v.ContactId ?? "collective",
                            v.Files.Count.ToString(CultureInfo.InvariantCulture),
                        ])),
                ]
            ),
            new StateTable(
                "Contacts",
                ["Number", "Name", "VAT id"],
                [
                    .. store
                        .Contacts.Reverse()
                        .Take(Shown)
                        .Select(c => new StateRow([
                            c.Number.ToString(CultureInfo.InvariantCulture),
                            c.Name,
                            c.VatRegistrationId ?? "–",
                        ])),
                ]
            ),
        ];
}
