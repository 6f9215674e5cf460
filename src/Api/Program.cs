using Elizon.Api;
using Elizon.Api.Hosting;

try
{
    var settings = Switches.Read(args);
    var builder = HostSetup.CreateBuilder(settings, "api");
    builder.Services.AddSingleton(TimeProvider.System);
    builder.UseElizonCluster(
        settings["Elizon:Database"]
            ?? throw new CannotStartException(
                "The Api alone finds the silos in their database: give Elizon__Database or --database."
            )
    );
    builder.Services.AddElizonApi(settings);
    var app = builder.Build();
    app.UseOperations();
    app.UseElizonApi();
    await app.RunAsync();
    return 0;
}
catch (CannotStartException cause)
{
    await Console.Error.WriteLineAsync($"elizon api: {cause.Message}");
    return 1;
}
