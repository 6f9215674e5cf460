namespace Elizon.SecondBook;

/// <summary>What the second book refuses.</summary>
public static class SecondBookRefusals
{
    public static Refusal Off() =>
        new(RefusalKind.Conflict, "secondBook.off", "The second book is switched off.");
}
