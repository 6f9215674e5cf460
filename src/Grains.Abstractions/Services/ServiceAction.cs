using System.Text.Json.Serialization;

namespace Elizon.Services;

/// <summary>The words of the reference for actions, and kill.</summary>
[GenerateSerializer, Alias("ServiceAction")]
public enum ServiceAction
{
    [JsonStringEnumMemberName("start")]
    Start,

    [JsonStringEnumMemberName("stop")]
    Stop,

    [JsonStringEnumMemberName("restart")]
    Restart,

    /// <summary>Off and on again without asking the system inside.</summary>
    [JsonStringEnumMemberName("reset")]
    Reset,

    /// <summary>Off without asking the system inside.</summary>
    [JsonStringEnumMemberName("kill")]
    Kill,

    /// <summary>A machine's own pause, not the suspension for non-payment.</summary>
    [JsonStringEnumMemberName("suspend")]
    Suspend,

    [JsonStringEnumMemberName("resume")]
    Resume,
}

/// <summary>Which right each action needs.</summary>
public static class ServiceActions
{
    public static Permission Needs(ServiceAction action) =>
        action switch
        {
            ServiceAction.Start => Permission.Start,
            ServiceAction.Stop or ServiceAction.Kill => Permission.Stop,
            ServiceAction.Restart or ServiceAction.Reset => Permission.Restart,
            ServiceAction.Suspend or ServiceAction.Resume => Permission.Settings,
            _ => throw new ArgumentOutOfRangeException(nameof(action)),
        };
}
