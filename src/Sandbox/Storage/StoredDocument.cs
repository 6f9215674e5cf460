using System.Text.Json;

namespace Elizon.Sandbox.Storage;

/// <summary>A document in memory: as the object itself, or as JSON until its type is first asked for.</summary>
internal sealed class StoredDocument
{
    private object? _value;
    private string? _json;

    public StoredDocument(object value) => _value = value;

    public StoredDocument(string json) => _json = json;

    public string Json =>
        _json ?? JsonSerializer.Serialize(_value, _value!.GetType(), SandboxStore.Json);

    public T As<T>()
        where T : class
    {
        if (_value is null)
        {
            _value = JsonSerializer.Deserialize<T>(_json!, SandboxStore.Json);
            _json = null;
        }
        return (T)_value!;
    }
}
