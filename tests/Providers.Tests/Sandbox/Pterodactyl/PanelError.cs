using System.Text.Json.Nodes;

namespace Elizon.Providers.Tests.Sandbox.Pterodactyl;

/// <summary>The first error of the panel's envelope, with the HTTP status beside the one in the body.</summary>
public sealed record PanelError(int Http, string Code, string Status, string Detail)
{
    public string? Field { get; init; }
    public string? Rule { get; init; }
    public int Count { get; init; } = 1;

    public static PanelError Of(HttpResponseMessage answer, string text)
    {
        if (JsonNode.Parse(text)?["errors"] is not JsonArray { Count: > 0 } errors)
            throw new InvalidOperationException($"{(int)answer.StatusCode} is no refusal: {text}");
        var first = errors[0]!;
        return new PanelError(
            (int)answer.StatusCode,
            (string)first["code"]!,
            (string)first["status"]!,
            (string)first["detail"]!
        )
        {
            Field = (string?)first["meta"]?["source_field"],
            Rule = (string?)first["meta"]?["rule"],
            Count = errors.Count,
        };
    }
}
