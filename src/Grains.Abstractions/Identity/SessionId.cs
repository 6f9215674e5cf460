using System.Text.Json.Serialization;

namespace Elizon;

/// <summary>A login: derived from the hash of its token, which is never stored.</summary>
[GenerateSerializer, Immutable, Alias("SessionId"), JsonConverter(typeof(IdJson<SessionId>))]
public readonly record struct SessionId([property: Id(0)] string Value) : IId<SessionId>
{
    public static string Kind => "session";

    public static SessionId Of(string value) => new(value);

    public static SessionId Parse(string s, IFormatProvider? provider) =>
        IdText.Parse<SessionId>(s);

    public static bool TryParse(string? s, IFormatProvider? provider, out SessionId result) =>
        IdText.TryParse(s, out result);

    public override string ToString() => Value;
}
