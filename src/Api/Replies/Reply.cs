namespace Elizon.Api.Replies;

/// <summary>
/// The reference's answers: <c>success</c> first, then the entity by its name, then what else the route names. Errors
/// are never made here: a handler throws, <see cref="RefusalMiddleware"/> answers.
/// </summary>
public static class Reply
{
    private static readonly Envelope Success = new(StatusCodes.Status200OK, []);

    /// <summary><c>{"success":true}</c></summary>
    public static IResult Ok() => Success;

    /// <summary><c>{"success":true,"service":{…}}</c></summary>
    public static IResult Ok<T>(
        string name,
        T value,
        params ReadOnlySpan<(string Name, object? Value)> more
    ) => new Envelope(StatusCodes.Status200OK, Parts(name, value, more));

    /// <summary>201 with the made thing, and the more that came with it: <c>Created("invoice", invoice, ("payment", payment))</c>.</summary>
    public static IResult Created<T>(
        string name,
        T value,
        params ReadOnlySpan<(string Name, object? Value)> more
    ) => new Envelope(StatusCodes.Status201Created, Parts(name, value, more));

    /// <summary>202: the work goes on as an operation the customer can watch.</summary>
    public static IResult Accepted<T>(
        string name,
        T value,
        params ReadOnlySpan<(string Name, object? Value)> more
    ) => new Envelope(StatusCodes.Status202Accepted, Parts(name, value, more));

    /// <summary>A list in page style.</summary>
    public static IResult Page<T>(
        string name,
        PageOf<T> page,
        params ReadOnlySpan<(string Name, object? Value)> more
    ) =>
        new Envelope(
            StatusCodes.Status200OK,
            Parts(name, page.Items, [("pagination", page.Pagination), .. more])
        );

    /// <summary>A list in offset style.</summary>
    public static IResult Slice<T>(
        string name,
        SliceOf<T> slice,
        params ReadOnlySpan<(string Name, object? Value)> more
    ) =>
        new Envelope(
            StatusCodes.Status200OK,
            Parts(name, slice.Items, [("pagination", slice.Pagination), .. more])
        );

    private static EnvelopePart[] Parts<T>(
        string name,
        T value,
        ReadOnlySpan<(string Name, object? Value)> more
    )
    {
        var parts = new EnvelopePart[1 + more.Length];
        parts[0] = new EnvelopePart(name, value, typeof(T));
        for (var i = 0; i < more.Length; i++)
            parts[i + 1] = new EnvelopePart(
                more[i].Name,
                more[i].Value,
                more[i].Value?.GetType() ?? typeof(object)
            );
        return parts;
    }
}
