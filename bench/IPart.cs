namespace Elizon.Bench;

/// <summary>One measurement: everything it compares runs in turns within one run, because machines are noisy.</summary>
internal interface IPart
{
    string Name { get; }

    string Question { get; }

    Task Measure();
}
