using System.Net;
using System.Text.Json.Nodes;
using Elizon.Sandbox;
using Xunit;

namespace Elizon.Providers.Tests.Sandbox.Pterodactyl;

public sealed class SignedUrlTests : ServerTest
{
    private async Task<Uri> Signed(TestServer server, string what)
    {
        var answer = await Get($"{server.Path}/files/{what}");
        Assert.Equal("signed_url", (string?)answer["object"]);
        return new Uri((string)answer["attributes"]!["url"]!);
    }

    [Fact]
    public async Task A_download_works_once()
    {
        var server = await Installed();
        var url = await Signed(server, "download?file=/eula.txt");

        var text = await Http.GetStringAsync(url);
        using var again = await Http.GetAsync(url);

        Assert.Equal("eula=true\n", text);
        Assert.Equal(HttpStatusCode.NotFound, again.StatusCode);
    }

    [Fact]
    public async Task An_upload_takes_several_files_once()
    {
        var server = await Installed();
        var url = await Signed(server, "upload");
        var target = new Uri($"{url}&directory=/plugins");

        using var form = Form(("one.jar", "1"), ("two.jar", "22"));
        using var first = await Http.PostAsync(target, form);
        using var more = Form(("three.jar", "3"));
        using var second = await Http.PostAsync(target, more);

        Assert.Equal(HttpStatusCode.OK, first.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, second.StatusCode);
        var files = (await Get($"{server.Path}/files/list?directory=/plugins"))["data"]!.AsArray();
        Assert.Equal(
            ["one.jar", "two.jar"],
            files.Select(file => (string?)file!["attributes"]!["name"])
        );
    }

    [Fact]
    public async Task An_upload_without_files_is_400()
    {
        var server = await Installed();
        using var form = new MultipartFormDataContent { { new StringContent("x"), "other" } };

        using var answer = await Http.PostAsync(await Signed(server, "upload"), form);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Fact]
    public async Task An_upload_URL_is_no_download_URL()
    {
        var server = await Installed();
        var url = (await Signed(server, "upload"))
            .ToString()
            .Replace("/upload/file", "/download/file", StringComparison.Ordinal);

        using var answer = await Http.GetAsync(new Uri(url));

        Assert.Equal(HttpStatusCode.InternalServerError, answer.StatusCode);
    }

    private static MultipartFormDataContent Form(params (string Name, string Text)[] files)
    {
        var form = new MultipartFormDataContent();
        foreach (var (name, text) in files)
            form.Add(new StringContent(text), "files", name);
        return form;
    }
}

public sealed class ExpiredUrlTests : ServerTest
{
    protected override void Configure(SandboxOptions options)
    {
        base.Configure(options);
        options.Pterodactyl.SignedUrlLife = TimeSpan.FromSeconds(-5);
    }

    [Fact]
    public async Task An_expired_token_is_an_unexpected_error_with_a_request_id()
    {
        var server = await Installed();
        var signed = await Get($"{server.Path}/files/download?file=/eula.txt");

        using var answer = await Http.GetAsync(new Uri((string)signed["attributes"]!["url"]!));

        Assert.Equal(HttpStatusCode.InternalServerError, answer.StatusCode);
        var body = JsonNode.Parse(await answer.Content.ReadAsStringAsync())!;
        Assert.NotNull(body["error"]);
        Assert.NotNull(body["request_id"]);
    }
}
