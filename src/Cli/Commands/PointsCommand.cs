using System.CommandLine;
using System.Globalization;
using Elizon.Billing;
using Elizon.Cli.Access;
using Elizon.Cli.Output;

namespace Elizon.Cli.Commands;

/// <summary><c>elizon points</c>: gives customers NetPoints and takes them.</summary>
internal static class PointsCommand
{
    private static readonly Argument<string> Account = new("account")
    {
        Description = "The customer's id.",
    };

    private static readonly Argument<int> Points = new("points")
    {
        Description = "How many; one is worth one cent.",
    };

    public static Command Make(World world) =>
        Common.Noun(
            "points",
            "NetPoints of customers.",
            Common
                .Staff(
                    world,
                    "grant",
                    "Give a customer points. Needs --reason.",
                    (parsed, api, report, cancellation) =>
                        Move(parsed.GetValue(Points), parsed, api, report, cancellation)
                )
                .With(Account, Points),
            Common
                .Staff(
                    world,
                    "revoke",
                    "Take points from a customer. Needs --reason.",
                    (parsed, api, report, cancellation) =>
                        Move(-parsed.GetValue(Points), parsed, api, report, cancellation)
                )
                .With(Account, Points)
        );

    private static async Task<int> Move(
        int points,
        ParseResult parsed,
        AdminApi api,
        Report report,
        CancellationToken cancellation
    )
    {
        var account = parsed.GetRequiredValue(Account);
        var answer = await api.Post(
            $"api/admin/accounts/{Uri.EscapeDataString(account)}/netpoints",
            new { points, reason = api.Reason() },
            cancellation
        );
        report.Json(answer);
        var left = answer.Read<PointsView>("netpoints");
        report.Line(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{account} has {left.Points} points now, worth {left.Value} EUR."
            )
        );
        return ExitCode.Ok;
    }
}
