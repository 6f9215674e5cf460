using System.Globalization;
using Elizon.Catalog;

namespace Elizon.Grains.Billing.Invoices;

/// <summary>The words that are frozen into a document, by language.</summary>
internal static class InvoiceWords
{
    public const string German = "de";

    /// <summary>"de" or "en": documents exist in these.</summary>
    public static string LanguageOf(string locale) =>
        locale.StartsWith("en", StringComparison.OrdinalIgnoreCase) ? "en" : German;

    public static string Cycle(int days, string language) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{days} {(language == German ? "Tage" : "days")}"
        );

    /// <param name="off">What it took off, in the document's currency.</param>
    public static string Coupon(string code, Money off, string language)
    {
        var amount = new InvoiceFormats(language).Money(-off);
        return $"{(language == German ? "Gutschein" : "Coupon")} {code}: {amount}";
    }

    public static string ContractEnded(string language) =>
        language == German
            ? "Der Vertrag ist beendet; die Leistung wurde nicht erbracht."
            : "The contract has ended; the service was not rendered.";

    public static string Loyalty(string language) =>
        language == German ? "Treuerabatt 10 %" : "Loyalty discount 10 %";

    /// <summary>What an earlier change of size left over and this invoice takes off.</summary>
    public static string Rest(Money rest, string language)
    {
        var amount = new InvoiceFormats(language).Money(-rest);
        return $"{(language == German ? "Rest der letzten Größenänderung" : "Left over from the last change of size")}: {amount}";
    }

    public static string NotResized(string language) =>
        language == German
            ? "Die Größenänderung wurde nicht ausgeführt."
            : "The change of size was not made.";

    public static string Resource(PlanResource resource, string language) =>
        (resource, language == German) switch
        {
            (PlanResource.Memory, true) => "Arbeitsspeicher",
            (PlanResource.Memory, _) => "Memory",
            (PlanResource.Disk, true) => "Speicherplatz",
            (PlanResource.Disk, _) => "Disk",
            (PlanResource.Cpu, _) => "CPU",
            (PlanResource.Databases, true) => "Datenbanken",
            (PlanResource.Databases, _) => "Databases",
            (PlanResource.Allocations, _) => "Ports",
            _ => "Backups",
        };

    public static string Withdrawn(string name, string language) =>
        language == German
            ? $"Widerruf des Vertrags über „{name}“."
            : $"Withdrawal from the contract over “{name}”.";

    public static string NotDelivered(string name, string language) =>
        language == German
            ? $"„{name}“ konnte nicht bereitgestellt werden."
            : $"“{name}” could not be provisioned.";
}
