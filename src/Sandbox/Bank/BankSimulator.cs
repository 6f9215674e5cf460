using System.Globalization;
using Elizon.Sandbox.Control;
using Elizon.Sandbox.Hosting;

namespace Elizon.Sandbox.Bank;

/// <summary>The bank on the control page and in the call log.</summary>
internal sealed class BankSimulator(BankBook book) : ISimulator
{
    public const string SimulatorName = "bank";
    public const string Path = "/bank";
    private const int Shown = 50;

    public string Name => SimulatorName;

    public string Title => "Bank account (camt.053, pain.001)";

    public string Summary =>
        "One account at /bank: takes payment orders (pain.001) and tells statements (camt.053, .02 and .08). "
        + "Transfers, returns and the end of a day come by /control/bank.";

    public bool Owns(HttpContext context) =>
        context.Listener().Surface == Surface.Control
        && context.Request.Path.StartsWithSegments(Path, StringComparison.OrdinalIgnoreCase);

    public IReadOnlyList<StateTable> State() =>
        [
            new StateTable(
                $"Entries, balance {Text(book.Balance)} EUR",
                ["Id", "Amount", "Who", "Text", "Statement"],
                [
                    .. book
                        .Entries.Reverse()
                        .Take(Shown)
                        .Select(e => new StateRow([
                            e.Id,
                            Text(e.Cents),
                            e.Name,
                            string.Join(' ', e.Texts),
                            e.Statement ?? (e.Pending ? "pending" : ""),
                        ])),
                ]
            ),
            new StateTable(
                "Statements",
                ["Number", "Closing", "Entries"],
                [
                    .. book
                        .Statements.Reverse()
                        .Take(Shown)
                        .Select(s => new StateRow(
                            [s.Number, Text(s.Closing), $"{s.Booked.Count}"],
                            $"{Path}/statements/{s.Number}"
                        )),
                ]
            ),
        ];

    private static string Text(long cents) =>
        (cents / 100m).ToString("0.00", CultureInfo.InvariantCulture);
}
