namespace Elizon.Catalog;

/// <summary>The kinds of provider and the secrets each logs in with.</summary>
public static class ProviderKinds
{
    public const string Pterodactyl = "pterodactyl";
    public const string Proxmox = "proxmox";

    /// <summary>Names of the secrets of a kind; null for a kind that does not exist.</summary>
    public static string[]? SecretsOf(string? kind) =>
        kind switch
        {
            Pterodactyl => ["applicationKey", "clientKey"],
            Proxmox => ["tokenId", "tokenSecret"],
            _ => null,
        };
}

internal static class ProviderFaults
{
    public static void Check(CatalogDocument document, FaultList faults)
    {
        faults.Unique("providers", document.Providers, p => p.Id.Value, "id");
        var locations = document.Locations.Select(l => l.Id.Value).ToHashSet();
        for (var i = 0; i < document.Providers.Length; i++)
            Check(document.Providers[i], $"providers[{i}]", locations, faults);
    }

    private static void Check(
        ProviderEntry provider,
        string at,
        HashSet<string> locations,
        FaultList faults
    )
    {
        faults.Id($"{at}.id", provider.Id.Value);
        faults.Text($"{at}.name", provider.Name, 80);
        faults.WebAddress($"{at}.url", provider.Url);
        CheckSecrets(provider, at, faults);
        foreach (var (ours, theirs) in provider.Locations)
        {
            faults.AddIf(
                !locations.Contains(ours),
                $"{at}.locations.{ours}",
                $"No location '{ours}' is declared."
            );
            faults.Text($"{at}.locations.{ours}", theirs, 60);
        }
    }

    private static void CheckSecrets(ProviderEntry provider, string at, FaultList faults)
    {
        if (ProviderKinds.SecretsOf(provider.Kind) is not { } known)
        {
            faults.Add(
                $"{at}.kind",
                $"Must be '{ProviderKinds.Pterodactyl}' or '{ProviderKinds.Proxmox}'."
            );
            return;
        }
        foreach (var (name, secret) in provider.Secrets)
        {
            faults.AddIf(
                !known.Contains(name),
                $"{at}.secrets.{name}",
                $"A {provider.Kind} provider has the secrets {string.Join(", ", known)}."
            );
            faults.AddIf(
                secret is null || secret.Length > 4_096 || secret.Any(char.IsControl),
                $"{at}.secrets.{name}",
                "Is too long or holds control characters."
            );
        }
    }
}
