using System.Text.Json;

namespace Elizon.Api.Requests;

/// <summary>Strings of a JSON document that a table can hold; null for NUL and for half of a surrogate pair ("\ud800").</summary>
internal static class JsonText
{
    public static string? Of(JsonElement element) => Whole(() => element.GetString()!);

    public static string? NameOf(JsonProperty member) => Whole(() => member.Name);

    private static string? Whole(Func<string> read)
    {
        try
        {
            var text = read();
            return text.Contains('\0', StringComparison.Ordinal) ? null : text;
        }
        catch (InvalidOperationException)
        {
            // The serializer's word for an escape that is no character.
            return null;
        }
    }
}
