using System.Text.Json.Serialization;

namespace Elizon;

/// <summary>A piece of long work that a customer can watch.</summary>
[GenerateSerializer, Immutable, Alias("OperationId"), JsonConverter(typeof(IdJson<OperationId>))]
public readonly record struct OperationId([property: Id(0)] string Value) : IId<OperationId>
{
    public static string Kind => "operation";

    public static OperationId Of(string value) => new(value);

    public static OperationId Parse(string s, IFormatProvider? provider) =>
        IdText.Parse<OperationId>(s);

    public static bool TryParse(string? s, IFormatProvider? provider, out OperationId result) =>
        IdText.TryParse(s, out result);

    public override string ToString() => Value;
}
