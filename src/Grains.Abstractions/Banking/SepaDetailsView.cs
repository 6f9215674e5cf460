namespace Elizon.Banking;

/// <summary>How to top up by bank transfer.</summary>
/// <param name="Iban">Of the house's account, without blanks.</param>
/// <param name="Reference">The customer's own creditor reference (ISO 11649); money that carries it reaches this customer, for ever.</param>
/// <param name="ReferenceText">The same in groups of four, for print.</param>
/// <param name="GiroCode">Text of a GiroCode (EPC069-12) without amount, to be shown as a QR code with error level M.</param>
[GenerateSerializer, Immutable, Alias("SepaDetailsView")]
public sealed record SepaDetailsView(
    [property: Id(0)] string AccountHolder,
    [property: Id(1)] string Iban,
    [property: Id(2)] string Bic,
    [property: Id(3)] string BankName,
    [property: Id(4)] string Reference,
    [property: Id(5)] string ReferenceText,
    [property: Id(6)] string Currency,
    [property: Id(7)] string GiroCode
);
