using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;

namespace Elizon.Cli.Output;

/// <summary>JSON in the API's own form.</summary>
internal static class CliJson
{
    public static readonly JsonSerializerOptions Options = Make(indented: false);

    public static readonly JsonSerializerOptions Pretty = Make(indented: true);

    /// <summary>A member of an answer; the API always sends it.</summary>
    public static T Read<T>(this JsonElement answer, string member) =>
        answer.GetProperty(member).Deserialize<T>(Options)!;

    private static JsonSerializerOptions Make(bool indented) =>
        new(JsonSerializerDefaults.Web)
        {
            WriteIndented = indented,
            Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
            Converters =
            {
                new JsonStringEnumConverter(
                    JsonNamingPolicy.SnakeCaseUpper,
                    allowIntegerValues: false
                ),
            },
        };
}
