namespace Elizon.Catalog;

/// <summary>A text in the two languages of the house.</summary>
[GenerateSerializer, Immutable, Alias("LocalText")]
public sealed record LocalText([property: Id(0)] string De, [property: Id(1)] string En)
{
    /// <summary>German unless English is asked for.</summary>
    public string In(string language) => language == Languages.English ? En : De;
}

/// <summary>The languages of names, mails and pages.</summary>
public static class Languages
{
    public const string German = "de";
    public const string English = "en";

    /// <summary>The language of a <c>lang</c> parameter: German when none is given.</summary>
    /// <exception cref="Refusal">Invalid for any other language.</exception>
    public static string Of(string? language) =>
        language switch
        {
            null or "" or German => German,
            English => English,
            _ => throw CommonRefusals.Invalid("'lang' is 'de' or 'en'."),
        };
}
