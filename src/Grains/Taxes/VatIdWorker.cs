using Elizon.Grains.Providers;
using Orleans.Concurrency;

namespace Elizon.Grains.Taxes;

/// <summary>Asks the register and tells the record; when this dies on the way, the record's lease asks again.</summary>
[StatelessWorker]
internal sealed class VatIdWorker(IVatRegister register) : Grain, IVatIdWorker
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    public async Task Ask(VatIdQuestion question)
    {
        var outcome = await register.Ask(question, Patience);
        await GrainFactory.VatIdInside(question.VatId).Answered(outcome);
    }
}
