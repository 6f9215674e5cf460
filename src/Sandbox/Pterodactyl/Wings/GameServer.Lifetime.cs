namespace Elizon.Sandbox.Pterodactyl.Wings;

/// <content>Deletion, and what a daemon's restart leaves of a server.</content>
internal sealed partial class GameServer
{
    /// <summary>Ends the process, tells the sockets, removes the files.</summary>
    public void Delete()
    {
        lock (_gate)
        {
            IsDeleted = true;
            _installStep?.Cancel();
            EndProcess();
            State = PowerState.Offline;
            IsInstalling = false;
            Sockets.Publish(SocketFrame.Of("deleted", "null"));
            foreach (var socket in Sockets.Open)
                socket.Close(1001, "server deleted");
        }
        Node.Forget(Uuid);
        Files.Destroy();
    }

    /// <summary>The daemon's own restart: containers live on, what the daemon itself was doing is lost.</summary>
    public void DaemonRestarts()
    {
        lock (_gate)
        {
            Sockets.Abort();
            _installStep?.Cancel();
            IsInstalling = false;
            IsRestoring = false;
            _afterStop = null;
            _lastCrash = null;
        }
    }

    /// <summary>Takes over a container that ran before this process began.</summary>
    public void Attach(ContainerRow row)
    {
        lock (_gate)
        {
            if (row.State is PowerState.Offline or PowerState.Stopping)
                return;
            State = PowerState.Running;
            _process = new GameProcess(this, row.StartedAt ?? Node.Real.GetUtcNow());
            _process.Attach();
        }
    }
}
