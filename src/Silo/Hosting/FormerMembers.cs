using Npgsql;

namespace Elizon.Silo.Hosting;

/// <summary>
/// With a database of its own this process is the whole cluster: whatever the membership table still calls alive died
/// with the last host. Saying so at once spares the seconds in which the new silo would suspect and probe it.
/// </summary>
internal static class FormerMembers
{
    private const int Dead = (int)SiloStatus.Dead;

    public static async Task Bury(NpgsqlDataSource database, CancellationToken cancellation)
    {
        await using var command = database.CreateCommand(
            $"""
            with buried as (update orleansmembershiptable set status = {Dead} where status <> {Dead} returning deploymentid)
            update orleansmembershipversiontable set version = version + 1 where deploymentid in (select deploymentid from buried)
            """
        );
        await command.ExecuteNonQueryAsync(cancellation);
    }
}
