using Elizon.Grains.Billing;
using Elizon.Grains.Providers.Vies.Wire;
using Microsoft.Extensions.Options;

namespace Elizon.Grains.Providers.Vies;

/// <summary>VIES as the register (identity sheet, section 5).</summary>
internal sealed class ViesRegister(ViesApi api, IOptions<BillingOptions> house) : IVatRegister
{
    /// <summary>What states write where they tell nothing.</summary>
    private const string Untold = "---";

    public async Task<Outcome<VatIdAnswer>> Ask(VatIdQuestion question, TimeSpan patience)
    {
        var own = VatId.FromText(house.Value.Seller.VatId);
        var answer = await api.Check(
            new ViesQuestion(
                question.VatId.Prefix,
                question.VatId.Text[2..],
                own.Prefix,
                own.Text[2..],
                question.TraderName
            ),
            patience
        );
        if (answer is null)
            return Outcome<VatIdAnswer>.Unknown("No usable answer.");
        // An error may come with status 200, and none of them says anything about the id.
        if (answer.ErrorWrappers is { Length: > 0 } errors)
            return Outcome<VatIdAnswer>.Unknown(Word(errors[0].Error));
        if (answer is { ActionSucceed: false } or { Valid: null })
            return Outcome<VatIdAnswer>.Unknown("No answer about the id.");
        return Outcome<VatIdAnswer>.Done(
            new VatIdAnswer(
                answer.Valid.Value,
                Told(answer.RequestIdentifier),
                Told(answer.Name),
                Told(answer.Address),
                answer.TraderNameMatch switch
                {
                    "VALID" => true,
                    "INVALID" => false,
                    _ => null,
                }
            )
        );
    }

    private static string? Told(string? text) =>
        string.IsNullOrWhiteSpace(text) || text == Untold ? null : text;

    /// <summary>An error's code and nothing else of what came.</summary>
    private static string Word(string? error) =>
        error is { Length: > 0 and <= 60 }
        && error.All(c => char.IsAsciiLetterUpper(c) || char.IsAsciiDigit(c) || c == '_')
            ? error
            : "An error without a code.";
}
