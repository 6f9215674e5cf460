using System.Collections.Immutable;

namespace Elizon.Sandbox.Pterodactyl.Wings;

/// <summary>The open sockets of one server.</summary>
internal sealed class ServerSockets
{
    private ImmutableArray<ConsoleSocket> _open = [];

    /// <summary>All that are connected, authenticated or not.</summary>
    public ImmutableArray<ConsoleSocket> Open => _open;

    public int Authenticated => _open.Count(socket => socket.IsAuthenticated);

    public bool AnyListens => _open.Any(socket => socket.IsAuthenticated);

    public void Add(ConsoleSocket socket) =>
        ImmutableInterlocked.Update(ref _open, (open, added) => open.Add(added), socket);

    public void Remove(ConsoleSocket socket) =>
        ImmutableInterlocked.Update(ref _open, (open, gone) => open.Remove(gone), socket);

    /// <summary>Hands a frame to every authenticated socket; never waits for one.</summary>
    public void Publish(SocketFrame frame)
    {
        foreach (var socket in _open)
        {
            if (socket.IsAuthenticated)
                socket.Post(frame);
        }
    }

    public void Abort()
    {
        foreach (var socket in _open)
            socket.Abort();
    }
}
