using Elizon.Catalog;

namespace Elizon.Billing;

/// <summary>Dunning for staff: what holds, and what another policy would do. Stateless; changes nothing.</summary>
[Alias("IDunningDesk")]
public interface IDunningDesk : IGrainWithIntegerKey
{
    /// <summary>The policies that hold: the house's, then those of single products.</summary>
    [Alias("Policies")]
    Task<DunningPolicyView[]> Policies();

    /// <summary>What would happen to each open invoice until a day ends if nothing was paid, next stage first.</summary>
    /// <exception cref="Refusal">Invalid: the stages are no policy, or the day is past or more than a year away.</exception>
    [Alias("Simulate")]
    Task<PageOf<DunningForecast>> Simulate(DunningSimulation simulation, PageRequest page);
}

/// <summary>One stage of a policy.</summary>
/// <param name="Days">Whole days behind the due instant.</param>
/// <param name="Fee">Owed from this stage on, without VAT.</param>
/// <param name="Text">A sentence for this stage's mail; null for none.</param>
[GenerateSerializer, Immutable, Alias("DunningStageView")]
public sealed record DunningStageView(
    [property: Id(0)] int Days,
    [property: Id(1)] DunningDeed Deed,
    [property: Id(2)] Money Fee,
    [property: Id(3)] LocalText? Text = null
);

/// <summary>The stages of a product.</summary>
/// <param name="Product">Null: of all that have none of their own.</param>
[GenerateSerializer, Immutable, Alias("DunningPolicyView")]
public sealed record DunningPolicyView(
    [property: Id(0)] ProductId? Product,
    [property: Id(1)] DunningStageView[] Stages
);

/// <summary>What is asked.</summary>
/// <param name="On">The last day looked at, in the house's zone.</param>
/// <param name="Stages">Null: the policies that hold.</param>
/// <param name="Product">Only invoices of this product; null: all.</param>
[GenerateSerializer, Immutable, Alias("DunningSimulation")]
public sealed record DunningSimulation(
    [property: Id(0)] DateOnly On,
    [property: Id(1)] DunningStageView[]? Stages,
    [property: Id(2)] ProductId? Product
);

/// <summary>What would happen to one invoice.</summary>
/// <param name="Amount">What is owed of it now, fees of dunning included.</param>
/// <param name="InFlight">Money for it moves: everything but an announcement waits for it.</param>
[GenerateSerializer, Immutable, Alias("DunningForecast")]
public sealed record DunningForecast(
    [property: Id(0)] AccountId Account,
    [property: Id(1)] InvoiceId Invoice,
    [property: Id(2)] ServiceId? Service,
    [property: Id(3)] string Name,
    [property: Id(4)] Money Amount,
    [property: Id(5)] DateTimeOffset DueAt,
    [property: Id(6)] bool InFlight,
    [property: Id(7)] DunningForecastStep[] Steps
);

/// <summary>One stage that would come.</summary>
[GenerateSerializer, Immutable, Alias("DunningForecastStep")]
public sealed record DunningForecastStep(
    [property: Id(0)] DateTimeOffset At,
    [property: Id(1)] DunningDeed Deed,
    [property: Id(2)] Money Fee
);
