namespace Elizon;

/// <summary>Page style: 1-based page, 1 to 100 per page.</summary>
[GenerateSerializer, Immutable, Alias("PageRequest")]
public readonly record struct PageRequest([property: Id(0)] int Page, [property: Id(1)] int Limit)
{
    public int Offset => (Page - 1) * Limit;

    /// <summary>Binds the reference's query parameters; out of range is refused, not bent.</summary>
    public static PageRequest Of(int? page, int? limit)
    {
        var request = new PageRequest(page ?? 1, limit ?? 20);
        if (request.Page is < 1 or > 1_000_000 || request.Limit is < 1 or > 100)
            throw CommonRefusals.Invalid("'page' is at least 1 and 'limit' between 1 and 100.");
        return request;
    }
}

/// <summary>The "pagination" object of page style.</summary>
[GenerateSerializer, Immutable, Alias("Pagination")]
public sealed record Pagination(
    [property: Id(0)] int Page,
    [property: Id(1)] int Limit,
    [property: Id(2)] long Total,
    [property: Id(3)] long Pages
)
{
    public static Pagination Of(PageRequest request, long total) =>
        new(request.Page, request.Limit, total, (total + request.Limit - 1) / request.Limit);
}

/// <summary>One page of a list.</summary>
[GenerateSerializer, Immutable, Alias("PageOf`1")]
public sealed record PageOf<T>(
    [property: Id(0)] T[] Items,
    [property: Id(1)] Pagination Pagination
);

/// <summary>Offset style: 1 to 100 items from a 0-based offset.</summary>
[GenerateSerializer, Immutable, Alias("OffsetRequest")]
public readonly record struct OffsetRequest(
    [property: Id(0)] int Offset,
    [property: Id(1)] int Limit
)
{
    public static OffsetRequest Of(int? offset, int? limit)
    {
        var request = new OffsetRequest(offset ?? 0, limit ?? 20);
        if (request.Offset is < 0 or > 1_000_000 || request.Limit is < 1 or > 100)
            throw CommonRefusals.Invalid("'offset' is at least 0 and 'limit' between 1 and 100.");
        return request;
    }
}

/// <summary>The "pagination" object of offset style.</summary>
[GenerateSerializer, Immutable, Alias("OffsetPagination")]
public sealed record OffsetPagination(
    [property: Id(0)] long Total,
    [property: Id(1)] int Limit,
    [property: Id(2)] int Offset,
    [property: Id(3)] bool HasMore
)
{
    public static OffsetPagination Of(OffsetRequest request, long total) =>
        new(total, request.Limit, request.Offset, request.Offset + request.Limit < total);
}

/// <summary>A slice of a list.</summary>
[GenerateSerializer, Immutable, Alias("SliceOf`1")]
public sealed record SliceOf<T>(
    [property: Id(0)] T[] Items,
    [property: Id(1)] OffsetPagination Pagination
);
