namespace Elizon.Billing;

public partial interface IAccountGrain
{
    /// <summary>The customer's NetPoints.</summary>
    [Alias("Points")]
    Task<PointsView> Points();

    /// <param name="total">Of an order, in euros.</param>
    /// <exception cref="Refusal">Invalid: a negative total.</exception>
    [Alias("PreviewPoints")]
    Task<PointsPreview> PreviewPoints(Money total);

    /// <summary>The house gives points, or takes what is there of them with a negative number. Audited.</summary>
    /// <exception cref="Refusal">Invalid: number or reason; Conflict: more than there are.</exception>
    [Alias("GrantPoints")]
    Task<PointsView> GrantPoints(int points, string reason, Caller by);
}

/// <summary>The history of points. Stateless.</summary>
[Alias("IPointsReader")]
public interface IPointsReader : IGrainWithIntegerKey
{
    /// <summary>The newest first.</summary>
    [Alias("History")]
    Task<PointsHistory> History(AccountId account, PageRequest page);
}

/// <summary>What points refuse.</summary>
public static class PointsRefusals
{
    public static Refusal TooMany(int most) =>
        new(
            RefusalKind.Conflict,
            "netpoints.tooMany",
            $"At most {most} NetPoints can be redeemed here."
        );

    public static Refusal OutOfRange(int most) =>
        new(
            RefusalKind.Invalid,
            "netpoints.outOfRange",
            $"A number of NetPoints lies between -{most} and {most} and is not zero."
        );
}
