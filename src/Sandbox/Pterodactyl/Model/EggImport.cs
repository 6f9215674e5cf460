namespace Elizon.Sandbox.Pterodactyl.Model;

/// <summary>The panel's own import of an egg file.</summary>
internal static class EggImport
{
    /// <exception cref="EggFileFault">The text is no egg; nothing is written.</exception>
    public static PanelEgg Import(
        PanelTables tables,
        string json,
        PanelNest nest,
        DateTimeOffset now
    ) => tables.Change(changes => Add(tables, changes, json, nest, now));

    internal static PanelEgg Add(
        PanelTables tables,
        PanelChanges changes,
        string json,
        PanelNest nest,
        DateTimeOffset now
    )
    {
        var egg = EggFile.Read(
            json,
            nest.Id,
            now,
            () => changes.NextId("pterodactyl.egg-variable")
        ) with
        {
            Id = changes.NextId(tables.Eggs.Kind),
        };
        changes.Put(tables.Eggs, egg);
        return egg;
    }
}
