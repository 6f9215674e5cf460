namespace Elizon.Grains.Providers;

/// <summary>The Union's register of VAT ids in our words.</summary>
internal interface IVatRegister
{
    /// <summary>
    /// Asks once. Done is "valid" or "invalid"; everything else is no answer: a register that is busy, a state that is
    /// away, a question it does not take. None of those ever means "invalid". Never throws for what the line does.
    /// </summary>
    Task<Outcome<VatIdAnswer>> Ask(VatIdQuestion question, TimeSpan patience);
}

/// <summary>An id, and the name its owner gave us: the register says whether it fits.</summary>
[GenerateSerializer, Immutable, Alias("VatIdQuestion")]
internal sealed record VatIdQuestion(
    [property: Id(0)] VatId VatId,
    [property: Id(1)] string? TraderName
);

/// <summary>What the register says.</summary>
/// <param name="Consultation">Proves that we asked; null when the register gave none.</param>
/// <param name="Name">Of the owner; null where the state does not tell (Germany, Spain).</param>
/// <param name="NameFits">Null where the state does not compare.</param>
[GenerateSerializer, Immutable, Alias("VatIdAnswer")]
internal sealed record VatIdAnswer(
    [property: Id(0)] bool Valid,
    [property: Id(1)] string? Consultation,
    [property: Id(2)] string? Name,
    [property: Id(3)] string? Address,
    [property: Id(4)] bool? NameFits
);
