using Elizon.Admin;
using Elizon.Api.Replies;
using Elizon.Api.Rules;
using Elizon.Audit;
using Elizon.Identity;

namespace Elizon.Api.Admin;

/// <summary>What staff sees of the whole house.</summary>
public static class AdminEndpoints
{
    public static void MapAdmin(this IEndpointRouteBuilder admin)
    {
        var house = admin.MapGroup("").WithTags("Admin");
        house
            .MapGet("/audit", Audit)
            .Staff(StaffRole.Support)
            .AnswersPage<AuditView>("entries")
            .WithSummary("Who did what to which thing, and why; newest first.");
        house
            .MapGet("/doctor", Doctor)
            .Staff(StaffRole.Operations)
            .Answers<DoctorReport>("report")
            .WithSummary("Examines everything the platform stands on: ok, warn or fail each.");
        house
            .MapGet("/dead-letters", DeadLetters)
            .Staff(StaffRole.Operations)
            .AnswersPage<DeadLetterView>("deadLetters")
            .WithSummary("Messages between parts of the platform that were given up.");
        house
            .MapPost("/dead-letters/{id}/retry", SendAgain)
            .Staff(StaffRole.Operations)
            .Answers<DeadLetterView>("deadLetter")
            .WithSummary("Send a dead letter again.");
        house
            .MapGet("/overdue", Overdue)
            .Staff(StaffRole.Operations)
            .AnswersPage<OverdueView>("overdue")
            .WithSummary("What is due and failed at least once; it is tried again by itself.");
        house
            .MapGet("/unbilled", Unbilled)
            .Staff(StaffRole.Billing)
            .AnswersPage<UnbilledView>("unbilled")
            .WithSummary("Due and not done: contracts beyond their paid time without an invoice.");
        house
            .MapGet("/undelivered", Undelivered)
            .Staff(StaffRole.Operations)
            .AnswersPage<UndeliveredView>("undelivered")
            .WithSummary("Paid and not delivered, the oldest first.");
    }

    private static async Task<IResult> Audit(
        [AsParameters] AuditQuery query,
        IGrainFactory grains
    ) =>
        Reply.Page(
            "entries",
            await grains.AuditReader().List(query.Filter, PageRequest.Of(query.Page, query.Limit))
        );

    private static async Task<IResult> DeadLetters(int? page, int? limit, IGrainFactory grains) =>
        Reply.Page("deadLetters", await grains.Backlog().DeadLetters(PageRequest.Of(page, limit)));

    private static async Task<IResult> SendAgain(long id, Caller caller, IGrainFactory grains) =>
        Reply.Ok("deadLetter", await grains.Backlog().SendAgain(id, caller));

    private static async Task<IResult> Overdue(int? page, int? limit, IGrainFactory grains) =>
        Reply.Page("overdue", await grains.Backlog().Overdue(PageRequest.Of(page, limit)));

    private static async Task<IResult> Unbilled(int? page, int? limit, IGrainFactory grains) =>
        Reply.Page("unbilled", await grains.Backlog().Unbilled(PageRequest.Of(page, limit)));

    private static async Task<IResult> Undelivered(int? page, int? limit, IGrainFactory grains) =>
        Reply.Page("undelivered", await grains.Backlog().Undelivered(PageRequest.Of(page, limit)));

    private static async Task<IResult> Doctor(Caller caller, IGrainFactory grains) =>
        Reply.Ok("report", await grains.Doctor().Examine(caller));
}

/// <summary>Filters of the audit list; each matches exactly.</summary>
public readonly record struct AuditQuery(
    string? Actor,
    string? Action,
    string? Target,
    UserId? Owner,
    int? Page,
    int? Limit
)
{
    internal AuditFilter Filter => new(Target, Owner, Action, Actor);
}
