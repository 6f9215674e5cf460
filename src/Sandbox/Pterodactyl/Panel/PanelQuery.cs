using System.Text.Json.Nodes;
using Elizon.Sandbox.Pterodactyl.Validation;

namespace Elizon.Sandbox.Pterodactyl.Panel;

/// <summary><c>?filter[x]=…&amp;sort=-y</c>. A filter is a partial, case-insensitive match: <c>a@b.de</c> finds <c>xa@b.de</c>.</summary>
internal sealed class PanelQuery<T>(IEnumerable<T> rows)
{
    private readonly Dictionary<string, Func<T, string, bool>> _filters = [];
    private readonly Dictionary<string, Func<T, IComparable>> _sorts = [];

    public PanelQuery<T> Filter(string name, Func<T, string?> column) =>
        Filter(
            name,
            (row, wanted) =>
                column(row)?.Contains(wanted, StringComparison.OrdinalIgnoreCase) == true
        );

    public PanelQuery<T> Exact(string name, Func<T, string?> column) =>
        Filter(name, (row, wanted) => column(row) == wanted);

    public PanelQuery<T> Filter(string name, Func<T, string, bool> matches)
    {
        _filters[name] = matches;
        return this;
    }

    public PanelQuery<T> Sort(string name, Func<T, IComparable> column)
    {
        _sorts[name] = column;
        return this;
    }

    /// <exception cref="PanelFailure">400 for a filter or sort the route does not have.</exception>
    public List<T> Run(PanelCall call) => [.. Sorted(call, Filtered(call))];

    private IEnumerable<T> Filtered(PanelCall call)
    {
        if (InputPath.Get(call.Input, "filter") is not JsonObject asked)
            return rows;
        var unknown = asked
            .Select(pair => pair.Key)
            .Where(name => !_filters.ContainsKey(name))
            .ToList();
        if (unknown.Count > 0)
            throw Refused("InvalidFilterQuery", "filter", unknown, _filters.Keys);
        return asked.Aggregate(rows, (found, pair) => Apply(found, _filters[pair.Key], pair.Value));
    }

    private static IEnumerable<T> Apply(
        IEnumerable<T> found,
        Func<T, string, bool> matches,
        JsonNode? value
    )
    {
        // Comma means "any of these".
        var wanted = PhpValue.Text(value).Split(',', StringSplitOptions.RemoveEmptyEntries);
        return wanted.Length == 0
            ? found
            : found.Where(row => wanted.Any(text => matches(row, text)));
    }

    private IEnumerable<T> Sorted(PanelCall call, IEnumerable<T> found)
    {
        if (_sorts.Count == 0 || call.Text("sort") is not { } asked)
            return found;
        var keys = asked.Split(',');
        var unknown = keys.Select(key => key.TrimStart('-'))
            .Where(name => !_sorts.ContainsKey(name))
            .ToList();
        if (unknown.Count > 0)
            throw Refused("InvalidSortQuery", "sort", unknown, _sorts.Keys);
        return keys.Reverse().Aggregate(found, (sorted, key) => Order(sorted, key));
    }

    private IEnumerable<T> Order(IEnumerable<T> found, string key)
    {
        var column = _sorts[key.TrimStart('-')];
        return key.StartsWith('-') ? found.OrderByDescending(column) : found.OrderBy(column);
    }

    private static PanelFailure Refused(
        string code,
        string what,
        IEnumerable<string> unknown,
        IEnumerable<string> known
    ) =>
        new(
            400,
            code,
            $"Requested {what}(s) `{string.Join(", ", unknown)}` {(what == "sort" ? "is" : "are")} not allowed. "
                + $"Allowed {what}(s) are `{string.Join(", ", known)}`."
        );
}
