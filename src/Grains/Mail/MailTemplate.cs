using System.Collections.Immutable;
using Fluid;

namespace Elizon.Grains.Mail;

/// <summary>A template or its values are wrong: a fault of ours, never of the person.</summary>
internal sealed class MailTemplateException(string message) : Exception(message);

/// <summary>
/// One mail in one language, read from a file: a head (<c>Subject:</c>, <c>Needs:</c>, <c>Worth:</c>), then blocks
/// separated by blank lines. Blocks are cut before values are put in, so that a value never becomes a block, a link or a
/// heading. Syntax: README of this folder.
/// </summary>
internal sealed record MailTemplate(
    IFluidTemplate Subject,
    ImmutableArray<string> Needs,
    TimeSpan? Worth,
    ImmutableArray<MailTemplateBlock> Blocks
)
{
    public static MailTemplate Parse(string name, string text, FluidParser parser)
    {
        var parts = text.ReplaceLineEndings("\n")
            .Split("\n\n", StringSplitOptions.RemoveEmptyEntries);
        var head = parts[0]
            .Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => line.Split(':', 2))
            .ToDictionary(p => p[0].Trim(), p => p[1].Trim());
        IFluidTemplate Liquid(string source) =>
            parser.TryParse(source, out var template, out var error)
                ? template
                : throw new MailTemplateException($"{name}: {error}");
        return new MailTemplate(
            Liquid(head["Subject"]),
            [
                .. head.GetValueOrDefault("Needs", "")
                    .Split(
                        ',',
                        StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries
                    ),
            ],
            head.TryGetValue("Worth", out var minutes)
                ? TimeSpan.FromMinutes(
                    int.Parse(minutes, System.Globalization.CultureInfo.InvariantCulture)
                )
                : null,
            [.. parts.Skip(1).SelectMany(part => MailTemplateBlock.Parse(part, Liquid))]
        );
    }
}

/// <summary>
/// <paramref name="Kind"/> is text, heading, note, code, button, row or items; <paramref name="Label"/> is a row's name
/// or a button's address.
/// </summary>
internal sealed record MailTemplateBlock(string Kind, IFluidTemplate? Label, IFluidTemplate Text)
{
    private static readonly string[] Marked = ["heading", "note", "code", "button", "row", "items"];

    public static IEnumerable<MailTemplateBlock> Parse(
        string part,
        Func<string, IFluidTemplate> liquid
    )
    {
        var lines = part.Split(
            '\n',
            StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries
        );
        var marked = lines.Where(l => l.StartsWith('[')).ToArray();
        if (marked.Length == 0)
            return [new MailTemplateBlock("text", null, liquid(string.Join(' ', lines)))];
        return marked.Length == lines.Length
            ? lines.Select(line => OfLine(line, liquid))
            : throw new MailTemplateException($"Text and marked lines in one block: {lines[0]}");
    }

    private static MailTemplateBlock OfLine(string line, Func<string, IFluidTemplate> liquid)
    {
        var end = line.IndexOf(']', StringComparison.Ordinal);
        var mark = line[1..end].Split(' ', 2);
        return Marked.Contains(mark[0])
            ? new MailTemplateBlock(
                mark[0],
                mark.Length > 1 ? liquid(mark[1]) : null,
                liquid(line[(end + 1)..].Trim())
            )
            : throw new MailTemplateException($"Unknown block: {line}");
    }
}
