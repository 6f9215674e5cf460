using System.CommandLine;
using Elizon.Audit;
using Elizon.Cli.Access;
using Elizon.Cli.Output;

namespace Elizon.Cli.Commands;

/// <summary><c>elizon audit list</c>: who did what to which thing, and why.</summary>
internal static class AuditCommand
{
    private static readonly Option<string?> Actor = new("--actor")
    {
        Description = "As shown: session/…",
    };

    private static readonly Option<string?> Action = new("--action")
    {
        Description = "Such as service.suspended.",
    };

    private static readonly Option<string?> Target = new("--target")
    {
        Description = "Such as service/ab12….",
    };

    private static readonly Option<string?> Owner = new("--owner")
    {
        Description = "The customer concerned.",
    };

    public static Command Make(World world) =>
        Common.Noun(
            "audit",
            "Who did what to which thing, and why.",
            Common
                .Staff(world, "list", "Newest first.", List)
                .With(Actor, Action, Target, Owner, Paging.Page, Paging.Limit)
        );

    private static Task<int> List(
        ParseResult parsed,
        AdminApi api,
        Report report,
        CancellationToken cancellation
    ) =>
        Paging.Show<AuditView>(
            parsed,
            api,
            report,
            "api/admin/audit",
            "entries",
            found =>
                report.Table(
                    ["at", "who", "what", "to", "why"],
                    found.Select(e =>
                        new[] { Moment.Text(e.At), e.Actor, e.Action, e.Target, e.Reason }
                    )
                ),
            cancellation,
            ("actor", parsed.GetValue(Actor)),
            ("action", parsed.GetValue(Action)),
            ("target", parsed.GetValue(Target)),
            ("owner", parsed.GetValue(Owner))
        );
}
