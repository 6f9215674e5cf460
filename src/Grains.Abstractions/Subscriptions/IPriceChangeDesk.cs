namespace Elizon.Subscriptions;

/// <summary>New prices of whole products.</summary>
[Alias("IPriceChangeDesk")]
public interface IPriceChangeDesk : IGrainWithIntegerKey
{
    /// <summary>Whom it would touch. Changes nothing.</summary>
    /// <exception cref="Refusal">Invalid: as for <see cref="Announce"/>.</exception>
    [Alias("Preview")]
    Task<PriceChangeView> Preview(PriceChangeTerms terms);

    /// <summary>
    /// Keeps it and begins to carry it out: each contract that runs takes it once, and its customer is told by mail. It goes on
    /// by itself, whatever dies.
    /// </summary>
    /// <exception cref="Refusal">
    /// Invalid: a rise with less than the notice time, a price below zero, or no price that it replaces.
    /// </exception>
    [Alias("Announce")]
    Task<PriceChangeView> Announce(PriceChangeTerms terms, Caller by);

    /// <summary>Newest first.</summary>
    [Alias("List")]
    Task<PageOf<PriceChangeView>> List(PageRequest page);

    /// <exception cref="Refusal">NotFound.</exception>
    [Alias("Show")]
    Task<PriceChangeView> Show(PriceChangeId id);
}

/// <summary>The way to it.</summary>
public static class PriceChangesGrainFactory
{
    public static IPriceChangeDesk PriceChangeDesk(this IGrainFactory grains) =>
        grains.GetGrain<IPriceChangeDesk>(0);
}
