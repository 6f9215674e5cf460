namespace Elizon.Processes;

/// <summary>
/// The platform (role all, embedded PostgreSQL) as one process that can be killed and started again over its data.
/// </summary>
public sealed class PlatformProcess : IAsyncDisposable
{
    public const string StaffEmail = "staff@elizon.example";
    public const string StaffPassword = "Correct-Horse-7-staff";

    private readonly SandboxProcess _sandbox;
    private readonly string _folder = Directory.CreateTempSubdirectory("elizon-host-").FullName;
    private ElizonProcess _process;

    private PlatformProcess(SandboxProcess sandbox)
    {
        _sandbox = sandbox;
        Port = ElizonProcess.FreePort();
        Address = new Uri($"http://127.0.0.1:{Port}");
        _process = Launch();
    }

    public int Port { get; }

    /// <summary>Of the process that runs now.</summary>
    public int Id => _process.Id;

    public Uri Address { get; }

    public string Said => _process.Said;

    /// <summary>Resident bytes of the host, without its database.</summary>
    public long MemoryInUse
    {
        get
        {
            using var process = System.Diagnostics.Process.GetProcessById(_process.Id);
            return process.WorkingSet64;
        }
    }

    /// <summary>Started, with a staff account and the shipped catalogue applied by the operator's own command line.</summary>
    public static async Task<PlatformProcess> Start(SandboxProcess sandbox)
    {
        var platform = await Open(sandbox);
        await platform.Prepare();
        return platform;
    }

    /// <summary>Started over an empty folder, and nothing more.</summary>
    public static async Task<PlatformProcess> Open(SandboxProcess sandbox)
    {
        var platform = new PlatformProcess(sandbox);
        await platform.Ready();
        return platform;
    }

    public async Task Ready()
    {
        using var http = new HttpClient
        {
            BaseAddress = Address,
            Timeout = TimeSpan.FromSeconds(5),
        };
        await Wait.For(
            async () => (await http.GetAsync("/health/ready")).IsSuccessStatusCode,
            "the platform is ready",
            () => _process.Said
        );
    }

    /// <summary>kill -9, then a start over the same data; warm or not makes no difference to what is kept, only to how long it takes.</summary>
    public async Task KillAndRestart()
    {
        await _process.DisposeAsync();
        _process = Launch("--Elizon:WarmUp=false");
        await Ready();
    }

    public async ValueTask DisposeAsync()
    {
        await _process.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    /// <summary>The settings of a host before this sandbox.</summary>
    public static string[] Settings(SandboxProcess sandbox, int port) =>
        [
            $"--Site:Url=http://127.0.0.1:{port}",
            $"--Mail:Port={sandbox.SmtpPort}",
            $"--Mollie:BaseUrl=http://127.0.0.1:{sandbox.Port}/mollie/v2",
            $"--Vies:BaseUrl=http://127.0.0.1:{sandbox.Port}/vies/rest-api",
            "--Mollie:ApiKey=test_sandbox_elizon_0000000000000000",
            $"--Elizon:TestClock=http://127.0.0.1:{sandbox.Port}",
            "--Elizon:StopWithInput=true",
            "--Logging:LogLevel:Default=Warning",
            "--Api:AddressLimit=1000000",
            "--Api:FailedCredentialLimit=1000000",
            "--Identity:RegistrationsPerMinute=100000",
            "--Identity:LoginsPerMinute=100000",
            "--Identity:RequestsPerMinute=1000000",
        ];

    public static async Task Prepare(SandboxProcess sandbox, Uri address, string folder)
    {
        var password = Path.Combine(folder, "password");
        await File.WriteAllTextAsync(password, StaffPassword + "\n");
        (string, string)[] environment =
        [
            ("XDG_CONFIG_HOME", folder),
            ("ELIZON_API", address.ToString()),
            ("ELIZON_PANEL_URL", $"http://127.0.0.1:{sandbox.PanelPort}"),
        ];
        var token = Path.Combine(folder, "init-token");
        await Wait.For(
            () => Task.FromResult(File.Exists(token)),
            "the token of the first account lies in the data folder"
        );
        await ElizonProcess.Run(
            "elizon",
            ["init", "--email", StaffEmail, "--password-file", password, "--token-file", token],
            environment
        );
        await ElizonProcess.Run(
            "elizon",
            ["apply", Path.Combine(Fixtures.Repository.Root, "deploy", "catalog.yaml")],
            environment
        );
    }

    private Task Prepare() => Prepare(_sandbox, Address, _folder);

    private ElizonProcess Launch(params string[] more) =>
        ElizonProcess.Start(
            "Elizon.Silo",
            ["--port", $"{Port}", "--data", _folder, .. Settings(_sandbox, Port), .. more]
        );
}
