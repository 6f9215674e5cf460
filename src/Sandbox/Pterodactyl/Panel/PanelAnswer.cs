using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Elizon.Sandbox.Pterodactyl.Panel;

/// <summary>What a route answers: JSON, text, or nothing.</summary>
internal sealed record PanelAnswer(int Status, JsonNode? Json = null, byte[]? Text = null)
{
    private static readonly JsonSerializerOptions Plain = new(JsonSerializerDefaults.Web);

    public static PanelAnswer NoContent { get; } = new(204);

    public static PanelAnswer Ok(JsonNode json) => new(200, json);

    public static PanelAnswer SignedUrl(string url) =>
        Ok(
            new JsonObject
            {
                ["object"] = "signed_url",
                ["attributes"] = new JsonObject { ["url"] = url },
            }
        );

    public async Task Write(HttpResponse response)
    {
        response.StatusCode = Status;
        if (Json is null && Text is null)
            return;
        response.ContentType = Json is null ? "text/plain; charset=UTF-8" : "application/json";
        response.Headers.CacheControl = "no-cache, private";
        await response.Body.WriteAsync(
            Text ?? Encoding.UTF8.GetBytes(Json!.ToJsonString(Plain)),
            response.HttpContext.RequestAborted
        );
    }
}
