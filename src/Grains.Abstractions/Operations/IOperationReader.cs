namespace Elizon.Operations;

/// <summary>Operations from the record table. Stateless.</summary>
[Alias("IOperationReader")]
public interface IOperationReader : IGrainWithIntegerKey
{
    /// <summary>One operation on a service that the caller may view.</summary>
    /// <exception cref="Refusal">NotFound; Forbidden for a grantee without "view".</exception>
    [Alias("Find")]
    Task<OperationView> Find(OperationId id, Caller by);

    /// <summary>For the house: all in a state, or all when null; newest first.</summary>
    [Alias("List")]
    Task<PageOf<StaffOperationView>> List(OperationState? state, PageRequest page, Caller by);

    /// <summary>For the house: tries an open operation again now.</summary>
    /// <exception cref="Refusal">NotFound; Conflict when it has ended.</exception>
    [Alias("Retry")]
    Task<OperationView> Retry(OperationId id, Caller by);
}

/// <summary>The only way to the grains of this feature.</summary>
public static class OperationsGrainFactory
{
    public static IOperationReader OperationReader(this IGrainFactory grains) =>
        grains.GetGrain<IOperationReader>(0);
}
