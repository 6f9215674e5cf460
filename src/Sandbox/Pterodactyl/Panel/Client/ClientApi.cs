using Elizon.Sandbox.Pterodactyl.Panel.Schedules;

namespace Elizon.Sandbox.Pterodactyl.Panel.Client;

/// <summary>All routes under <c>/api/client</c>, with the sub-user permission each needs.</summary>
internal static class ClientApi
{
    public static IReadOnlyList<PanelRoute> Routes()
    {
        var account = new PanelRoutes(PanelApi.Client, "/api/client");
        account.Get("", null, AccountRoutes.Servers);
        account.Get("/permissions", null, AccountRoutes.Permissions);
        account.Get("/account", null, AccountRoutes.Show);
        account.Get("/account/api-keys", null, AccountRoutes.ApiKeys);
        account.Post("/account/api-keys", null, AccountRoutes.CreateApiKey);
        account.Delete("/account/api-keys/{identifier}", null, AccountRoutes.DeleteApiKey);

        var api = new PanelRoutes(PanelApi.Client, "/api/client/servers/{server}");
        api.Get("", null, ControlRoutes.Show);
        api.Get("/websocket", ServerRights.Connect, ControlRoutes.Websocket);
        api.GetAsync("/resources", null, ResourceRoutes.Show);
        api.PostAsync("/power", "power", ControlRoutes.Power);
        api.PostAsync("/command", "control.console", ControlRoutes.Command);
        api.Get("/activity", "activity.read", ActivityRoutes.List);
        MapFiles(api);
        MapBackups(api);
        MapSettings(api);
        MapSharing(api);
        MapSchedules(api);
        return [.. account.All, .. api.All];
    }

    private static void MapFiles(PanelRoutes api)
    {
        api.GetAsync("/files/list", "file.read", FileRoutes.List);
        api.GetAsync("/files/contents", "file.read-content", FileRoutes.Contents);
        api.Get("/files/download", "file.read-content", FileRoutes.Download);
        api.Get("/files/upload", "file.create", FileRoutes.Upload);
        api.PostAsync("/files/write", "file.create", FileRoutes.Write);
        api.PostAsync("/files/create-folder", "file.create", FileRoutes.CreateFolder);
        api.PutAsync("/files/rename", "file.update", FileRoutes.Rename);
        api.PostAsync("/files/copy", "file.create", FileRoutes.Copy);
        api.PostAsync("/files/delete", "file.delete", FileRoutes.Delete);
        api.PostAsync("/files/compress", "file.archive", ArchiveRoutes.Compress);
        api.PostAsync("/files/decompress", "file.create", ArchiveRoutes.Decompress);
        api.PostAsync("/files/chmod", "file.update", FileRoutes.Chmod);
        api.PostAsync("/files/pull", "file.create", ArchiveRoutes.Pull);
    }

    private static void MapBackups(PanelRoutes api)
    {
        api.Get("/backups", "backup.read", BackupRoutes.List);
        api.PostAsync("/backups", "backup.create", BackupRoutes.Create);
        api.Get("/backups/{backup}", "backup.read", BackupRoutes.Show);
        api.Get("/backups/{backup}/download", "backup.download", BackupRoutes.Download);
        api.Post("/backups/{backup}/lock", "backup.delete", BackupRoutes.ToggleLock);
        api.PostAsync("/backups/{backup}/restore", "backup.restore", BackupRoutes.Restore);
        api.Delete("/backups/{backup}", "backup.delete", BackupRoutes.Delete);
    }

    private static void MapSettings(PanelRoutes api)
    {
        api.Get("/network/allocations", "allocation.read", NetworkRoutes.List);
        api.Post("/network/allocations", "allocation.create", NetworkRoutes.Create);
        api.Post("/network/allocations/{allocation}", "allocation.update", NetworkRoutes.Update);
        api.Post(
            "/network/allocations/{allocation}/primary",
            "allocation.update",
            NetworkRoutes.MakePrimary
        );
        api.Delete("/network/allocations/{allocation}", "allocation.delete", NetworkRoutes.Delete);
        api.Get("/startup", "startup.read", StartupRoutes.List);
        api.Put("/startup/variable", "startup.update", StartupRoutes.Update);
        api.Post("/settings/rename", "settings.rename", SettingsRoutes.Rename);
        api.PostAsync("/settings/reinstall", "settings.reinstall", SettingsRoutes.Reinstall);
        api.Put("/settings/docker-image", "startup.docker-image", SettingsRoutes.DockerImage);
    }

    private static void MapSchedules(PanelRoutes api)
    {
        api.Get("/schedules", "schedule.read", ScheduleRoutes.List);
        api.Post("/schedules", "schedule.create", ScheduleRoutes.Create);
        api.Get("/schedules/{schedule}", "schedule.read", ScheduleRoutes.Show);
        api.Post("/schedules/{schedule}", "schedule.update", ScheduleRoutes.Update);
        api.Post("/schedules/{schedule}/execute", "schedule.update", ScheduleRoutes.Execute);
        api.Delete("/schedules/{schedule}", "schedule.delete", ScheduleRoutes.Delete);
        api.Post("/schedules/{schedule}/tasks", "schedule.update", ScheduleTaskRoutes.Create);
        api.Post(
            "/schedules/{schedule}/tasks/{task}",
            "schedule.update",
            ScheduleTaskRoutes.Update
        );
        api.Delete(
            "/schedules/{schedule}/tasks/{task}",
            "schedule.update",
            ScheduleTaskRoutes.Delete
        );
    }

    private static void MapSharing(PanelRoutes api)
    {
        api.Get("/databases", "database.read", DatabaseRoutes.List);
        api.Post("/databases", "database.create", DatabaseRoutes.Create);
        api.Get("/users", "user.read", SubuserRoutes.List);
        api.Post("/users", "user.create", SubuserRoutes.Create);
        api.Get("/users/{user}", "user.read", SubuserRoutes.Show);
        api.PostAsync("/users/{user}", "user.update", SubuserRoutes.Update);
        api.DeleteAsync("/users/{user}", "user.delete", SubuserRoutes.Delete);
    }
}
