using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Elizon.Sandbox;
using Xunit;

namespace Elizon.Providers.Tests.Sandbox.Pterodactyl;

public sealed class BackupTests : ServerTest
{
    protected override void Configure(SandboxOptions options)
    {
        base.Configure(options);
        options.Pterodactyl.SocketRateLimits = false;
    }

    private async Task<JsonNode> Begin(TestServer server, object? body = null) =>
        (
            await Post(
                $"{server.Path}/backups",
                body ?? new { name = "before update" },
                HttpStatusCode.OK
            )
        )["attributes"]!;

    private async Task<JsonNode> Show(TestServer server, JsonNode backup) =>
        (await Get($"{server.Path}/backups/{(string)backup["uuid"]!}"))["attributes"]!;

    private async Task<JsonNode> Made(TestServer server, object? body = null)
    {
        var backup = await Begin(server, body);
        await Quiet();
        return await Show(server, backup);
    }

    [Fact]
    public async Task A_running_backup_looks_unsuccessful_and_its_end_has_its_uuid_in_the_name()
    {
        var server = await Installed();
        await using var console = await Console(server);
        await console.Next("stats");

        var backup = await Begin(server);

        Assert.False((bool)backup["is_successful"]!);
        Assert.Null(backup["completed_at"]);
        var ended = await console.Next($"backup completed:{(string)backup["uuid"]!}");
        var done = await Show(server, backup);
        Assert.True((bool)done["is_successful"]!);
        Assert.Equal(
            $"sha1:{(string)JsonNode.Parse(ended.Text)!["checksum"]!}",
            (string?)done["checksum"]
        );
        Assert.Equal((long)JsonNode.Parse(ended.Text)!["file_size"]!, (long)done["bytes"]!);
    }

    [Fact]
    public async Task A_failed_backup_is_completed_and_unsuccessful()
    {
        var server = await Installed();
        await SwitchOn("pterodactyl", "backup.fail", new { remaining = 1 });

        var backup = await Made(server);

        Assert.False((bool)backup["is_successful"]!);
        Assert.NotNull(backup["completed_at"]);
        Assert.Equal(0, (int)(await Get($"{server.Path}/backups"))["meta"]!["backup_count"]!);
    }

    [Fact]
    public async Task A_third_backup_in_ten_minutes_is_429_though_one_was_deleted()
    {
        var server = await Installed();
        var first = await Made(server);
        await Made(server);
        await Json(
            HttpMethod.Delete,
            $"{server.Path}/backups/{(string)first["uuid"]!}",
            expect: HttpStatusCode.NoContent
        );

        using var answer = await Call(HttpMethod.Post, $"{server.Path}/backups", new { });

        Assert.Equal(HttpStatusCode.TooManyRequests, answer.StatusCode);
        Assert.InRange(answer.Headers.RetryAfter!.Delta!.Value.TotalSeconds, 1, 600);
        var error = PanelError.Of(answer, await answer.Content.ReadAsStringAsync());
        Assert.Equal(
            "Only 2 backups may be generated within a 600 second span of time.",
            error.Detail
        );
    }

    [Fact]
    public async Task The_limit_of_the_server_is_400()
    {
        var server = await Installed();
        await Made(server);
        await Made(server);
        await Advance(TimeSpan.FromMinutes(11));

        var error = await Refused(HttpMethod.Post, $"{server.Path}/backups", new { });

        Assert.Equal((400, "TooManyBackupsException"), (error.Http, error.Code));
    }

    [Fact]
    public async Task A_locked_backup_cannot_be_deleted()
    {
        var server = await Installed();
        var uuid = (string)(await Made(server, new { is_locked = true }))["uuid"]!;

        var error = await Refused(HttpMethod.Delete, $"{server.Path}/backups/{uuid}");
        await Post($"{server.Path}/backups/{uuid}/lock", expect: HttpStatusCode.OK);
        await Json(
            HttpMethod.Delete,
            $"{server.Path}/backups/{uuid}",
            expect: HttpStatusCode.NoContent
        );

        Assert.Equal((400, "BackupLockedException"), (error.Http, error.Code));
    }

    [Fact]
    public async Task Restoring_blocks_the_server_and_brings_files_back()
    {
        var server = await Installed();
        var backup = await Made(server);
        await using var console = await Console(server);
        await console.Next("stats");
        await Post($"{server.Path}/files/delete", new { root = "/", files = new[] { "eula.txt" } });
        using (var junk = new StringContent("x", Encoding.UTF8))
            await Post($"{server.Path}/files/write?file=/junk.txt", junk);

        await Post(
            $"{server.Path}/backups/{(string)backup["uuid"]!}/restore",
            new { truncate = true }
        );
        var blocked = await Refused(HttpMethod.Get, $"{server.Path}/files/list");
        await console.Next("backup restore completed");

        Assert.Equal((409, "ServerStateConflictException"), (blocked.Http, blocked.Code));
        var names = (await Get($"{server.Path}/files/list"))["data"]!
            .AsArray()
            .Select(file => (string?)file!["attributes"]!["name"])
            .ToList();
        Assert.Contains("eula.txt", names);
        Assert.DoesNotContain("junk.txt", names);
    }

    [Fact]
    public async Task Restoring_a_backup_that_still_runs_is_400()
    {
        var server = await Installed();
        var backup = await Begin(server);

        var error = await Refused(
            HttpMethod.Post,
            $"{server.Path}/backups/{(string)backup["uuid"]!}/restore",
            new { truncate = false }
        );

        Assert.Equal((400, "BadRequestHttpException"), (error.Http, error.Code));
    }

    [Fact]
    public async Task Restoring_during_an_installation_is_409_and_without_truncate_422()
    {
        var server = await Installed();
        var uuid = (string)(await Made(server))["uuid"]!;
        var missing = await Refused(
            HttpMethod.Post,
            $"{server.Path}/backups/{uuid}/restore",
            new { }
        );
        await SwitchOn("pterodactyl", "install.hang", new { remaining = 1 });
        await Post($"{Application}servers/{server.Id}/reinstall");

        var busy = await Refused(
            HttpMethod.Post,
            $"{server.Path}/backups/{uuid}/restore",
            new { truncate = false }
        );

        Assert.Equal((422, "truncate"), (missing.Http, missing.Field));
        Assert.Equal(409, busy.Http);
    }

    [Fact]
    public async Task A_backup_is_downloaded_once_and_belongs_to_its_server()
    {
        var server = await Installed();
        var other = await Installed();
        var backup = await Made(server);
        var uuid = (string)backup["uuid"]!;

        var url = new Uri(
            (string)(await Get($"{server.Path}/backups/{uuid}/download"))["attributes"]!["url"]!
        );
        var bytes = await Http.GetByteArrayAsync(url);
        var stranger = await Refused(HttpMethod.Get, $"{other.Path}/backups/{uuid}");

        Assert.Equal((long)backup["bytes"]!, bytes.LongLength);
        Assert.Equal(
            (404, "The requested resource was not found for this server."),
            (stranger.Http, stranger.Detail)
        );
    }

    [Fact]
    public async Task Ignored_files_are_left_out()
    {
        var server = await Installed();

        var backup = await Made(server, new { ignored = "logs\n*.jar" });

        Assert.Equal(
            ["logs", "*.jar"],
            backup["ignored_files"]!.AsArray().Select(file => (string?)file)
        );
    }
}
