using Elizon.Billing;
using Elizon.Grains.Billing.Points;
using Elizon.Identity;

namespace Elizon.Grains.Billing;

/// <summary>NetPoints of the customer.</summary>
internal sealed partial class AccountGrain
{
    public Task<PointsView> Points() =>
        Task.FromResult(aggregate.State.Points.ToView(clock.GetUtcNow()));

    public Task<PointsPreview> PreviewPoints(Money total) =>
        Task.FromResult(
            NetPoints.Preview(aggregate.State, total, house.Terms.Points, clock.GetUtcNow())
        );

    public async Task<PointsView> GrantPoints(int points, string reason, Caller by)
    {
        if (await aggregate.Replay<PointsView>(by.Operation) is { } earlier)
            return earlier;
        // Staff type the id: a slip must not make an account of nobody.
        await GrainFactory.User(UserId.Of(Id.Value)).BillingProfile();
        var now = clock.GetUtcNow();
        var change = NetPoints.Grant(
            aggregate.State,
            Id,
            NewId.Derived<OrderId>(Identity(by.Operation)).Value,
            points,
            reason,
            by,
            house.Terms.Points,
            now
        );
        return await aggregate.Commit(change, by.Operation, change.Next.Points.ToView(now));
    }
}
