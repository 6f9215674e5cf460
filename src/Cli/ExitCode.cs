namespace Elizon.Cli;

/// <summary>What a script learns from a command.</summary>
internal static class ExitCode
{
    public const int Ok = 0;

    /// <summary>Refused, or faults were found.</summary>
    public const int Failed = 1;

    /// <summary>The command line itself is wrong.</summary>
    public const int Usage = 2;

    /// <summary>Not logged in, or the role is missing.</summary>
    public const int Denied = 3;

    /// <summary>The platform cannot be reached, or its answer is not known.</summary>
    public const int Unreachable = 4;
}

/// <summary>A command ends here, with a sentence and an exit code.</summary>
/// <param name="details">Every fault, one sentence each.</param>
internal sealed class CliFault(
    int exitCode,
    string message,
    string? hint = null,
    params string[] details
) : Exception(message)
{
    public int ExitCode { get; } = exitCode;

    /// <summary>What to do about it.</summary>
    public string? Hint { get; } = hint;

    public string[] Details { get; } = details;
}
