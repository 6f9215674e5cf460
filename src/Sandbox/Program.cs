using Elizon.Sandbox;

var configuration = new ConfigurationBuilder()
    .AddEnvironmentVariables()
    .AddCommandLine(args)
    .Build();
var options = SandboxOptions.From(configuration);

#pragma warning disable RS0030 // The one place that names the machine's clock; everything else gets it handed in.
await using var sandbox = await SandboxHost.StartAsync(
    options,
    TimeProvider.System,
    CancellationToken.None
);
#pragma warning restore RS0030

await Console.Out.WriteLineAsync(
    $"Sandbox ready: {sandbox.Control} panel {sandbox.Panel} smtp {sandbox.SmtpPort}"
);

// Whoever started the sandbox may hold the other end of its input: it goes when they go, even by kill -9.
using var inputEnded = new CancellationTokenSource();
if (configuration.GetValue<bool>("Sandbox:StopWithInput"))
    _ = Console
        .OpenStandardInput()
        .CopyToAsync(Stream.Null)
        .ContinueWith(_ => inputEnded.Cancel(), TaskScheduler.Default);
await sandbox.WaitForShutdownAsync(inputEnded.Token);
