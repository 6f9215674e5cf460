using System.Text.Json;

namespace Elizon.Sandbox.Mollie.Customers;

internal sealed record Customer(
    string Id,
    string World,
    string? Name,
    string? Email,
    string? Locale,
    JsonElement? Metadata,
    DateTimeOffset CreatedAt
);
