using System.Text.Json;
using Elizon.Grains.Providers.Mollie.Wire;

namespace Elizon.Grains.Providers.Mollie;

/// <summary>Reads lists, newest first, page by page.</summary>
internal static class MolliePaging
{
    private const int PageSize = 250;

    /// <summary>More than this is not one question any more.</summary>
    private const int MostPages = 40;

    /// <summary>At least all items down to the first that <paramref name="isOver"/> says is too old.</summary>
    public static async Task<Outcome<T[]>> All<T>(
        this MollieApi api,
        string path,
        string name,
        Func<T, bool> isOver,
        string? from,
        CancellationToken cancellation
    )
    {
        var found = new List<T>();
        for (var pages = 0; pages < MostPages; pages++)
        {
            var answer = await api.Get(
                $"{path}?limit={PageSize}{(from is null ? "" : $"&from={Uri.EscapeDataString(from)}")}",
                cancellation
            );
            if (!answer.IsSuccess)
                return answer.Failed<T[]>();
            var page = answer.Body.Deserialize<MolliePage>()!;
            var items = page.Items<T>(name);
            // The first page counts whole: the provider's clock is not ours, and these are at hand.
            found.AddRange(pages == 0 ? items : items.TakeWhile(i => !isOver(i)));
            from = page.Links?.Next is { } next ? Cursor(next.Href) : null;
            if (from is null || items.Any(isOver))
                return Outcome<T[]>.Done([.. found]);
        }
        return Outcome<T[]>.Refused(RefusedFor.Capacity, "Too many for one question.");
    }

    /// <summary>Only the id is taken from the link: our own address and key go with our own path.</summary>
    private static string? Cursor(string href) =>
        Uri.TryCreate(href, UriKind.Absolute, out var link)
            ? link
                .Query.TrimStart('?')
                .Split('&')
                .Where(p => p.StartsWith("from=", StringComparison.Ordinal))
                .Select(p => Uri.UnescapeDataString(p["from=".Length..]))
                .FirstOrDefault()
            : null;
}
