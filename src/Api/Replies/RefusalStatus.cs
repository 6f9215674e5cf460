namespace Elizon.Api.Replies;

/// <summary>The one map from kinds of refusal to HTTP statuses (design, section 9).</summary>
internal static class RefusalStatus
{
    public static int Of(RefusalKind kind) =>
        kind switch
        {
            RefusalKind.Invalid => StatusCodes.Status400BadRequest,
            RefusalKind.Unauthenticated => StatusCodes.Status401Unauthorized,
            RefusalKind.PaymentRequired => StatusCodes.Status402PaymentRequired,
            RefusalKind.Forbidden => StatusCodes.Status403Forbidden,
            RefusalKind.NotFound => StatusCodes.Status404NotFound,
            RefusalKind.Conflict => StatusCodes.Status409Conflict,
            RefusalKind.Gone => StatusCodes.Status410Gone,
            RefusalKind.Limited => StatusCodes.Status429TooManyRequests,
            RefusalKind.ProviderDown => StatusCodes.Status503ServiceUnavailable,
            _ => throw new ArgumentOutOfRangeException(nameof(kind)),
        };
}
