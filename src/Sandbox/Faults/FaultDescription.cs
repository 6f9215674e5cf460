namespace Elizon.Sandbox.Faults;

/// <summary>
/// A fault that a simulator knows how to play; registered as a singleton by the simulator (<c>services.AddFault</c>).
/// </summary>
/// <param name="Simulator">E.g. <c>mollie</c>.</param>
/// <param name="Name">E.g. <c>create.lost-answer</c>: the place, a dot, what goes wrong there.</param>
/// <param name="Summary">One sentence for the control page: what happens, and which parameters it reads.</param>
public sealed record FaultDescription(string Simulator, string Name, string Summary);

public static class FaultRegistration
{
    public static IServiceCollection AddFault(
        this IServiceCollection services,
        string simulator,
        string name,
        string summary
    ) => services.AddSingleton(new FaultDescription(simulator, name, summary));
}
