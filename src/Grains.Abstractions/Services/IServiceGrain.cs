using Elizon.Operations;

namespace Elizon.Services;

public partial interface IServiceGrain
{
    /// <summary>The service as its customer sees it: answers from memory, whatever the provider does.</summary>
    /// <exception cref="Refusal">NotFound for strangers, Forbidden for a grantee without "view".</exception>
    [Alias("Show")]
    Task<ServiceView> Show(Caller by);

    /// <summary>Changes what is the customer's to choose.</summary>
    [Alias("Update")]
    Task<ServiceView> Update(ServiceUpdate update, Caller by);

    /// <summary>
    /// Starts, stops, restarts…; needs the action's own right (<see cref="ServiceActions"/>). A newer action takes the
    /// place of one that is still under way.
    /// </summary>
    /// <exception cref="Refusal">Conflict while it is provisioned, suspended, failed or deleted; Invalid when the product cannot do that.</exception>
    [Alias("Act")]
    Task<StartedAction> Act(ServiceAction action, Caller by);

    /// <summary>Ends the service: the server and its files are deleted at the provider.</summary>
    [Alias("Cancel")]
    Task<ServiceView> Cancel(Caller by);

    /// <summary>
    /// Sets startup variables, all or none; they count from the next start on. Only viewable and editable ones may be
    /// set, by the egg's rules.
    /// </summary>
    /// <exception cref="Refusal">Invalid "variables.invalid" with one sentence per fault.</exception>
    [Alias("SetVariables")]
    Task<ChangedVariables> SetVariables(Dictionary<string, string> variables, Caller by);
}
