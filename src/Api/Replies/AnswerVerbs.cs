namespace Elizon.Api.Replies;

/// <summary>What a route answers when all is well: read by OpenAPI, and by the envelope when it checks itself.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="Name">The member's name beside "success"; null for an answer without members or with another media type.</param>
/// <param name="Type">The member's type.</param>
/// <param name="MediaType">Null for the envelope.</param>
/// <param name="Nullable">The member is there and may be null.</param>
public sealed record Answer(
    int Status,
    string? Name,
    Type? Type,
    string? MediaType = null,
    bool Nullable = false
);

/// <summary>
/// States what a route answers, beside its access: <c>.Answers&lt;InvoiceView&gt;("invoice", 201).Answers&lt;PaymentView&gt;("payment", 201)</c>.
/// One call per member, in the order and with the names that <see cref="Reply"/> is given.
/// </summary>
public static class AnswerVerbs
{
    public static TBuilder Answers<TBuilder>(this TBuilder route, Answer answer)
        where TBuilder : IEndpointConventionBuilder
    {
        route.Add(endpoint => endpoint.Metadata.Add(answer));
        return route;
    }

    /// <summary>A member of the answer.</summary>
    public static RouteHandlerBuilder Answers<T>(
        this RouteHandlerBuilder route,
        string name,
        int status = StatusCodes.Status200OK,
        bool nullable = false
    ) => route.Answers(new Answer(status, name, typeof(T), Nullable: nullable));

    /// <summary>A list in page style.</summary>
    public static RouteHandlerBuilder AnswersPage<T>(this RouteHandlerBuilder route, string name) =>
        route.Answers<T[]>(name).Answers<Pagination>("pagination");

    /// <summary>A list in offset style.</summary>
    public static RouteHandlerBuilder AnswersSlice<T>(
        this RouteHandlerBuilder route,
        string name
    ) => route.Answers<T[]>(name).Answers<OffsetPagination>("pagination");

    /// <summary><c>{"success":true}</c> and no more.</summary>
    public static RouteHandlerBuilder AnswersSuccess(this RouteHandlerBuilder route) =>
        route.Answers(new Answer(StatusCodes.Status200OK, null, null));

    /// <summary>Nothing any more: 410 and why.</summary>
    public static RouteHandlerBuilder AnswersGone(this RouteHandlerBuilder route) =>
        route.Answers(new Answer(StatusCodes.Status410Gone, null, null));

    /// <summary>Something other than JSON: "application/pdf", "text/event-stream", "text/html".</summary>
    public static RouteHandlerBuilder AnswersMedia(
        this RouteHandlerBuilder route,
        string mediaType,
        int status = StatusCodes.Status200OK
    ) => route.Answers(new Answer(status, null, null, mediaType));
}
