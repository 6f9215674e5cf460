using System.Text;

namespace Elizon.Grains.Banking;

/// <summary>
/// The text of a GiroCode (EPC069-12, version 002): a banking app that reads it fills in a SEPA transfer. To be shown as a
/// QR code with error level M, version 13 at most.
/// </summary>
internal static class GiroCode
{
    private const int MostBytes = 331;
    private const int LongestName = 70;
    private static readonly Money Most = new(99_999_999_999);

    /// <param name="name">Who is paid; cut to 70 characters.</param>
    /// <param name="bic">May be empty inside the European Economic Area.</param>
    /// <param name="amount">Null lets the payer choose.</param>
    /// <param name="reference">ISO 11649, without blanks.</param>
    public static string Payload(
        string name,
        string iban,
        string? bic,
        Money? amount,
        string reference
    )
    {
        if (amount is { } asked && (asked <= Money.Zero || asked > Most))
            throw new ArgumentOutOfRangeException(nameof(amount));
        var payload = string.Join(
            '\n',
            "BCD",
            "002",
            "1",
            "SCT",
            bic ?? "",
            name.Length > LongestName ? name[..LongestName] : name,
            iban.Replace(" ", "", StringComparison.Ordinal),
            amount is { } euros ? $"EUR{euros}" : "",
            "",
            reference
        );
        return Encoding.UTF8.GetByteCount(payload) <= MostBytes
            ? payload
            : throw new ArgumentException("A GiroCode holds 331 bytes.", nameof(name));
    }
}
