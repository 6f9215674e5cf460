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
await sandbox.WaitForShutdownAsync(CancellationToken.None);
