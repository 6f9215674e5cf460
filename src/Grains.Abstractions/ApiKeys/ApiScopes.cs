namespace Elizon.ApiKeys;

/// <summary>The closed list of what an API key may be allowed. Routes and keys use the same words.</summary>
public static class ApiScopes
{
    public const string ServicesRead = "services:read";
    public const string ServicesWrite = "services:write";
    public const string BillingRead = "billing:read";
    public const string BillingWrite = "billing:write";
    public const string AccountRead = "account:read";
    public const string AccountWrite = "account:write";
    public const string SupportRead = "support:read";
    public const string SupportWrite = "support:write";
    public const string KeysRead = "keys:read";
    public const string KeysWrite = "keys:write";

    /// <summary>Staff only: the routes under /api/admin, within the roles of the person.</summary>
    public const string Admin = "admin";

    public static readonly IReadOnlyList<string> All =
    [
        ServicesRead,
        ServicesWrite,
        BillingRead,
        BillingWrite,
        AccountRead,
        AccountWrite,
        SupportRead,
        SupportWrite,
        KeysRead,
        KeysWrite,
        Admin,
    ];
}
