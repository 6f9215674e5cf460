using Elizon.Api.Hosting;
using Elizon.Silo.Hosting;

try
{
    var configuration = Switches.Read(args);
    var settings = SiloSettings.Of(configuration);
    await (
        settings.Role == HostRole.Db
            ? DatabaseHost.Run(configuration, settings)
            : SiloHost.Run(configuration, settings)
    );
    return Environment.ExitCode;
}
catch (CannotStartException cause)
{
    await Console.Error.WriteLineAsync($"elizon: {cause.Message}");
    return 1;
}
