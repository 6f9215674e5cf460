using Elizon.Api.Replies;
using Elizon.Api.Rules;
using Elizon.Identity;

namespace Elizon.Api.Identity;

/// <summary>What staff sees of people.</summary>
public static class UserAdminEndpoints
{
    public static void MapUsersAdmin(this IEndpointRouteBuilder admin)
    {
        var users = admin.MapGroup("/users").WithTags("Admin: users");
        users
            .MapGet("", Search)
            .Staff(StaffRole.Support)
            .AnswersPage<PersonView>("users")
            .WithSummary("People by id, address, last name or company.");
        users
            .MapGet("/{id}", Show)
            .Staff(StaffRole.Support)
            .Answers<UserView>("user")
            .WithSummary("One person with the balance.");
        users
            .MapPut("/{id}/roles", SetRoles)
            .Staff(StaffRole.Staff)
            .Answers<UserView>("user")
            .WithSummary("Give and take staff rights.");
    }

    private static async Task<IResult> Search(
        [AsParameters] PersonQuery query,
        IGrainFactory grains
    ) =>
        Reply.Page(
            "users",
            await grains
                .UserDirectory()
                .Search(query.Q ?? "", PageRequest.Of(query.Page, query.Limit))
        );

    private static async Task<IResult> Show(UserId id, IGrainFactory grains) =>
        Reply.Ok("user", await grains.ProfileDesk().Show(id));

    private static async Task<IResult> SetRoles(
        UserId id,
        RolesBody body,
        Caller caller,
        IGrainFactory grains
    ) => Reply.Ok("user", await grains.User(id).SetRoles(body.Roles, caller));
}

/// <param name="Q">Id, or how the address, last name or company begins.</param>
public readonly record struct PersonQuery(
    [property: System.ComponentModel.DataAnnotations.MaxLength(254)] string? Q,
    int? Page,
    int? Limit
);

public sealed record RolesBody(StaffRole Roles);
