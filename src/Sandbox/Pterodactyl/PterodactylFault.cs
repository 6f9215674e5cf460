namespace Elizon.Sandbox.Pterodactyl;

/// <summary>Names of the fault switches, as <c>/control/faults/pterodactyl/…</c> takes them.</summary>
public static class PterodactylFault
{
    public const string Http500 = "http.500";
    public const string HttpSlow = "http.slow";
    public const string HttpLostAnswer = "http.lost-answer";
    public const string HttpCut = "http.cut";
    public const string HttpHtml = "http.html";
    public const string Http429 = "http.429";
    public const string CreateLostAnswer = "create.lost-answer";
    public const string CreateFailed = "create.failed";
    public const string AllocationRace = "allocation.race";
    public const string ServerDeletedBehind = "server.deleted-behind";
    public const string UserMailFailed = "user.mail-failed";
    public const string NodeMaintenance = "node.maintenance";
    public const string DaemonUnreachable = "daemon.unreachable";
    public const string Daemon500 = "daemon.500";
    public const string DaemonRestart = "daemon.restart";
    public const string InstallFail = "install.fail";
    public const string InstallHang = "install.hang";
    public const string StartCrash = "start.crash";
    public const string ProcessCrash = "process.crash";
    public const string StopHang = "stop.hang";
    public const string BackupFail = "backup.fail";
    public const string ConsoleFlood = "console.flood";
    public const string Line64K = "line.64k";
    public const string LineInvalidUtf8 = "line.invalid-utf8";
    public const string LineAnsi = "line.ansi";
    public const string WsDrop = "ws.drop";
    public const string WsRefuse = "ws.refuse";
    public const string WsInvalidUtf8 = "ws.invalid-utf8";
    public const string TokenNoScope = "token.no-scope";
    public const string ClockSkew = "clock.skew";

    /// <summary>Name and one sentence, in the order of the control page.</summary>
    internal static readonly IReadOnlyList<(string Name, string Summary)> All =
    [
        (
            CreateLostAnswer,
            "Create server: the server is made and installs, the answer is 504 after the delay (15 s)."
        ),
        (
            CreateFailed,
            "Create server: the row is there until the delay (15 s) is over, then it is deleted and the answer is 504."
        ),
        (
            AllocationRace,
            "Create server: another server takes the allocation first; 422, or 500 with deploy. The allocation stays taken."
        ),
        (
            ServerDeletedBehind,
            "A server is deleted in panel and daemon right before a call reaches it (404). Target: its uuid or external id."
        ),
        (UserMailFailed, "Create user: the mail cannot be sent; 500 although the row exists."),
        (
            Http500,
            "A call answers 500 and does nothing. Target: method and route, e.g. POST /api/application/servers."
        ),
        (HttpSlow, "A call is answered after the delay (10 s). Target as http.500."),
        (
            HttpLostAnswer,
            "A call does its work, the answer is 504 after the delay (15 s). Target as http.500."
        ),
        (
            HttpCut,
            "A call does its work, then the connection is cut without an answer. Target as http.500."
        ),
        (
            HttpHtml,
            "A proxy answers an HTML page with the status in value (502); nothing is done. Target as http.500."
        ),
        (
            Http429,
            "A call is refused with 429; value: seconds in Retry-After (60). Target as http.500."
        ),
        (NodeMaintenance, "While on, the node is under maintenance (409). Target: the node's id."),
        (
            DaemonUnreachable,
            "The panel cannot reach a daemon: 504 after the delay (0). Target: the node's id."
        ),
        (Daemon500, "A daemon answers 500 to the panel and does nothing. Target: the node's id."),
        (
            DaemonRestart,
            "Looked at once a second: the daemon restarts, all its sockets drop without a close frame. Target: the node's id."
        ),
        (InstallFail, "An installation ends as failed. Target: the server's uuid."),
        (InstallHang, "An installation never ends. Target: the server's uuid."),
        (StartCrash, "A server crashes while it starts. Target: the server's uuid."),
        (
            ProcessCrash,
            "Looked at once a second: a running server crashes; value: exit code (1). Target: the server's uuid."
        ),
        (
            StopHang,
            "A server ignores its stop; it is killed after the stop time-out. Target: the server's uuid."
        ),
        (BackupFail, "A backup ends as failed. Target: the server's uuid."),
        (
            ConsoleFlood,
            "While on, running servers print value lines a second (5000). Target: the server's uuid."
        ),
        (
            Line64K,
            "Looked at once a second: a running server prints one line of 64 KB. Target: the server's uuid."
        ),
        (
            LineInvalidUtf8,
            "Looked at once a second: a running server prints bytes that are not UTF-8; the daemon sends U+FFFD for them."
        ),
        (
            LineAnsi,
            "Looked at once a second: a running server prints a line full of ANSI codes. Target: the server's uuid."
        ),
        (
            WsDrop,
            "Looked at once a second: open sockets are cut in the middle of a message. Target: the server's uuid."
        ),
        (
            WsRefuse,
            "A socket is refused with 403, as for a wrong origin. Target: the server's uuid."
        ),
        (
            WsInvalidUtf8,
            "Looked at once a second: a text frame with bytes that are not UTF-8 is sent. Target: the server's uuid."
        ),
        (
            TokenNoScope,
            "Tokens are issued without their scope, as an older panel does: missing connect permission."
        ),
        (
            ClockSkew,
            "While on, a node's clock is ahead by the seconds in value (900; may be negative). Target: the node's id."
        ),
    ];
}
