using Elizon.Api.Replies;
using Elizon.Api.Rules;
using Elizon.Identity;

namespace Elizon.Api.Identity;

/// <summary>A new session: the token in the answer for programs, in a cookie for our own pages.</summary>
internal static class SignedInReply
{
    public static IResult Ok(HttpContext http, SignedIn signedIn)
    {
        SessionCookie.Issue(http, signedIn.Token, signedIn.ExpiresAt);
        return Reply.Ok(
            "user",
            signedIn.User,
            ("token", signedIn.Token),
            ("expiresAt", signedIn.ExpiresAt)
        );
    }

    public static IResult Created(HttpContext http, SignedIn signedIn)
    {
        SessionCookie.Issue(http, signedIn.Token, signedIn.ExpiresAt);
        return Reply.Created(
            "user",
            signedIn.User,
            ("token", signedIn.Token),
            ("expiresAt", signedIn.ExpiresAt)
        );
    }

    public static Visitor Visitor(this Client client) => new(client.Address, client.Agent);

    /// <summary>The session the request came with; null without one.</summary>
    public static SessionId? Session(this Client client) =>
        client.Credential is { } hash ? SessionId.Of(hash) : null;
}
