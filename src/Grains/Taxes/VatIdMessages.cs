using Elizon.Grains.Outbox;
using Elizon.Taxes;

namespace Elizon.Grains.Taxes;

/// <summary>A person bears this VAT id from now on and wants to know what becomes of it.</summary>
/// <param name="TraderName">The company's name, for the register to compare.</param>
[MessageName("vat-id.borne")]
public sealed record VatIdBorne(UserId User, string? TraderName) : Message;

/// <summary>A person bears this VAT id no longer.</summary>
[MessageName("vat-id.dropped")]
public sealed record VatIdDropped(UserId User) : Message;

/// <summary>The register answered; told to every person who bears the id.</summary>
[MessageName("user.vat-id-answered")]
public sealed record VatIdAnswered(VatIdProof Proof) : Message;
