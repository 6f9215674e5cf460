using Elizon.Catalog;

namespace Elizon.Fixtures;

/// <summary>What is provisioned for a small server.</summary>
public static class PlanSamples
{
    public static readonly ServicePlan Small = new(
        ProviderId.Of("panel-1"),
        "pterodactyl",
        LocationId.Of("fra"),
        "Frankfurt",
        "paper",
        "Paper",
        "java21",
        [],
        2048,
        10240,
        200,
        0,
        500,
        0,
        1,
        0
    );
}
