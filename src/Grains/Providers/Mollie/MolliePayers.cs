using System.Text.Json;
using Elizon.Grains.Providers.Mollie.Wire;
using Elizon.Payments;

namespace Elizon.Grains.Providers.Mollie;

/// <summary>Mollie's customers and mandates (payments sheet, section 4).</summary>
internal sealed class MolliePayers(MollieApi api) : IPayers
{
    private static readonly TimeSpan Margin = TimeSpan.FromMinutes(10);

    public async Task<Outcome<string>> Create(
        NewPayer payer,
        CancellationToken cancellation = default
    )
    {
        var answer = await api.Post(
            "/customers",
            new
            {
                name = payer.Name,
                email = payer.Email,
                locale = payer.Locale == "de" ? "de_DE" : "en_GB",
                metadata = new { accountId = payer.Account.Value },
            },
            payer.IdempotencyKey,
            cancellation
        );
        return answer.IsSuccess
            ? Outcome<string>.Done(answer.Body.Deserialize<MollieCustomer>()!.Id)
            : answer.Failed<string>();
    }

    public async Task<Outcome<string[]>> Find(
        AccountId account,
        DateTimeOffset since,
        CancellationToken cancellation = default
    )
    {
        var made = await api.All<MollieCustomer>(
            "/customers",
            "customers",
            c => c.CreatedAt < since - Margin,
            null,
            cancellation
        );
        return made.IsDone
            ? Outcome<string[]>.Done([
                .. made.Value!.Where(c => c.Metadata.Text("accountId") == account.Value)
                    .Select(c => c.Id),
            ])
            : made.As<string[]>();
    }

    public async Task<Outcome<ProviderMandate[]>> Mandates(
        string payer,
        CancellationToken cancellation = default
    )
    {
        var all = await api.All<MollieMandate>(
            $"/customers/{Uri.EscapeDataString(payer)}/mandates",
            "mandates",
            _ => false,
            null,
            cancellation
        );
        return all.IsDone
            ? Outcome<ProviderMandate[]>.Done([.. all.Value!.Select(m => m.ToMandate())])
            : all.As<ProviderMandate[]>();
    }

    public async Task<Outcome<ProviderMandate>> AddDirectDebit(
        string payer,
        NewDirectDebit debit,
        CancellationToken cancellation = default
    )
    {
        var answer = await api.Post(
            $"/customers/{Uri.EscapeDataString(payer)}/mandates",
            new
            {
                method = "directdebit",
                consumerName = debit.Holder,
                consumerAccount = debit.Iban,
                mandateReference = debit.Reference,
            },
            debit.IdempotencyKey,
            cancellation
        );
        return answer.IsSuccess
            ? Outcome<ProviderMandate>.Done(answer.Body.Deserialize<MollieMandate>()!.ToMandate())
            : answer.Failed<ProviderMandate>();
    }

    public async Task<Outcome<Nothing>> Revoke(
        string payer,
        MandateId mandate,
        CancellationToken cancellation = default
    )
    {
        var answer = await api.Delete(
            $"/customers/{Uri.EscapeDataString(payer)}/mandates/{Uri.EscapeDataString(mandate.Value)}",
            cancellation
        );
        return answer.IsSuccess || answer.Status is 404 or 410
            ? Outcome<Nothing>.Done(default)
            : answer.Failed<Nothing>();
    }
}
