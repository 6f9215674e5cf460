using System.Text.Json.Nodes;

namespace Elizon.Sandbox.Pterodactyl.Panel;

/// <summary>Answers in the panel's two envelopes.</summary>
internal static class PanelReplies
{
    public static PanelAnswer Item<T>(
        this PanelCall call,
        PanelContext panel,
        Shape<T> shape,
        T row,
        JsonObject? meta = null,
        int status = 200
    )
    {
        var item = shape.Item(row, new ShapeView(call, panel), IncludeTree.Of(call));
        if (meta is not null)
            item["meta"] = meta;
        return new PanelAnswer(status, item);
    }

    public static PanelAnswer List<T>(
        this PanelCall call,
        PanelContext panel,
        Shape<T> shape,
        IEnumerable<T> rows,
        JsonObject? meta = null
    )
    {
        var list = shape.List(rows, new ShapeView(call, panel), IncludeTree.Of(call));
        if (meta is not null)
            list["meta"] = meta;
        return PanelAnswer.Ok(list);
    }

    /// <param name="call">The call; reads <c>page</c> and <c>per_page</c>.</param>
    /// <param name="panel">The panel.</param>
    /// <param name="shape">How a row looks.</param>
    /// <param name="rows">All rows, filtered and sorted.</param>
    /// <param name="standard">Rows per page when the call names none.</param>
    /// <param name="most">Cap on rows per page; null for none.</param>
    /// <param name="meta">Further members beside the pagination.</param>
    public static PanelAnswer Page<T>(
        this PanelCall call,
        PanelContext panel,
        Shape<T> shape,
        IReadOnlyList<T> rows,
        int standard = 50,
        int? most = null,
        JsonObject? meta = null
    )
    {
        var perPage = Math.Min(Math.Max(1, call.Int("per_page") ?? standard), most ?? int.MaxValue);
        var page = Math.Max(1, call.Int("page") ?? 1);
        var shown = rows.Skip((int)Math.Min(int.MaxValue, (page - 1L) * perPage))
            .Take(perPage)
            .ToList();
        meta ??= [];
        meta["pagination"] = Pagination(call, rows.Count, shown.Count, perPage, page, panel.Url);
        return call.List(panel, shape, shown, meta);
    }

    private static JsonObject Pagination(
        PanelCall call,
        int total,
        int count,
        int perPage,
        int page,
        string panelUrl
    )
    {
        var pages = Math.Max(1, (total + perPage - 1) / perPage);
        var links = new JsonObject();
        if (page > 1)
            links["previous"] = Link(call, page - 1, panelUrl);
        if (page < pages)
            links["next"] = Link(call, page + 1, panelUrl);
        return new JsonObject
        {
            ["total"] = total,
            ["count"] = count,
            ["per_page"] = perPage,
            ["current_page"] = page,
            ["total_pages"] = pages,
            ["links"] = links,
        };
    }

    private static string Link(PanelCall call, int page, string panelUrl) =>
        FormattableString.Invariant($"{panelUrl}{call.Http.Request.Path}?page={page}");
}
