using System.Collections.Frozen;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Elizon.Api.Replies;

/// <summary>
/// The words of an enum as bodies, answers and queries carry them: UPPER_SNAKE of the member's name, or what the member
/// says with <see cref="JsonStringEnumMemberNameAttribute"/>. Exact: no other case, no numbers, no lists.
/// </summary>
public static class EnumWords<TEnum>
    where TEnum : struct, Enum
{
    private static readonly FrozenDictionary<string, TEnum> Values = typeof(TEnum)
        .GetFields(BindingFlags.Public | BindingFlags.Static)
        .ToFrozenDictionary(Word, f => (TEnum)f.GetValue(null)!, StringComparer.Ordinal);

    private static readonly FrozenDictionary<TEnum, string> Words = Values.ToFrozenDictionary(
        w => w.Value,
        w => w.Key
    );

    /// <summary>In the order of the enum.</summary>
    public static IEnumerable<string> All { get; } =
    [.. Values.OrderBy(w => w.Value).Select(w => w.Key)];

    public static bool TryParse(string? word, out TEnum value)
    {
        value = default;
        return word is not null && Values.TryGetValue(word, out value);
    }

    public static string Of(TEnum value) => Words[value];

    private static string Word(FieldInfo field) =>
        field.GetCustomAttribute<JsonStringEnumMemberNameAttribute>()?.Name
        ?? JsonNamingPolicy.SnakeCaseUpper.ConvertName(field.Name);
}

/// <summary>As <see cref="EnumWords{TEnum}"/>, for a type known at run time only.</summary>
internal static class EnumWords
{
    public static IEnumerable<string> Of(Type type) =>
        (IEnumerable<string>)
            typeof(EnumWords<>)
                .MakeGenericType(type)
                .GetProperty(nameof(EnumWords<>.All))!
                .GetValue(null)!;
}

/// <summary>An enum in the query, by the same words as in bodies: a handler takes <c>Word&lt;ServiceStatus&gt;? status</c>.</summary>
public readonly record struct Word<TEnum>(TEnum Value) : IParsable<Word<TEnum>>
    where TEnum : struct, Enum
{
    public static Word<TEnum> Parse(string s, IFormatProvider? provider) =>
        TryParse(s, provider, out var word) ? word : throw new FormatException("Unknown word.");

    public static bool TryParse(string? s, IFormatProvider? provider, out Word<TEnum> result)
    {
        var known = EnumWords<TEnum>.TryParse(s, out var value);
        result = new Word<TEnum>(value);
        return known;
    }

    public override string ToString() => EnumWords<TEnum>.Of(Value);
}
