namespace Elizon.Sandbox.Pterodactyl.Model;

/// <summary>A row of the panel's database. Ids rise and are never given twice, as MySQL's do.</summary>
internal interface IPanelRow
{
    int Id { get; }
}
