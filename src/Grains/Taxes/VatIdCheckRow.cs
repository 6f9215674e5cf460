using Elizon.Grains.Storage;

namespace Elizon.Grains.Taxes;

/// <summary>One question to the register: the proof that it was asked, kept as long as the documents. Append-only.</summary>
[Table("vat_id_check")]
internal sealed record VatIdCheckRow(
    VatId VatId,
    DateTimeOffset At,
    string Outcome,
    string? Reason,
    string? Consultation,
    string? Name,
    string? Address,
    bool? NameFits
) : Row;
