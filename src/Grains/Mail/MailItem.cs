using System.Collections.Immutable;
using System.Globalization;

namespace Elizon.Grains.Mail;

/// <summary>One line of an order in a mail. The value "items" holds one a line, fields separated by tabs.</summary>
/// <param name="Days">Length of the billing cycle.</param>
internal sealed record MailItem(string Name, int Days, Money Amount)
{
    public static string Write(IEnumerable<MailItem> items) =>
        string.Join(
            '\n',
            items.Select(i =>
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{i.Name.Replace('\t', ' ').ReplaceLineEndings(" ")}\t{i.Days}\t{i.Amount}"
                )
            )
        );

    public static ImmutableArray<MailItem> Parse(string text) =>
        [
            .. text.Split('\n', StringSplitOptions.RemoveEmptyEntries)
                .Select(line => line.Split('\t'))
                .Select(f => new MailItem(
                    f[0],
                    int.Parse(f[1], CultureInfo.InvariantCulture),
                    Money.Round(decimal.Parse(f[2], CultureInfo.InvariantCulture))
                )),
        ];
}
