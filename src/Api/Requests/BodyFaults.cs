using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Elizon.Api.Requests;

/// <summary>
/// Walks a body beside the type it shall become and collects every fault with its place ("items[0].productId"): the
/// serializer itself stops at the first.
/// </summary>
internal sealed class BodyFaults
{
    private const int MaxItems = 1000;

    private readonly FaultList _faults = new();

    public static string[] Find(JsonElement body, JsonTypeInfo type)
    {
        var walk = new BodyFaults();
        if (body.ValueKind == JsonValueKind.Null)
            walk._faults.Add("", "must not be null");
        else
            walk.Visit(body, type, "");
        return walk._faults.ToArray();
    }

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
            _faults.Add(path, "must be an object");
            return;
        }
        var given = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (name, value) in Members(element, path))
        {
            if (!given.Add(name))
                _faults.Add(FaultList.Join(path, name), "is given twice");
            else if (type.Properties.FirstOrDefault(p => p.Name == name) is { } property)
                VisitProperty(value, property, FaultList.Join(path, name));
            else
                VisitUnknown(value, FaultList.Join(path, name));
        }
        foreach (
            var property in type.Properties.Where(p => p.IsRequired && !given.Contains(p.Name))
        )
            _faults.Add(FaultList.Join(path, property.Name), "is required");
    }

    private void VisitProperty(JsonElement value, JsonPropertyInfo property, string path)
    {
        if (value.ValueKind == JsonValueKind.Null)
        {
            if (!IsNullable(property))
                _faults.Add(path, "must not be null");
            return;
        }
        var type = property.Options.GetTypeInfo(property.PropertyType);
        if (Visit(value, type, path))
            _faults.Add(Bounds.Faults(value, type, property, path));
    }

    private static bool IsNullable(JsonPropertyInfo property) =>
        property.PropertyType.IsValueType
            ? Nullable.GetUnderlyingType(property.PropertyType) is not null
            : property.AssociatedParameter?.IsNullable ?? property.IsSetNullable;

    private void VisitDictionary(JsonElement element, JsonTypeInfo type, string path)
    {
        if (element.ValueKind != JsonValueKind.Object)
        {
            _faults.Add(path, "must be an object");
            return;
        }
        var given = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (name, value) in Members(element, path))
            if (!given.Add(name))
                _faults.Add(FaultList.Join(path, name), "is given twice");
            else
                VisitItem(value, type, FaultList.Join(path, name));
        if (given.Count > MaxItems)
            _faults.Add(path, $"has at most {MaxItems} members");
    }

    private void VisitList(JsonElement element, JsonTypeInfo type, string path)
    {
        if (element.ValueKind != JsonValueKind.Array)
        {
            _faults.Add(path, "must be a list");
            return;
        }
        if (element.GetArrayLength() > MaxItems)
        {
            _faults.Add(path, $"has at most {MaxItems} items");
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
            _faults.Add(path, "must not be null");
        else if (Visit(item, type, path) && item.ValueKind == JsonValueKind.String)
            _faults.Add(Bounds.Default(item.GetString()!, path));
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
            _faults.Add(path, Expected.Words(type.Type));
        }
    }

    /// <summary>Unknown members are ignored, but not if no store could hold them: they may pass through as they are.</summary>
    private void VisitUnknown(JsonElement element, string path)
    {
        if (element.ValueKind == JsonValueKind.Object)
            foreach (var (name, value) in Members(element, path))
                VisitUnknown(value, FaultList.Join(path, name));
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
        _faults.Add(path, "holds a NUL character or half of a surrogate pair");
        return false;
    }

    private IEnumerable<(string Name, JsonElement Value)> Members(JsonElement element, string path)
    {
        foreach (var member in element.EnumerateObject())
            if (JsonText.NameOf(member) is { } name)
                yield return (name, member.Value);
            else
                _faults.Add(
                    path,
                    "has a member whose name holds a NUL character or half of a surrogate pair"
                );
    }
}
