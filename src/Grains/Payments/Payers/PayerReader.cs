using Orleans.Concurrency;

namespace Elizon.Grains.Payments.Payers;

/// <summary>Reads a payer's mandates and tells the payer, or gives them up; when that fails, the payer's due time tries again.</summary>
[StatelessWorker]
internal sealed class PayerReader(PayerBook payers) : Grain, IPayerReader
{
    public async Task Read(AccountId account)
    {
        var payer = await payers.Mandates(account);
        if (payer.GivesUp)
            await payers.GiveUp(account, payer);
    }
}
