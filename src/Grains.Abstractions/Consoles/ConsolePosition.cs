using System.Globalization;

namespace Elizon.Consoles;

/// <summary>
/// A place in a console's output: the <c>id:</c> of an event, "epoch-seq". An epoch is one unbroken numbering; it ends when
/// nobody is left who knows the last line.
/// </summary>
[GenerateSerializer, Immutable, Alias("ConsolePosition")]
public readonly record struct ConsolePosition(
    [property: Id(0)] long Epoch,
    [property: Id(1)] long Seq
)
{
    /// <summary>Null for anything that is not an id we gave out.</summary>
    public static ConsolePosition? Parse(string? text)
    {
        var dash = text?.IndexOf('-', StringComparison.Ordinal) ?? -1;
        return
            dash > 0
            && long.TryParse(
                text.AsSpan(0, dash),
                NumberStyles.None,
                CultureInfo.InvariantCulture,
                out var epoch
            )
            && long.TryParse(
                text.AsSpan(dash + 1),
                NumberStyles.None,
                CultureInfo.InvariantCulture,
                out var seq
            )
            ? new ConsolePosition(epoch, seq)
            : null;
    }

    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{Epoch}-{Seq}");
}
