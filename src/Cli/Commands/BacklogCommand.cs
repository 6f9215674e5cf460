using System.CommandLine;
using Elizon.Admin;
using Elizon.Cli.Access;
using Elizon.Cli.Output;

namespace Elizon.Cli.Commands;

/// <summary><c>elizon backlog</c>: messages that were given up, and due work that fails.</summary>
internal static class BacklogCommand
{
    private static readonly Argument<long> Id = new("id") { Description = "As listed." };

    public static Command Make(World world) =>
        Common.Noun(
            "backlog",
            "Work inside the platform that did not get through.",
            Common
                .Staff(world, "letters", "Messages that were given up.", Letters)
                .With(Paging.Page, Paging.Limit),
            Common.Staff(world, "retry", "Send such a message again.", Retry).With(Id),
            Common
                .Staff(world, "overdue", "What is due and fails.", Overdue)
                .With(Paging.Page, Paging.Limit),
            Common
                .Staff(world, "unbilled", "Due and not done: contracts without invoice.", Unbilled)
                .With(Paging.Page, Paging.Limit),
            Common
                .Staff(world, "undelivered", "Paid and not delivered.", Undelivered)
                .With(Paging.Page, Paging.Limit)
        );

    private static Task<int> Letters(
        ParseResult parsed,
        AdminApi api,
        Report report,
        CancellationToken cancellation
    ) =>
        Paging.Show<DeadLetterView>(
            parsed,
            api,
            report,
            "api/admin/dead-letters",
            "deadLetters",
            found =>
                report.Table(
                    ["id", "message", "from", "to", "since", "tries", "last error"],
                    found.Select(l =>
                        new[]
                        {
                            $"{l.Id}",
                            l.Type,
                            l.Source,
                            l.Target,
                            Moment.Text(l.CreatedAt),
                            $"{l.Attempts}",
                            l.LastError,
                        }
                    )
                ),
            cancellation
        );

    private static async Task<int> Retry(
        ParseResult parsed,
        AdminApi api,
        Report report,
        CancellationToken cancellation
    )
    {
        var id = parsed.GetValue(Id);
        var answer = await api.Post(
            $"api/admin/dead-letters/{id}/retry",
            null,
            cancellation,
            "elizon backlog retry"
        );
        report.Json(answer);
        report.Line($"Message {id} is sent again.");
        return ExitCode.Ok;
    }

    private static Task<int> Overdue(
        ParseResult parsed,
        AdminApi api,
        Report report,
        CancellationToken cancellation
    ) =>
        Paging.Show<OverdueView>(
            parsed,
            api,
            report,
            "api/admin/overdue",
            "overdue",
            found =>
                report.Table(
                    ["what", "due", "next try", "tries", "last error"],
                    found.Select(o =>
                        new[]
                        {
                            o.Target,
                            Moment.Text(o.At),
                            o.RetryAt is { } at ? Moment.Text(at) : null,
                            $"{o.Attempts}",
                            o.LastError,
                        }
                    )
                ),
            cancellation
        );

    private static Task<int> Unbilled(
        ParseResult parsed,
        AdminApi api,
        Report report,
        CancellationToken cancellation
    ) =>
        Paging.Show<UnbilledView>(
            parsed,
            api,
            report,
            "api/admin/unbilled",
            "unbilled",
            found =>
                report.Table(
                    ["service", "customer", "product", "paid until"],
                    found.Select(u =>
                        new[]
                        {
                            u.Service.Value,
                            u.Owner.Value,
                            u.Product,
                            Moment.Text(u.PaidUntil),
                        }
                    )
                ),
            cancellation
        );

    private static Task<int> Undelivered(
        ParseResult parsed,
        AdminApi api,
        Report report,
        CancellationToken cancellation
    ) =>
        Paging.Show<UndeliveredView>(
            parsed,
            api,
            report,
            "api/admin/undelivered",
            "undelivered",
            found =>
                report.Table(
                    ["service", "customer", "invoice", "name", "price", "paid"],
                    found.Select(u =>
                        new[]
                        {
                            u.Service.Value,
                            u.Account.Value,
                            u.Invoice.Value,
                            u.Name,
                            $"{u.Price}",
                            Moment.Text(u.PaidAt),
                        }
                    )
                ),
            cancellation
        );
}
