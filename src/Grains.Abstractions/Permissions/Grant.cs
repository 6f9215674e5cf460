namespace Elizon.Permissions;

/// <summary>Who shall get which rights.</summary>
/// <param name="User">The person's id, or null when <paramref name="Email"/> names the person.</param>
[GenerateSerializer, Immutable, Alias("GrantRequest")]
public sealed record GrantRequest(
    [property: Id(0)] UserId? User,
    [property: Id(1)] string? Email,
    [property: Id(2)] Permission Permissions
);

/// <summary>Rights of one person on one resource.</summary>
[GenerateSerializer, Immutable, Alias("GrantView")]
public sealed record GrantView(
    [property: Id(0)] UserId User,
    [property: Id(1)] Permission Permissions,
    [property: Id(2)] DateTimeOffset GrantedAt,
    [property: Id(3)] string GrantedBy
);

/// <summary>What grants refuse.</summary>
public static class GrantRefusals
{
    public static Refusal NoRights() =>
        new(RefusalKind.Invalid, "grant.empty", "Name at least one permission.");

    public static Refusal Owner() =>
        new(RefusalKind.Invalid, "grant.owner", "The owner has every permission already.");

    public static Refusal UnknownPerson() => CommonRefusals.NotFound("person");

    public static Refusal TooMany() =>
        new(RefusalKind.Conflict, "grant.tooMany", "A service is shared with at most 100 people.");

    public static Refusal NotFound() => CommonRefusals.NotFound("grant");
}
