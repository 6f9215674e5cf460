using System.Diagnostics;
using Elizon.Processes;

namespace Elizon.Bench.Servers;

/// <summary>nginx with the nchan module, one worker, one channel: the field's fan-out by a C program.</summary>
internal sealed class Nchan : IAsyncDisposable
{
    private const string Module = "/usr/lib/nginx/modules/ngx_nchan_module.so";

    private readonly Process _master;
    private readonly string _folder;
    private readonly HttpClient _http = new();

    private Nchan(Process master, string folder, int port) =>
        (_master, _folder, Port) = (master, folder, port);

    public int Port { get; }

    /// <summary>The process that does the work.</summary>
    public int Worker { get; private set; }

    public static async Task<Nchan?> Start()
    {
        if (Tool.Find("nginx") is not { } nginx || !File.Exists(Module))
            return null;
        var port = ElizonProcess.FreePort();
        var folder = Directory.CreateTempSubdirectory("elizon-nchan-").FullName;
        var file = Path.Combine(folder, "nginx.conf");
        await File.WriteAllTextAsync(file, Configuration(folder, port));
        var nchan = new Nchan(Tool.Start(nginx, "-p", folder, "-c", file), folder, port);
        await Tool.Listens(port);
        var children = await File.ReadAllTextAsync(
            $"/proc/{nchan._master.Id}/task/{nchan._master.Id}/children"
        );
        nchan.Worker = int.Parse(children.Trim().Split(' ')[0], null);
        return nchan;
    }

    public async Task Publish(string text)
    {
        using var content = new StringContent(text);
        using var answer = await _http.PostAsync($"http://127.0.0.1:{Port}/pub", content);
        answer.EnsureSuccessStatusCode();
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        // SIGTERM to the master ends its worker too.
        await Tool.Run("/bin/kill", "-TERM", $"{_master.Id}");
        await _master.WaitForExitAsync();
        _master.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private static string Configuration(string folder, int port) =>
        $$"""
            load_module {{Module}};
            user root;
            worker_processes 1;
            daemon off;
            pid {{folder}}/pid;
            error_log {{folder}}/error.log;
            events { worker_connections 4096; }
            http {
              access_log off;
              client_body_temp_path {{folder}}/body;
              proxy_temp_path {{folder}}/proxy;
              fastcgi_temp_path {{folder}}/fastcgi;
              uwsgi_temp_path {{folder}}/uwsgi;
              scgi_temp_path {{folder}}/scgi;
              server {
                listen 127.0.0.1:{{port}};
                location = /pub { nchan_publisher; nchan_channel_id console; nchan_message_buffer_length 10; }
                location = /sub { nchan_subscriber eventsource; nchan_channel_id console; nchan_subscriber_first_message oldest; }
              }
            }
            """;
}
