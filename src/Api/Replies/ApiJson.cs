using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;

namespace Elizon.Api.Replies;

/// <summary>
/// The one JSON form of the API: camelCase, enums in UPPER_SNAKE (or the word a member names with
/// <see cref="JsonStringEnumMemberNameAttribute"/>), flags as a list of lower_snake words, instants in UTC with a Z,
/// money with two decimals.
/// </summary>
public static class ApiJson
{
    public const string ContentType = "application/json; charset=utf-8";

    /// <summary>Deeper bodies are refused.</summary>
    public const int MaxDepth = 32;

    // Answers are JSON with nosniff, never part of a page: umlauts stay readable, <>&' are escaped all the same.
    private static readonly JavaScriptEncoder Encoder = JavaScriptEncoder.Create(UnicodeRanges.All);

    /// <summary>Answers.</summary>
    public static readonly JsonSerializerOptions Replies = Make(o => { });

    /// <summary>Bodies: strict about types, required members, nulls and duplicate keys; unknown members are ignored.</summary>
    public static readonly JsonSerializerOptions Requests = Make(Strict);

    internal static readonly JsonWriterOptions Writer = new()
    {
        Encoder = Encoder,
        // The serializer checks what it writes.
        SkipValidation = true,
    };

    internal static void Strict(JsonSerializerOptions options)
    {
        options.PropertyNameCaseInsensitive = false;
        options.NumberHandling = JsonNumberHandling.Strict;
        options.AllowDuplicateProperties = false;
        options.RespectNullableAnnotations = true;
        options.RespectRequiredConstructorParameters = true;
        options.MaxDepth = MaxDepth;
    }

    internal static void Common(JsonSerializerOptions options)
    {
        options.Encoder = Encoder;
        options.Converters.Add(new InstantJson());
        options.Converters.Add(new FlagsJson());
        options.Converters.Add(new EnumJson());
    }

    private static JsonSerializerOptions Make(Action<JsonSerializerOptions> more)
    {
        var options = new JsonSerializerOptions(JsonSerializerDefaults.Web);
        Common(options);
        more(options);
        options.MakeReadOnly(populateMissingResolver: true);
        return options;
    }
}
