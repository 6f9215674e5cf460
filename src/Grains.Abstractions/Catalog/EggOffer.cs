using System.Globalization;

namespace Elizon.Catalog;

/// <summary>A game of a product, with what the house sets in place of the egg's own defaults.</summary>
/// <param name="Egg">Key of the provider's egg.</param>
/// <param name="Image">Label of the docker image taken when the customer names none; the egg's first if left out.</param>
/// <param name="Variables">
/// Values of startup variables the customer does not set. "random:16" makes up 16 letters and digits anew for each order,
/// for passwords.
/// </param>
[GenerateSerializer, Immutable, Alias("EggOffer")]
public sealed record EggOffer(
    [property: Id(0)] string Egg,
    [property: Id(1)] string? Image,
    [property: Id(2)] Dictionary<string, string> Variables
)
{
    private const string RandomPrefix = "random:";

    /// <summary>How many characters are made up for a value, 1 to 64; null when the value is meant as it stands.</summary>
    public static int? RandomLength(string value) =>
        value.StartsWith(RandomPrefix, StringComparison.Ordinal)
        && int.TryParse(
            value.AsSpan(RandomPrefix.Length),
            CultureInfo.InvariantCulture,
            out var length
        )
        && length is >= 1 and <= 64
            ? length
            : null;
}
