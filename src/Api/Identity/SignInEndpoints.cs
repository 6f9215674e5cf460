using Elizon.Api.Replies;
using Elizon.Api.Rules;
using Elizon.Identity;

namespace Elizon.Api.Identity;

/// <summary>What happens before there is a session, and its end.</summary>
public static class SignInEndpoints
{
    public static void MapSignIn(this IEndpointRouteBuilder api)
    {
        var auth = api.MapGroup("/auth").WithTags("Authentication");
        auth.MapPost("/register", Register)
            .Public()
            .NoKey()
            .Answers<UserView>("user", 201)
            .Answers<string>("token", 201)
            .Answers<DateTimeOffset>("expiresAt", 201)
            .WithSummary("Erstellt ein neues Benutzerkonto. Sendet eine Verifizierungs-E-Mail.");
        auth.MapPost("/login", Login)
            .Public()
            .NoKey()
            .Answers<UserView>("user")
            .Answers<string>("token")
            .Answers<DateTimeOffset>("expiresAt")
            .WithSummary("Authentifizierung mit E-Mail & Passwort. Gibt ein Session-Token zurück.");
        auth.MapPost("/forgot-password", Forgot)
            .Public()
            .NoKey()
            .AnswersSuccess()
            .WithSummary("E-Mail zum Zurücksetzen des Passworts anfordern.");
        auth.MapGet("/reset-password", CheckReset)
            .Public()
            .NoKey()
            .AnswersSuccess()
            .WithSummary("Validate a password reset token (check if still valid).");
        auth.MapPost("/reset-password", Reset)
            .Public()
            .NoKey()
            .AnswersSuccess()
            .WithSummary("Passwort mithilfe eines Tokens aus der Reset-E-Mail zurücksetzen.");
        auth.MapPost("/logout", Logout)
            .Session()
            .Unverified()
            .AnswersSuccess()
            .WithSummary("Aktuelle Sitzung beenden.");
        auth.MapDelete("/logout", Logout)
            .Public()
            .NoKey()
            .AnswersSuccess()
            .WithSummary("Delete Auth / Logout.");
        api.MapGet("/public/registration-status", Status)
            .Public()
            .Answers<RegistrationStatus>("registration")
            .WithTags("Health")
            .WithSummary("Check whether registration is allowed (general, private, business).");
    }

    public static void MapStaffInit(this IEndpointRouteBuilder admin) =>
        admin
            .MapPost("/init", Init)
            .Public()
            .NoKey()
            .Answers<UserView>("user", 201)
            .Answers<string>("token", 201)
            .Answers<DateTimeOffset>("expiresAt", 201)
            .WithTags("Admin")
            .WithSummary("Make the first staff account by the one-time token of the data folder.");

    private static async Task<IResult> Register(
        RegisterBody body,
        Client client,
        Caller caller,
        HttpContext http,
        IGrainFactory grains
    ) =>
        SignedInReply.Created(
            http,
            await grains
                .SignInDesk()
                .Register(body.Registration, client.Visitor(), caller.Operation)
        );

    private static async Task<IResult> Login(
        LoginBody body,
        Client client,
        HttpContext http,
        IGrainFactory grains
    ) =>
        SignedInReply.Ok(
            http,
            await grains.SignInDesk().Login(body.Email, body.Password, client.Visitor())
        );

    private static async Task<IResult> Init(
        InitBody body,
        Client client,
        HttpContext http,
        IGrainFactory grains
    ) =>
        SignedInReply.Created(
            http,
            await grains.SignInDesk().InitStaff(body.Token, body.Registration, client.Visitor())
        );

    private static async Task<IResult> Forgot(
        ForgotPasswordBody body,
        Client client,
        IGrainFactory grains
    )
    {
        await grains.SignInDesk().ForgotPassword(body.Email, client.Visitor());
        return Reply.Ok();
    }

    private static async Task<IResult> CheckReset(string token, Client client, IGrainFactory grains)
    {
        await grains.SignInDesk().CheckReset(token, client.Visitor());
        return Reply.Ok();
    }

    private static async Task<IResult> Reset(
        ResetPasswordBody body,
        Client client,
        IGrainFactory grains
    )
    {
        await grains.SignInDesk().ResetPassword(body.Token, body.Password, client.Visitor());
        return Reply.Ok();
    }

    private static async Task<IResult> Logout(
        Client client,
        Caller caller,
        HttpContext http,
        IGrainFactory grains
    )
    {
        await grains.SignInDesk().Logout(client.Session(), caller);
        SessionCookie.Clear(http);
        return Reply.Ok();
    }

    private static async Task<IResult> Status(IGrainFactory grains) =>
        Reply.Ok("registration", await grains.SignInDesk().Status());
}
