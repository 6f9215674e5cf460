using System.Text.Json.Nodes;

namespace Elizon.Sandbox.Pterodactyl.Panel;

/// <summary>Who looks at what is shown: the caller decides which relations are readable.</summary>
internal sealed record ShapeView(PanelCall Call, PanelContext Panel);

/// <summary>How one kind of row appears: its attributes and what can be included.</summary>
/// <param name="Name">The <c>object</c> of an item.</param>
/// <param name="Attributes">Always shown.</param>
internal sealed record Shape<T>(string Name, Func<T, ShapeView, JsonObject> Attributes)
{
    private readonly Dictionary<string, Func<T, ShapeView, IncludeTree, JsonNode>> _includes = [];

    /// <summary>Relations shown unasked.</summary>
    public IReadOnlyList<string> Defaults { get; init; } = [];

    public static JsonObject Null => new() { ["object"] = "null_resource", ["attributes"] = null };

    public Shape<T> Include(string name, Func<T, ShapeView, IncludeTree, JsonNode> relation)
    {
        _includes[name] = relation;
        return this;
    }

    public JsonObject Item(T row, ShapeView view, IncludeTree includes)
    {
        var attributes = Attributes(row, view);
        var relations = new JsonObject();
        var wanted = includes.With(Defaults);
        foreach (var name in wanted.Names)
        {
            if (_includes.TryGetValue(name, out var relation))
                relations[name] = relation(row, view, wanted.Below(name));
        }
        if (relations.Count > 0)
            attributes["relationships"] = relations;
        return new JsonObject { ["object"] = Name, ["attributes"] = attributes };
    }

    public JsonObject List(IEnumerable<T> rows, ShapeView view, IncludeTree includes) =>
        new()
        {
            ["object"] = "list",
            ["data"] = new JsonArray([.. rows.Select(row => Item(row, view, includes))]),
        };
}
