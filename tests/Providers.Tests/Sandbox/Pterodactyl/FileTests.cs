using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Xunit;

namespace Elizon.Providers.Tests.Sandbox.Pterodactyl;

public sealed class FileTests : ServerTest
{
    private async Task Write(TestServer server, string file, string text)
    {
        using var body = new StringContent(text, Encoding.UTF8, "text/plain");
        await Post($"{server.Path}/files/write?file={Uri.EscapeDataString(file)}", body);
    }

    private async Task<string> Read(TestServer server, string file)
    {
        using var answer = await Call(
            HttpMethod.Get,
            $"{server.Path}/files/contents?file={Uri.EscapeDataString(file)}"
        );
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("text/plain", answer.Content.Headers.ContentType?.MediaType);
        return await answer.Content.ReadAsStringAsync();
    }

    private async Task<IReadOnlyList<string>> Names(TestServer server, string directory = "/")
    {
        var list = await Get($"{server.Path}/files/list?directory={directory}");
        return [.. list["data"]!.AsArray().Select(file => (string)file!["attributes"]!["name"]!)];
    }

    [Fact]
    public async Task An_installed_server_has_files_folders_first()
    {
        var server = await Installed();

        Assert.Equal(
            ["logs", "eula.txt", "ops.json", "server.jar", "server.properties"],
            await Names(server)
        );
    }

    [Fact]
    public async Task A_file_object_has_all_its_members()
    {
        var server = await Installed();

        var file = (await Get($"{server.Path}/files/list"))["data"]![1]!;

        Assert.Equal("file_object", (string?)file["object"]);
        var attributes = file["attributes"]!.AsObject();
        Assert.Equal(
            [
                "name",
                "mode",
                "mode_bits",
                "size",
                "is_file",
                "is_symlink",
                "mimetype",
                "created_at",
                "modified_at",
            ],
            attributes.Select(pair => pair.Key)
        );
        Assert.Equal(
            ("-rw-r--r--", "644", 10),
            (
                (string?)attributes["mode"],
                (string?)attributes["mode_bits"],
                (int)attributes["size"]!
            )
        );
    }

    [Fact]
    public async Task What_is_written_is_read_and_its_folders_are_made()
    {
        var server = await Installed();

        await Write(server, "/plugins/a b/config.yml", "motd: hello äöü\n");

        Assert.Equal("motd: hello äöü\n", await Read(server, "/plugins/a b/config.yml"));
    }

    [Fact]
    public async Task A_JSON_body_is_stored_as_it_is()
    {
        var server = await Installed();
        using var body = new StringContent("{\"a\": \" b \"}", Encoding.UTF8, "application/json");

        await Post($"{server.Path}/files/write?file=/a.json", body);

        Assert.Equal("{\"a\": \" b \"}", await Read(server, "/a.json"));
    }

    [Theory]
    [InlineData("/missing", 404)]
    [InlineData("/../../../../etc", 404)]
    public async Task A_directory_that_is_not_there_is_404(string directory, int status)
    {
        var server = await Installed();

        var error = await Refused(
            HttpMethod.Get,
            $"{server.Path}/files/list?directory={directory}"
        );

        Assert.Equal((status, "DaemonConnectionException"), (error.Http, error.Code));
    }

    [Fact]
    public async Task A_directory_has_no_contents()
    {
        var server = await Installed();

        var error = await Refused(HttpMethod.Get, $"{server.Path}/files/contents?file=/logs");

        Assert.Equal(400, error.Http);
        Assert.Contains("file is a directory", error.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_above_four_MiB_is_not_opened()
    {
        var server = await Installed();
        await Write(server, "/big.txt", new string('x', (4 * 1024 * 1024) + 1));

        var error = await Refused(HttpMethod.Get, $"{server.Path}/files/contents?file=/big.txt");

        Assert.Equal((400, "FileSizeTooLargeException"), (error.Http, error.Code));
    }

    [Fact]
    public async Task A_full_disk_takes_nothing_more()
    {
        var body = await ServerBody();
        body["limits"]!["disk"] = 1;
        var server = await Installed(body);
        using var content = new StringContent(new string('x', 1_048_576));

        var error = await Refused(
            HttpMethod.Post,
            $"{server.Path}/files/write?file=/big.txt",
            content
        );

        Assert.Equal(400, error.Http);
        Assert.Contains("not enough disk space", error.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Moving_passes_over_what_is_missing_and_stops_at_what_is_there()
    {
        var server = await Installed();
        object Move(string from, string to) =>
            new { root = "/", files = new[] { new { from, to } } };

        await Json(
            HttpMethod.Put,
            $"{server.Path}/files/rename",
            Move("nothing", "else"),
            expect: HttpStatusCode.NoContent
        );
        await Json(
            HttpMethod.Put,
            $"{server.Path}/files/rename",
            Move("eula.txt", "docs/eula.txt"),
            expect: HttpStatusCode.NoContent
        );
        var error = await Refused(
            HttpMethod.Put,
            $"{server.Path}/files/rename",
            Move("ops.json", "server.jar")
        );

        Assert.Equal(["eula.txt"], await Names(server, "/docs"));
        Assert.Equal(400, error.Http);
        Assert.Contains("destination already exists", error.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Copies_are_counted()
    {
        var server = await Installed();

        await Post($"{server.Path}/files/copy", new { location = "/eula.txt" });
        await Post($"{server.Path}/files/copy", new { location = "/eula.txt" });

        var names = await Names(server);
        Assert.Contains("eula copy.txt", names);
        Assert.Contains("eula copy 1.txt", names);
    }

    [Fact]
    public async Task Deleting_takes_folders_too()
    {
        var server = await Installed();
        await Write(server, "/world/region/r.0.0.mca", "x");
        await Post($"{server.Path}/files/create-folder", new { root = "/", name = "empty" });

        await Post(
            $"{server.Path}/files/delete",
            new { root = "/", files = new[] { "world", "empty", "eula.txt", "not there" } }
        );

        Assert.Equal(["logs", "ops.json", "server.jar", "server.properties"], await Names(server));
    }

    [Fact]
    public async Task Packing_and_unpacking_give_the_same_files()
    {
        var server = await Installed();
        await Write(server, "/world/level.dat", "seed 42");
        var archive = await Post(
            $"{server.Path}/files/compress",
            new { root = "/", files = new[] { "world" } },
            HttpStatusCode.OK
        );
        await Post($"{server.Path}/files/delete", new { root = "/", files = new[] { "world" } });

        var name = (string)archive["attributes"]!["name"]!;
        await Post($"{server.Path}/files/decompress", new { root = "/", file = name });

        Assert.Matches(@"^archive-.*\.tar\.gz$", name);
        Assert.Equal("seed 42", await Read(server, "/world/level.dat"));
    }

    [Fact]
    public async Task What_is_no_archive_is_not_unpacked()
    {
        var server = await Installed();

        var error = await Refused(
            HttpMethod.Post,
            $"{server.Path}/files/decompress",
            new { root = "/", file = "eula.txt" }
        );

        Assert.Equal(400, error.Http);
        Assert.Contains(
            "a format Wings does not understand",
            error.Detail,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Rights_are_changed()
    {
        var server = await Installed();

        await Post(
            $"{server.Path}/files/chmod",
            new { root = "/", files = new[] { new { file = "eula.txt", mode = "755" } } }
        );

        var file = (await Get($"{server.Path}/files/list"))["data"]!
            .AsArray()
            .Single(row => (string?)row!["attributes"]!["name"] == "eula.txt");
        Assert.Equal("-rwxr-xr-x", (string?)file!["attributes"]!["mode"]);
    }

    [Fact]
    public async Task A_name_beyond_255_bytes_is_400()
    {
        var server = await Installed();
        using var body = new StringContent("x");

        var error = await Refused(
            HttpMethod.Post,
            $"{server.Path}/files/write?file=/{new string('n', 256)}",
            body
        );

        Assert.Equal(400, error.Http);
        Assert.Contains("file name is too long", error.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_on_the_eggs_denylist_is_403()
    {
        var egg = JsonNode.Parse(EggFiles.Minimal)!;
        egg["file_denylist"] = new JsonArray("secret.yml");
        await EggFiles.Import(
            this,
            Http,
            Control("control/pterodactyl/nests/1/eggs"),
            egg.ToJsonString()
        );
        var server = await Installed(await ServerBody("Minimal"));
        using var body = new StringContent("x");

        var error = await Refused(
            HttpMethod.Post,
            $"{server.Path}/files/write?file=/secret.yml",
            body
        );

        Assert.Equal(403, error.Http);
        Assert.Contains("present in egg denylist", error.Detail, StringComparison.Ordinal);
    }
}
