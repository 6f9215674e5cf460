using Elizon.Grains.Storage;
using Elizon.Identity;
using Elizon.Permissions;
using Elizon.Services;

namespace Elizon.Grains.Services;

/// <summary>What only the house may ask.</summary>
internal sealed partial class ServiceGrain
{
    public Task<StaffServiceView> ShowStaff(Caller by)
    {
        ServiceAccess.Admit(State, by, Permission.None);
        return Task.FromResult(StaffView(State, by));
    }

    public Task<StaffServiceView> Retry(Caller by) =>
        Supervise(by, () => ServiceSupervising.Retry(State, by, Now));

    public async Task<StaffServiceView> Suspend(Suspension suspension, Caller by)
    {
        var view = await Supervise(
            by,
            () => ServiceSupervising.Suspend(State, suspension, by, Now)
        );
        await CloseConsole("suspended");
        return view;
    }

    public Task<StaffServiceView> Unsuspend(Caller by) =>
        Supervise(by, () => ServiceSupervising.Unsuspend(State, by, Now));

    public Task<GrantView[]> Grants(Caller by)
    {
        ServiceAccess.Admit(State, by, Permission.ManagePermissions);
        return Task.FromResult(State.Grants.Select(g => g.ToView()).ToArray());
    }

    public async Task<GrantView> Grant(GrantRequest request, Caller by)
    {
        ServiceAccess.Admit(State, by, Permission.ManagePermissions);
        var user = await Person(request);
        var change = ServiceSupervising.Grant(State, user, request.Permissions, by, Now);
        var narrowed =
            State.Grants.Find(g => g.User == user) is { } old
            && (old.Permissions & ~request.Permissions) != Permission.None;
        await Commit(change);
        if (narrowed)
            await EndStreams(user);
        return State.Grants.First(g => g.User == user).ToView();
    }

    public async Task Revoke(UserId user, Caller by)
    {
        await Commit(ServiceSupervising.Revoke(State, user, by));
        await EndStreams(user);
    }

    private async Task<UserId> Person(GrantRequest request)
    {
        var user =
            request.User
            ?? (
                request.Email is { } email
                    ? await GrainFactory.UserDirectory().FindByEmail(email)
                    : null
            );
        if (user is not { } found)
            throw GrantRefusals.UnknownPerson();
        await GrainFactory.User(found).BillingProfile();
        return found;
    }

    private Task EndStreams(UserId user) =>
        GrainFactory
            .RevocationBoard()
            .Publish(new Revocation(user, null, State.Order!.Id, "revoked"));

    private async Task<StaffServiceView> Supervise(Caller by, Func<Change<ServiceState>> rule)
    {
        if (await aggregate.Replay<StaffServiceView>(by.Operation) is { } earlier)
            return earlier;
        var change = rule();
        return await Commit(change, by, StaffView(change.Next, by));
    }

    private static StaffServiceView StaffView(ServiceState service, Caller by)
    {
        var order = service.Order!;
        return new StaffServiceView(
            service.ToView(by),
            order.Owner,
            order.Order,
            order.Invoice,
            order.Line,
            order.Plan.Provider,
            service.Server,
            service.Fault,
            [.. service.Grants.Select(g => g.ToView())],
            [.. service.Open.Select(o => o.ToView(order.Id))]
        );
    }
}
