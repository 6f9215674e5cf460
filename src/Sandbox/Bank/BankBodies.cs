namespace Elizon.Sandbox.Bank;

/// <summary>Somebody transfers money to the account. Amounts in euros.</summary>
/// <param name="Texts">Each becomes one unstructured line, split as given.</param>
/// <param name="Pending">True: it shows as pending in the next statement and is booked in the one after.</param>
internal sealed record TransferBody(
    decimal Amount,
    string? Name = null,
    string? Iban = null,
    string? EndToEndId = null,
    IReadOnlyList<string>? Texts = null,
    string? Structured = null,
    bool Pending = false
);

/// <summary>Several transfers that the bank books as one sum.</summary>
internal sealed record BatchBody(IReadOnlyList<TransferBody> Transfers);

/// <summary>A code of the external list, such as AC04.</summary>
internal sealed record ReturnBody(string? Reason = null);
