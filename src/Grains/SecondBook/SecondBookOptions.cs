namespace Elizon.Grains.SecondBook;

/// <summary>Section "SecondBook".</summary>
public sealed class SecondBookOptions
{
    public const string Section = "SecondBook";

    /// <summary>Off unless the operator has a bookkeeping program connected (section "Lexware").</summary>
    public bool Enabled { get; set; }

    /// <summary>Documents issued from this day (UTC) on are booked; without it from the moment it is first switched on.</summary>
    public DateOnly? From { get; set; }

    /// <summary>Calls to the book per second, of the whole cluster.</summary>
    public double CallsPerSecond { get; set; } = 2;

    /// <summary>
    /// Names of the posting categories by where a sum is declared (UStVA, OSS, ZM, abroad, local, exempt). Ids are read from
    /// the book; names are the operator's own and have to be checked with the book's list.
    /// </summary>
    public Dictionary<string, string> Categories { get; set; } =
        new()
        {
            ["UStVA"] = "Dienstleistung",
            ["OSS"] = "Fernverkauf und elektronische Dienstleistung",
            ["ZM"] = "Fremdleistung §13b",
            ["abroad"] = "Dienstleistung an Drittländer",
            ["local"] = "Dienstleistung an Drittländer",
            ["exempt"] = "Einnahmen als Kleinunternehmer",
        };

    internal TimeSpan Pause => TimeSpan.FromSeconds(1 / CallsPerSecond);
}
