using Orleans.Configuration;

namespace Elizon.Api.Hosting;

/// <summary>What silos and clients must agree on to find each other. Frozen: membership and reminder rows carry it.</summary>
public static class ClusterIdentity
{
    /// <summary>How long a call between processes may take before its outcome is unknown.</summary>
    public static readonly TimeSpan ResponseTimeout = TimeSpan.FromSeconds(10);

    public static void Configure(ClusterOptions options) =>
        (options.ClusterId, options.ServiceId) = ("elizon", "elizon");
}
