using System.Security.Cryptography;
using System.Text;

namespace Elizon.Grains.Banking.Camt;

/// <summary>One statement of a camt.053 file, read and not yet believed.</summary>
/// <param name="Iban">Of the house's account, as the file writes it.</param>
/// <param name="Number">The bank's id of the statement.</param>
/// <param name="Pending">Entries that are not booked yet; they are left out.</param>
/// <param name="Faults">What keeps it from being taken, one sentence each.</param>
[GenerateSerializer, Immutable, Alias("BankStatement")]
internal sealed record BankStatement(
    [property: Id(0)] string Iban,
    [property: Id(1)] string Number,
    [property: Id(2)] Money Opening,
    [property: Id(3)] DateOnly OpeningOn,
    [property: Id(4)] Money Closing,
    [property: Id(5)] DateOnly ClosingOn,
    [property: Id(6)] BankTransaction[] Transactions,
    [property: Id(7)] int Pending,
    [property: Id(8)] string[] Faults
)
{
    /// <summary>The same statement read again has the same id; one that the bank changed has another.</summary>
    public string Id =>
        Convert.ToHexStringLower(
            SHA256.HashData(
                Encoding.UTF8.GetBytes(
                    string.Join(
                        '\n',
                        [
                            Iban,
                            Number,
                            $"{Opening}/{OpeningOn:O}",
                            $"{Closing}/{ClosingOn:O}",
                            .. Transactions.Select(t => t.Id.Value),
                        ]
                    )
                )
            )
        )[..32];
}

/// <summary>One booked transaction of a statement: an entry, or one part of a batch.</summary>
/// <param name="Amount">Positive for money that came, negative for money that went.</param>
/// <param name="Reference">The bank's own reference; null where it gave none.</param>
/// <param name="OtherIban">Of who paid or was paid, in plain form; null where it is none. Personal data.</param>
/// <param name="Text">What the payer wrote, its parts joined by line feeds.</param>
/// <param name="CreditorReference">The structured reference.</param>
/// <param name="ReturnReason">Set for a return: the bank's code, such as AC04, or "return".</param>
[GenerateSerializer, Immutable, Alias("BankTransaction")]
internal sealed record BankTransaction(
    [property: Id(0)] BankTransactionId Id,
    [property: Id(1)] Money Amount,
    [property: Id(2)] DateOnly BookedOn,
    [property: Id(3)] DateOnly? ValuedOn,
    [property: Id(4)] string? EndToEndId,
    [property: Id(5)] string? Reference,
    [property: Id(6)] string? OtherName,
    [property: Id(7)] string? OtherIban,
    [property: Id(8)] string Text,
    [property: Id(9)] string? CreditorReference,
    [property: Id(10)] string? ReturnReason
);
