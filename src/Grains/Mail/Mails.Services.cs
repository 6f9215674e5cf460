namespace Elizon.Grains.Mail;

/// <summary>About servers.</summary>
internal static partial class Mails
{
    /// <param name="address">Where players connect, "ip:port".</param>
    public static SendMail ServerReady(
        UserId user,
        ServiceId service,
        string name,
        string product,
        string address,
        string location
    ) =>
        To(
            user,
            "server-ready",
            new()
            {
                ["service"] = service.Value,
                ["name"] = name,
                ["product"] = product,
                ["address"] = address,
                ["location"] = location,
            }
        );

    /// <summary>A server could not be provisioned; its price is back on the balance.</summary>
    public static SendMail ProvisioningFailed(
        UserId user,
        string name,
        string product,
        Money refunded
    ) =>
        To(
            user,
            "provisioning-failed",
            new()
            {
                ["name"] = name,
                ["product"] = product,
                ["amount"] = refunded.ToString(),
            }
        );

    /// <summary>Something that was ordered for a service is there.</summary>
    /// <param name="what">Its name.</param>
    /// <param name="address">"ip:port" of a further address; "" for anything else.</param>
    public static SendMail AddOnReady(
        UserId user,
        ServiceId service,
        string name,
        string what,
        string address
    ) =>
        To(
            user,
            "add-on-ready",
            new()
            {
                ["service"] = service.Value,
                ["name"] = name,
                ["what"] = what,
                ["address"] = address,
            }
        );
}
