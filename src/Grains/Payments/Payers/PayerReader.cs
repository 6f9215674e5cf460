using Orleans.Concurrency;

namespace Elizon.Grains.Payments.Payers;

/// <summary>Reads a payer's mandates and tells the payer; when that fails, the payer's due time tries again.</summary>
[StatelessWorker]
internal sealed class PayerReader(PayerBook payers) : Grain, IPayerReader
{
    public Task Read(AccountId account) => payers.Mandates(account);
}
