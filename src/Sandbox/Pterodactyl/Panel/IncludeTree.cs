namespace Elizon.Sandbox.Pterodactyl.Panel;

/// <summary><c>?include=allocations,egg.variables</c> as a tree.</summary>
internal sealed class IncludeTree
{
    private readonly Dictionary<string, IncludeTree> _children = [];

    public static IncludeTree None { get; } = new();

    public IEnumerable<string> Names => _children.Keys;

    public static IncludeTree Of(PanelCall call)
    {
        var listed = call.Texts("include");
        var names = listed.Count > 0 ? listed : (call.Text("include") ?? "").Split(',');
        return Parse(names);
    }

    public static IncludeTree Parse(IEnumerable<string> paths)
    {
        var tree = new IncludeTree();
        foreach (var path in paths.Select(path => path.Trim()).Where(path => path.Length > 0))
        {
            var node = tree;
            foreach (var name in path.Split('.'))
            {
                if (!node._children.TryGetValue(name, out var child))
                    node._children[name] = child = new IncludeTree();
                node = child;
            }
        }
        return tree;
    }

    public IncludeTree Below(string name) => _children.GetValueOrDefault(name, None);

    public IncludeTree With(params IEnumerable<string> names)
    {
        var tree = new IncludeTree();
        foreach (var (name, child) in _children)
            tree._children[name] = child;
        foreach (var name in names)
            tree._children.TryAdd(name, new IncludeTree());
        return tree;
    }
}
