using Elizon.Api.Replies;
using Elizon.Api.Rules;
using Elizon.Identity;

namespace Elizon.Api.Identity;

/// <summary>The signed-in person: profile, activation, password, sessions.</summary>
public static class ProfileEndpoints
{
    public static void MapProfile(this IEndpointRouteBuilder api)
    {
        var auth = api.MapGroup("/auth").WithTags("Authentication");
        auth.MapGet("/me", Me)
            .Session()
            .Unverified()
            .Answers<UserView>("user")
            .WithSummary(
                "Get full profile of the currently authenticated user including balances."
            );
        auth.MapPut("/me", Change)
            .Session()
            .Answers<UserView>("user")
            .WithSummary("Update current user profile.");
        auth.MapPatch("/me", Change)
            .Session()
            .Answers<UserView>("user")
            .WithSummary("Update Auth / Me.");
        auth.MapPost("/verify-account", Verify)
            .Session()
            .Unverified()
            .Answers<UserView>("user")
            .WithSummary("Submit 6-digit activation code to activate a newly registered account.");
        auth.MapPost("/verify-account/resend", Resend)
            .Session()
            .Unverified()
            .AnswersSuccess()
            .WithSummary(
                "Resend account activation code via email. 60-second cooldown between resends."
            );
        auth.MapPost("/change-password", ChangePassword)
            .Session()
            .AnswersSuccess()
            .WithSummary("Change password for the authenticated user.");
        auth.MapGet("/session", Session)
            .Session()
            .Answers<UserView>("user")
            .Answers<SessionView>("session")
            .WithSummary(
                "Gibt den aktuell authentifizierten Benutzer und Session-Informationen zurück."
            );
        auth.MapGet("/sessions", Sessions)
            .Session()
            .Answers<SessionView[]>("sessions")
            .WithSummary("List all active sessions for the current user.");
        auth.MapDelete("/sessions", EndSessions)
            .Session()
            .Answers<int>("ended")
            .WithSummary("Revoke a specific session by ID, or all other sessions.");
    }

    private static async Task<IResult> Me(Caller caller, IGrainFactory grains) =>
        Reply.Ok("user", await grains.ProfileDesk().Show(caller.User));

    private static async Task<IResult> Change(
        ProfileBody body,
        Caller caller,
        IGrainFactory grains
    ) => Reply.Ok("user", await grains.ProfileDesk().Change(caller.User, body.Change, caller));

    private static async Task<IResult> Verify(CodeBody body, Caller caller, IGrainFactory grains) =>
        Reply.Ok("user", await grains.User(caller.User).VerifyAccount(body.Code, caller));

    private static async Task<IResult> Resend(Caller caller, IGrainFactory grains)
    {
        await grains.User(caller.User).ResendCode(caller);
        return Reply.Ok();
    }

    private static async Task<IResult> ChangePassword(
        ChangePasswordBody body,
        Client client,
        Caller caller,
        IGrainFactory grains
    )
    {
        await grains
            .SignInDesk()
            .ChangePassword(
                body.CurrentPassword,
                body.NewPassword,
                client.Session()!.Value,
                caller
            );
        return Reply.Ok();
    }

    private static async Task<IResult> Session(Client client, Caller caller, IGrainFactory grains)
    {
        var current = await grains.ProfileDesk().Session(caller.User, client.Session()!.Value);
        return Reply.Ok("user", current.User, ("session", current.Session));
    }

    private static async Task<IResult> Sessions(
        Client client,
        Caller caller,
        IGrainFactory grains
    ) => Reply.Ok("sessions", await grains.User(caller.User).Sessions(client.Session()!.Value));

    private static async Task<IResult> EndSessions(
        [AsParameters] SessionQuery query,
        Client client,
        Caller caller,
        IGrainFactory grains
    ) =>
        Reply.Ok(
            "ended",
            await grains.ProfileDesk().EndSessions(query.Id, client.Session()!.Value, caller)
        );
}
