namespace Elizon.Sandbox.Pterodactyl.Panel;

/// <summary>Whether a relation may be read by the key of this call.</summary>
internal static class ShapeRights
{
    public static bool MayRead(this ShapeView view, string resource) =>
        view.Call.Key.Allows(resource, PanelRights.Read);
}
