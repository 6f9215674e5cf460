using Elizon.Cli.Access;
using Elizon.Cli.Tests.Commands;

namespace Elizon.Cli.Tests.Access;

public sealed class CredentialsTests : IDisposable
{
    private readonly string _home = Directory.CreateTempSubdirectory("elizon-home").FullName;

    public void Dispose() => Directory.Delete(_home, recursive: true);

    [Fact]
    public void A_kept_login_is_readable_by_its_owner_alone()
    {
        var credentials = Credentials.Of(TestWorld.Of(_home).World);
        credentials.Keep(new Login("http://x/", "token", IsKey: false, "a@b.example"));
        Assert.Equal(
            UnixFileMode.UserRead | UnixFileMode.UserWrite,
            File.GetUnixFileMode(credentials.File)
        );
        Assert.Equal("token", credentials.Find()!.Token);
    }

    [Fact]
    public void A_login_that_others_may_read_is_not_used()
    {
        var credentials = Credentials.Of(TestWorld.Of(_home).World);
        credentials.Keep(new Login("http://x/", "token", IsKey: false));
        File.SetUnixFileMode(
            credentials.File,
            UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead
        );
        Assert.Equal(ExitCode.Denied, Assert.Throws<CliFault>(credentials.Find).ExitCode);
    }

    [Fact]
    public void The_environment_goes_before_the_file()
    {
        Credentials
            .Of(TestWorld.Of(_home).World)
            .Keep(new Login("http://x/", "kept", IsKey: false));
        var environment = new Dictionary<string, string> { ["ELIZON_KEY"] = "elz_key" };
        Assert.Equal(
            new Login(null, "elz_key", IsKey: true),
            Credentials.Of(TestWorld.Of(_home, environment).World).Find()
        );
    }

    [Fact]
    public async Task Without_a_login_a_command_says_what_to_do()
    {
        using var world = TestWorld.Of(_home);
        Assert.Equal(ExitCode.Denied, await world.Run("doctor"));
        Assert.Contains("elizon login", world.Errors, StringComparison.Ordinal);
    }
}
