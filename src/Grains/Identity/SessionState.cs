using Elizon.Identity;

namespace Elizon.Grains.Identity;

/// <summary>A login; personal through address and agent, so it goes with the session.</summary>
internal sealed class SessionState
{
    public UserId User { get; set; }

    public long Epoch { get; set; }

    public bool Verified { get; set; }

    public StaffRole Roles { get; set; }

    public string Address { get; set; } = "";

    public string Agent { get; set; } = "";

    /// <summary>To a few minutes.</summary>
    public DateTimeOffset LastSeenAt { get; set; }
}
