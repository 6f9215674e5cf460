namespace Elizon.Banking;

/// <summary>What customers need to pay by transfer. Stateless.</summary>
[Alias("IBankDesk")]
public interface IBankDesk : IGrainWithIntegerKey
{
    /// <summary>The house's account and the customer's own reference.</summary>
    [Alias("Details")]
    Task<SepaDetailsView> Details(AccountId account);
}
