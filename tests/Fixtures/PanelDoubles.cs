using Elizon.Grains.Providers.Eggs;
using Elizon.Grains.Providers.Line;
using Elizon.Grains.Providers.Settings;
using Elizon.Providers;
using Orleans.Concurrency;

namespace Elizon.Fixtures;

/// <summary>Which classes answer for providers in a cluster: two would be one too many.</summary>
internal static class PanelDoubles
{
    public static readonly Type[] Doubles =
    [
        typeof(EggReaderDouble),
        typeof(ProviderDouble),
        typeof(LineDouble),
    ];

    public static readonly Type[] Real =
    [
        typeof(EggReader),
        typeof(ProviderGrain),
        typeof(ServerLine),
    ];
}

/// <summary>A panel that has two games; stands in while no provider is part of a test.</summary>
[GrainType("test-eggs"), StatelessWorker]
public sealed class EggReaderDouble : Grain, IEggReader
{
    public static readonly EggView[] Eggs =
    [
        new(
            "paper",
            "Paper",
            new() { ["Java 21"] = "yolks:java_21", ["Java 17"] = "yolks:java_17" },
            [
                new("Version", "", "MINECRAFT_VERSION", "latest", true, true, "required|max:20"),
                new("Path", "", "DL_PATH", "", false, false, "nullable|string"),
            ]
        ),
        new("vanilla", "Vanilla", new() { ["Java 21"] = "yolks:java_21" }, []),
    ];

    public Task<EggView[]> All() => Task.FromResult(Eggs);

    public Task<ChosenEgg> Choose(
        string egg,
        string? image,
        Dictionary<string, string>? variables
    ) =>
        image is not (null or "Java 21")
            ? throw CommonRefusals.Invalid($"No image '{image}'.", "And one fault more.")
            : Task.FromResult(new ChosenEgg(egg, "Paper", "yolks:java_21", variables ?? []));
}

[GrainType("test-provider")]
public sealed class ProviderDouble : Grain, IProviderGrain
{
    private ProviderSettings? _settings;

    public Task<bool> Configure(ProviderSettings settings, Caller by)
    {
        var changed =
            _settings is null
            || _settings.Url != settings.Url
            || !_settings.Secrets.SequenceEqual(settings.Secrets);
        _settings = settings;
        return Task.FromResult(changed);
    }

    public Task<int> SyncEggs(Caller by) => Task.FromResult(EggReaderDouble.Eggs.Length);

    public Task<ProviderView> Show(Caller by) => throw CommonRefusals.NotFound("provider");

    public Task<ProviderCheck[]> Test(Caller by) => Task.FromResult<ProviderCheck[]>([]);

    public Task<ProviderLineView> Line(Caller by) =>
        Task.FromResult(new ProviderLineView([], [], []));
}
