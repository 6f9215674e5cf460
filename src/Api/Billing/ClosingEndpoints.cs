using System.ComponentModel.DataAnnotations;
using Elizon.Api.OpenApi;
using Elizon.Api.Replies;
using Elizon.Api.Rules;
using Elizon.Billing;
using Elizon.Identity;

namespace Elizon.Api.Billing;

/// <summary>Closing an account with payout of what is on it.</summary>
public static class ClosingEndpoints
{
    public static void MapClosing(this IEndpointRouteBuilder api)
    {
        var closing = api.MapGroup("/user/closing").WithTags("Billing");
        closing
            .MapGet("", Show)
            .Session()
            .Answers<ClosingView>("closing")
            .WithSummary(
                "Whether the account is closed, how its payout stands, and what closing it would do."
            );
        closing
            .MapPost("", Close)
            .Session()
            .Answers<ClosingView>("closing")
            .WithSummary(
                "Close the account and pay its balance out: first without, then with 'confirmed'. A closed one is paid out again."
            );
        closing
            .MapDelete("", Reopen)
            .Session()
            .Answers<ClosingView>("closing")
            .WithSummary("Open the account again.");
    }

    public static void MapClosingAdmin(this IEndpointRouteBuilder admin)
    {
        var accounts = admin.MapGroup("/accounts/{id}").WithTags("Admin: billing");
        accounts
            .MapPost("/close", CloseByStaff)
            .Staff(StaffRole.Billing)
            .Answers<ClosingView>("closing")
            .WithSummary("Close a customer's account and pay its balance out.");
        accounts
            .MapPost("/reopen", ReopenByStaff)
            .Staff(StaffRole.Billing)
            .Answers<ClosingView>("closing")
            .WithSummary("Open a customer's closed account again.");
    }

    private static async Task<IResult> Show(Caller caller, IGrainFactory grains) =>
        Reply.Ok("closing", await Of(caller, grains).Show());

    private static async Task<IResult> Close(
        ClosingBody body,
        Caller caller,
        IGrainFactory grains
    ) =>
        Reply.Ok(
            "closing",
            await Of(caller, grains)
                .Close(new ClosingRequest(body.Iban, body.Holder, body.Confirmed), caller)
        );

    private static async Task<IResult> Reopen(Caller caller, IGrainFactory grains) =>
        Reply.Ok("closing", await Of(caller, grains).Reopen(caller));

    private static async Task<IResult> CloseByStaff(
        AccountId id,
        CloseAccountBody body,
        Caller caller,
        IGrainFactory grains
    ) =>
        Reply.Ok(
            "closing",
            await grains
                .AccountClosing(id)
                .Close(new ClosingRequest(body.Iban, body.Holder, Confirmed: true), caller)
        );

    private static async Task<IResult> ReopenByStaff(
        AccountId id,
        Caller caller,
        IGrainFactory grains
    ) => Reply.Ok("closing", await grains.AccountClosing(id).Reopen(caller));

    private static IAccountClosing Of(Caller caller, IGrainFactory grains) =>
        grains.AccountClosing(AccountId.Of(caller.User.Value));
}

/// <summary>Close my account. Where the balance goes is needed when there is one.</summary>
/// <param name="Confirmed">False: what would happen, and what stands in the way, is answered. True: it happens.</param>
public sealed record ClosingBody(
    [property: MaxLength(64), Sample("DE02120300000000202051")] string? Iban = null,
    [property: MaxLength(70), Sample("Erika Mustermann")] string? Holder = null,
    bool Confirmed = false
)
{
    public override string ToString() => nameof(ClosingBody);
}

/// <summary>Close a customer's account, and why. Where the balance goes is needed when there is one.</summary>
public sealed record CloseAccountBody(
    [property: MaxLength(500)] string Reason,
    [property: MaxLength(64), Sample("DE02120300000000202051")] string? Iban = null,
    [property: MaxLength(70), Sample("Erika Mustermann")] string? Holder = null
)
{
    public override string ToString() => nameof(CloseAccountBody);
}
