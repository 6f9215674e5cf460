using System.Net;

namespace Elizon.Api;

/// <summary>Settings of the HTTP front end; configuration section <c>Api</c>.</summary>
public sealed class ApiOptions
{
    public const string Section = "Api";

    /// <summary>Requests per minute and address without a credential.</summary>
    public int AddressLimit { get; set; } = 600;

    /// <summary>Requests per minute and address with a credential nobody knows.</summary>
    public int FailedCredentialLimit { get; set; } = 60;

    /// <summary>Bytes of a request body, unless a route says otherwise.</summary>
    public long MaxBody { get; set; } = 1024 * 1024;

    /// <summary>Networks ("10.0.0.0/8") or addresses of proxies whose X-Forwarded-* headers are believed. Empty: none.</summary>
    public string[] Proxies { get; set; } = [];

    /// <summary>Origins of our own pages beside the API's own, "https://panel.example".</summary>
    public string[] Origins { get; set; } = [];

    /// <summary>Foreign origins whose scripts may read answers. Empty: none.</summary>
    public string[] CorsOrigins { get; set; } = [];

    /// <summary>Networks beside this machine that may read metrics.</summary>
    public string[] InternalNetworks { get; set; } = [];

    /// <summary>Answers are compared with what their routes state; a difference is a fault. For tests.</summary>
    public bool CheckAnswers { get; set; }

    /// <summary>A single address is a network of one.</summary>
    public static IPNetwork[] Networks(IEnumerable<string> texts) =>
        [
            .. texts.Select(t =>
                t.Contains('/', StringComparison.Ordinal)
                    ? IPNetwork.Parse(t)
                    : new IPNetwork(
                        IPAddress.Parse(t),
                        IPAddress.Parse(t).GetAddressBytes().Length * 8
                    )
            ),
        ];
}
