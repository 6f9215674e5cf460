using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Elizon.Providers.Tests.Sandbox.Pterodactyl;

/// <summary>Egg files for tests: a minimal one, and the forty reduced real ones where their folder is present.</summary>
public static class EggFiles
{
    public const string Minimal = """
        {
          "meta": { "version": "PTDL_v2" },
          "name": "Minimal", "author": "test@example.com", "description": null,
          "docker_images": { "Debian": "debian:12" },
          "startup": "./run {{PORT_MODE}}",
          "config": { "files": "{}", "startup": "{\"done\": \"I am up\"}", "logs": "{}", "stop": "quit" },
          "scripts": { "installation": { "script": "#!/bin/sh", "container": "alpine", "entrypoint": "sh" } },
          "variables": [
            { "name": "Mode", "description": "", "env_variable": "PORT_MODE", "default_value": "udp",
              "user_viewable": true, "user_editable": true, "rules": "required|in:udp,tcp" }
          ]
        }
        """;

    /// <summary>The folder with the reduced files, or null.</summary>
    public static DirectoryInfo? Folder { get; } = Find();

    public static async Task<JsonNode> Import(
        ServerTest test,
        HttpClient http,
        Uri route,
        string egg
    )
    {
        using var body = new StringContent(egg, Encoding.UTF8, "application/json");
        using var answer = await http.PostAsync(route, body);
        var text = await answer.Content.ReadAsStringAsync();
        return answer.StatusCode == HttpStatusCode.Created
            ? JsonNode.Parse(text)!
            : throw new InvalidOperationException($"{(int)answer.StatusCode} {text}");
    }

    /// <summary>Wraps a reduced file into a full PTDL_v2 export.</summary>
    public static string Wrap(string reduced)
    {
        var facts = JsonNode.Parse(reduced)!;
        var egg = JsonNode.Parse(Minimal)!.AsObject();
        egg["name"] = (string)facts["name"]!;
        egg["startup"] = (string)facts["startup"]!;
        egg["docker_images"] = facts["docker_images"]!.DeepClone();
        egg["config"]!["startup"] = (string)facts["done"]!;
        egg["config"]!["stop"] = (string)facts["stop"]!;
        egg["variables"] = facts["variables"]!.DeepClone();
        return egg.ToJsonString(new JsonSerializerOptions(JsonSerializerDefaults.Web));
    }

    private static DirectoryInfo? Find()
    {
        var shared = Environment.GetEnvironmentVariable("ELIZON_SHARED");
        var candidates = shared is null ? BesideRepository() : [shared];
        return candidates
            .Select(path => new DirectoryInfo(Path.Join(path, "reference", "data", "eggs")))
            .FirstOrDefault(folder => folder.Exists);
    }

    private static IEnumerable<string> BesideRepository()
    {
        for (var at = new DirectoryInfo(AppContext.BaseDirectory); at is not null; at = at.Parent)
        {
            if (File.Exists(Path.Join(at.FullName, "Elizon.sln")))
                yield return Path.Join(at.Parent?.FullName, "shared");
        }
    }
}

/// <summary>Skips, with a reason, where the reduced egg files are absent.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class EggFolderFactAttribute : Xunit.FactAttribute
{
    public EggFolderFactAttribute()
    {
        if (EggFiles.Folder is null)
            Skip =
                "The folder reference/data/eggs is not there (ELIZON_SHARED, or ../shared beside the repository).";
    }
}
