namespace Elizon.Sandbox.Pterodactyl.Model;

/// <summary>One step of a schedule; <see cref="TimeOffset"/> is the pause before it in seconds.</summary>
internal sealed record ScheduleTask
{
    public required int Id { get; init; }
    public required int SequenceId { get; init; }
    public required string Action { get; init; }
    public string Payload { get; init; } = "";
    public int TimeOffset { get; init; }
    public bool ContinueOnFailure { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }
    public required DateTimeOffset UpdatedAt { get; init; }
}

internal sealed record PanelSchedule : IPanelRow
{
    public required int Id { get; init; }
    public required int ServerId { get; init; }
    public required string Name { get; init; }
    public required string Minute { get; init; }
    public required string Hour { get; init; }
    public required string DayOfMonth { get; init; }
    public required string Month { get; init; }
    public required string DayOfWeek { get; init; }
    public bool IsActive { get; init; }
    public bool OnlyWhenOnline { get; init; }
    public DateTimeOffset? LastRunAt { get; init; }
    public DateTimeOffset? NextRunAt { get; init; }
    public List<ScheduleTask> Tasks { get; init; } = [];
    public required DateTimeOffset CreatedAt { get; init; }
    public required DateTimeOffset UpdatedAt { get; init; }
}
