using Elizon.Sandbox.Pterodactyl.Games;

namespace Elizon.Sandbox.Pterodactyl.Wings;

/// <content>The install script, at creation and again on demand.</content>
internal sealed partial class GameServer
{
    private ScheduledAction? _installStep;

    /// <summary>Begins the first installation; <paramref name="startOnCompletion"/> starts the server when it went well.</summary>
    public void Install(bool startOnCompletion)
    {
        lock (_gate)
            BeginInstall(reinstall: false, startOnCompletion);
    }

    /// <summary>Stops the process, then installs over what is there.</summary>
    /// <exception cref="WingsFailure">409 while a power action runs.</exception>
    public void Reinstall()
    {
        lock (_gate)
        {
            if (_powerBusy)
                throw new WingsFailure(
                    409,
                    "Cannot execute server reinstall event while another power action is running."
                );
            if (IsInstalling)
                return;
            Stop(then: null);
            if (State == PowerState.Offline)
                BeginInstall(reinstall: true, startOnCompletion: false);
            else
                _afterStop = () => BeginInstall(reinstall: true, startOnCompletion: false);
        }
    }

    private void BeginInstall(bool reinstall, bool startOnCompletion)
    {
        Configuration = Node.Remote.Configuration(Uuid) ?? Configuration;
        Files.EnsureRoot();
        if (Configuration.SkipScripts)
        {
            EndInstall(successful: true, reinstall, startOnCompletion);
            return;
        }
        IsInstalling = true;
        _hangs = false;
        Sockets.Publish(SocketFrame.Of("install started", ""));
        Sockets.Publish(
            SocketFrame.Of(
                "daemon message",
                "Starting installation process, this could take a few minutes..."
            )
        );
        var lines = new Queue<string>(
            GameCatalog.For(Configuration).Install(new GameWorld(Configuration, Node))
        );
        var time = Node.Between(Node.Options.InstallAtLeast, Node.Options.InstallAtMost);
        PlayInstall(lines, time / (lines.Count + 1), reinstall, startOnCompletion);
    }

    private void PlayInstall(
        Queue<string> lines,
        TimeSpan pause,
        bool reinstall,
        bool startOnCompletion
    ) =>
        _installStep = Node.Schedule.After(
            pause,
            () =>
                Locked(() =>
                {
                    if (lines.TryDequeue(out var line))
                    {
                        Sockets.Publish(
                            SocketFrame.Of("install output", line, FrameAudience.Install)
                        );
                        PlayInstall(lines, pause, reinstall, startOnCompletion);
                    }
                    else if (Node.Faults.Take(PterodactylFault.InstallHang, Uuid) is not null)
                        _hangs = true;
                    else
                        EndInstall(
                            Node.Faults.Take(PterodactylFault.InstallFail, Uuid) is null,
                            reinstall,
                            startOnCompletion
                        );
                })
        );

    private void EndInstall(bool successful, bool reinstall, bool startOnCompletion)
    {
        if (successful && !Configuration.SkipScripts)
        {
            InstalledFiles.Write(Files, Configuration);
            Sockets.Publish(SocketFrame.Of("daemon message", "Installation process completed."));
        }
        IsInstalling = false;
        Node.Remote.InstallFinished(Uuid, successful, reinstall);
        // Sent on failure too: whoever takes it for success must read the status.
        Sockets.Publish(SocketFrame.Of("install completed", ""));
        if (successful && startOnCompletion)
            TryStart();
    }
}
