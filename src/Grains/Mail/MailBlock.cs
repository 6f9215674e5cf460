using System.Collections.Immutable;
using Fluid;

namespace Elizon.Grains.Mail;

/// <summary>A block with its values put in, as plain text; the layouts encode it. Rows that follow each other form a table.</summary>
internal sealed record MailBlock(
    string Kind,
    string Text,
    string Label,
    bool First,
    bool Last,
    ImmutableArray<MailItem> Items
)
{
    /// <summary>A block that comes out empty is left out: so a template drops a line whose value is missing.</summary>
    public static MailBlock[] AllOf(MailTemplate template, TemplateContext context)
    {
        var blocks = template
            .Blocks.Select(block => new MailBlock(
                block.Kind,
                block.Kind == "items" ? "" : block.Text.Render(context).Trim(),
                block.Label?.Render(context).Trim() ?? "",
                true,
                true,
                block.Kind == "items" ? MailItem.Parse(block.Text.Render(context)) : []
            ))
            .Where(b => b.Text.Length > 0 || !b.Items.IsEmpty)
            .ToArray();
        return
        [
            .. blocks.Select(
                (b, i) =>
                    b with
                    {
                        First = i == 0 || !SameTable(blocks[i - 1], b),
                        Last = i == blocks.Length - 1 || !SameTable(b, blocks[i + 1]),
                    }
            ),
        ];
    }

    private static bool SameTable(MailBlock a, MailBlock b) => IsTable(a) && IsTable(b);

    private static bool IsTable(MailBlock block) => block.Kind is "row" or "items";
}
