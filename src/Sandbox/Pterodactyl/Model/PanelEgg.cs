namespace Elizon.Sandbox.Pterodactyl.Model;

internal sealed record PanelNest : IPanelRow
{
    public required int Id { get; init; }
    public required string Uuid { get; init; }
    public required string Author { get; init; }
    public required string Name { get; init; }
    public string? Description { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }
    public required DateTimeOffset UpdatedAt { get; init; }
}

/// <summary>One choice of container image, in the order the egg lists them.</summary>
internal sealed record EggImage(string Label, string Image);

/// <summary>A variable of an egg. <paramref name="Rules"/> is a Laravel rule list.</summary>
internal sealed record EggVariable(
    int Id,
    string Name,
    string Description,
    string EnvVariable,
    string DefaultValue,
    bool UserViewable,
    bool UserEditable,
    string Rules
);

/// <summary>A kind of game server: images, start line, done marker, variables.</summary>
internal sealed record PanelEgg : IPanelRow
{
    public required int Id { get; init; }
    public required string Uuid { get; init; }
    public required int NestId { get; init; }
    public required string Author { get; init; }
    public required string Name { get; init; }
    public string? Description { get; init; }
    public List<string>? Features { get; init; }
    public required List<EggImage> Images { get; init; }
    public List<string> FileDenylist { get; init; } = [];
    public string? UpdateUrl { get; init; }

    /// <summary>JSON text, as the panel's column holds it.</summary>
    public required string ConfigFiles { get; init; }

    /// <summary>JSON text; <c>done</c> is a string or a list of strings.</summary>
    public required string ConfigStartup { get; init; }

    /// <summary>JSON text.</summary>
    public required string ConfigLogs { get; init; }

    /// <summary>A console command, or <c>^C</c> for a signal.</summary>
    public required string Stop { get; init; }
    public required string Startup { get; init; }
    public string? Script { get; init; }
    public string ScriptEntry { get; init; } = "bash";
    public string ScriptContainer { get; init; } = "alpine:3.4";
    public required List<EggVariable> Variables { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }
    public required DateTimeOffset UpdatedAt { get; init; }
}
