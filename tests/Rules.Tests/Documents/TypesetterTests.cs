using CsCheck;
using Elizon.Grains.Documents.Layout;
using SkiaSharp;

namespace Elizon.Rules.Tests.Documents;

public sealed class TypesetterTests
{
    private static readonly TextStyle Style = new(10, SKColors.Black);

    [Fact]
    public void No_line_is_wider_than_its_column_and_no_letter_is_lost()
    {
        using var type = new Typesetter();
        Gen.String[Gen.Char["abcdeWÄß .-"], 0, 80]
            .Sample(
                text =>
                {
                    var lines = type.Break(text, Style, 60);
                    Assert.All(lines, l => Assert.True(type.Width(l.Trim(), Style) <= 60.01f));
                    Assert.Equal(text.Replace(" ", ""), string.Concat(lines).Replace(" ", ""));
                },
                iter: 200,
                threads: 1
            );
    }

    [Fact]
    public void A_line_break_in_the_text_is_kept()
    {
        using var type = new Typesetter();
        Assert.Equal(["one", "two"], type.Break("one\r\ntwo", Style, 500));
    }

    [Fact]
    public void An_accent_is_never_cut_from_its_letter()
    {
        using var type = new Typesetter();
        var text = string.Concat(Enumerable.Repeat("e\u0301", 40));
        Assert.All(type.Break(text, Style, 30), line => Assert.NotEqual('\u0301', line[0]));
    }
}
