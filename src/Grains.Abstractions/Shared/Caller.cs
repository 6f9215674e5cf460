namespace Elizon;

/// <summary>What a credential is; staff sessions act for the house.</summary>
public enum CallerKind
{
    Session,
    ApiKey,
    Staff,
    System,

    /// <summary>Nobody in particular, on a public route.</summary>
    Anonymous,
}

/// <summary>
/// Who asks, for what the route needs, and under which operation id. Made by the API's gate, never by a handler.
/// <see cref="At"/> is when the request came in, UTC.
/// </summary>
[GenerateSerializer, Immutable, Alias("Caller")]
public sealed record Caller(
    [property: Id(0)] UserId User,
    [property: Id(1)] CallerKind Kind,
    [property: Id(2)] string By,
    [property: Id(3)] Permission Needs,
    [property: Id(4)] DateTimeOffset At,
    [property: Id(5)] Operation? Operation = null,
    [property: Id(6)] string? Reason = null
)
{
    /// <summary>True for staff and for the system itself: ownership and grants are not asked.</summary>
    public bool IsHouse => Kind is CallerKind.Staff or CallerKind.System;

    /// <summary>The platform acting on its own, at the given instant.</summary>
    public static Caller System(DateTimeOffset at) =>
        new(new UserId("system"), CallerKind.System, "system", Permission.None, at);
}

/// <summary>
/// The identity of one command over its repeats: a key made of account, route and Idempotency-Key, and the hash of the
/// body. The same key gives the first answer; with another hash it is refused.
/// </summary>
[GenerateSerializer, Immutable, Alias("Operation")]
public sealed record Operation([property: Id(0)] string Key, [property: Id(1)] string BodyHash);

/// <summary>Rights on a shared resource; the words of the reference in snake case ("backup_create").</summary>
[Flags, GenerateSerializer, Alias("Permission")]
public enum Permission
{
    None = 0,
    View = 1 << 0,
    Start = 1 << 1,
    Stop = 1 << 2,
    Restart = 1 << 3,
    Console = 1 << 4,
    Backup = 1 << 5,
    BackupCreate = 1 << 6,
    BackupRestore = 1 << 7,
    BackupDelete = 1 << 8,
    BackupSchedule = 1 << 9,
    Settings = 1 << 10,
    Delete = 1 << 11,
    ManagePermissions = 1 << 12,
}
