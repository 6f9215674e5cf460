using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Elizon.Api.Requests;

/// <summary>
/// Walks a body beside the type it shall become and collects every fault with its place ("items[0].productId"): the
/// serializer itself stops at the first.
/// </summary>
internal sealed class BodyFaults
{
    private const int MostFaults = 50;
    private const int MaxItems = 1000;

    private readonly List<string> _faults = [];

    public static string[] Find(JsonElement body, JsonTypeInfo type)
    {
        var walk = new BodyFaults();
        if (body.ValueKind == JsonValueKind.Null)
            walk.Add("", "must not be null");
        else
            walk.Visit(body, type, "");
        return [.. walk._faults];
    }

    /// <summary>A body of a megabyte can hold very many faults: what nobody would read is not collected.</summary>
    private void Add(string path, string what)
    {
        if (_faults.Count < MostFaults)
            _faults.Add(path.Length == 0 ? $"The body {what}." : $"'{path}' {what}.");
    }

    private void Add(IEnumerable<string> faults) =>
        _faults.AddRange(faults.Take(MostFaults - _faults.Count));

    /// <summary>True when nothing was found below.</summary>
    private bool Visit(JsonElement element, JsonTypeInfo type, string path)
    {
        var before = _faults.Count;
        switch (type.Kind)
        {
            case JsonTypeInfoKind.Object:
                VisitObject(element, type, path);
                break;
            case JsonTypeInfoKind.Dictionary:
                VisitDictionary(element, type, path);
                break;
            case JsonTypeInfoKind.Enumerable:
                VisitList(element, type, path);
                break;
            default:
                VisitLeaf(element, type, path);
                break;
        }
        return _faults.Count == before;
    }

    private void VisitObject(JsonElement element, JsonTypeInfo type, string path)
    {
        if (element.ValueKind != JsonValueKind.Object)
        {
            Add(path, "must be an object");
            return;
        }
        var given = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (name, value) in Members(element, path))
        {
            if (!given.Add(name))
                Add(Join(path, name), "is given twice");
            else if (type.Properties.FirstOrDefault(p => p.Name == name) is { } property)
                VisitProperty(value, property, Join(path, name));
            else
                VisitUnknown(value, Join(path, name));
        }
        foreach (
            var property in type.Properties.Where(p => p.IsRequired && !given.Contains(p.Name))
        )
            Add(Join(path, property.Name), "is required");
    }

    private void VisitProperty(JsonElement value, JsonPropertyInfo property, string path)
    {
        if (value.ValueKind == JsonValueKind.Null)
        {
            if (!IsNullable(property))
                Add(path, "must not be null");
            return;
        }
        var type = property.Options.GetTypeInfo(property.PropertyType);
        if (Visit(value, type, path))
            Add(Bounds.Faults(value, type, property, path));
    }

    private static bool IsNullable(JsonPropertyInfo property) =>
        property.PropertyType.IsValueType
            ? Nullable.GetUnderlyingType(property.PropertyType) is not null
            : property.AssociatedParameter?.IsNullable ?? property.IsSetNullable;

    private void VisitDictionary(JsonElement element, JsonTypeInfo type, string path)
    {
        if (element.ValueKind != JsonValueKind.Object)
        {
            Add(path, "must be an object");
            return;
        }
        var given = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (name, value) in Members(element, path))
            if (!given.Add(name))
                Add(Join(path, name), "is given twice");
            else
                VisitItem(value, type, Join(path, name));
        if (given.Count > MaxItems)
            Add(path, $"has at most {MaxItems} members");
    }

    private void VisitList(JsonElement element, JsonTypeInfo type, string path)
    {
        if (element.ValueKind != JsonValueKind.Array)
        {
            Add(path, "must be a list");
            return;
        }
        if (element.GetArrayLength() > MaxItems)
        {
            Add(path, $"has at most {MaxItems} items");
            return;
        }
        var i = 0;
        foreach (var item in element.EnumerateArray())
            VisitItem(item, type, $"{path}[{i++}]");
    }

    private void VisitItem(JsonElement item, JsonTypeInfo list, string path)
    {
        var type = list.Options.GetTypeInfo(list.ElementType!);
        if (item.ValueKind == JsonValueKind.Null && Nullable.GetUnderlyingType(type.Type) is null)
            Add(path, "must not be null");
        else if (Visit(item, type, path) && item.ValueKind == JsonValueKind.String)
            Add(Bounds.Default(item.GetString()!, path));
    }

    private void VisitLeaf(JsonElement element, JsonTypeInfo type, string path)
    {
        if (!IsText(element, path))
            return;
        try
        {
            element.Deserialize(type);
        }
        catch (Exception error)
            when (error
                    is JsonException
                        or InvalidOperationException
                        or FormatException
                        or OverflowException
            )
        {
            Add(path, Expected.Words(type.Type));
        }
    }

    /// <summary>Unknown members are ignored, but not if no store could hold them: they may pass through as they are.</summary>
    private void VisitUnknown(JsonElement element, string path)
    {
        if (element.ValueKind == JsonValueKind.Object)
            foreach (var (name, value) in Members(element, path))
                VisitUnknown(value, Join(path, name));
        else if (element.ValueKind == JsonValueKind.Array)
            foreach (var item in element.EnumerateArray())
                VisitUnknown(item, path);
        else
            IsText(element, path);
    }

    private bool IsText(JsonElement element, string path)
    {
        if (element.ValueKind != JsonValueKind.String || JsonText.Of(element) is not null)
            return true;
        Add(path, "holds a NUL character or half of a surrogate pair");
        return false;
    }

    private IEnumerable<(string Name, JsonElement Value)> Members(JsonElement element, string path)
    {
        foreach (var member in element.EnumerateObject())
            if (JsonText.NameOf(member) is { } name)
                yield return (name, member.Value);
            else
                Add(
                    path,
                    "has a member whose name holds a NUL character or half of a surrogate pair"
                );
    }

    private static string Join(string path, string name)
    {
        var shown = name.Length > 64 ? name[..64] + "…" : name;
        return path.Length == 0 ? shown : $"{path}.{shown}";
    }
}
