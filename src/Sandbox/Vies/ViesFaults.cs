using Elizon.Sandbox.Faults;

namespace Elizon.Sandbox.Vies;

/// <summary>The names of the register's fault switches. The target of each is a member state's prefix, e.g. AT.</summary>
internal static class ViesFaults
{
    public const string Error = "check.error";
    public const string ErrorStatus = "check.error-status";
    public const string Slow = "check.slow";
    public const string Cut = "check.cut";
    public const string Invalid = "check.invalid";
    public const string Garbage = "check.garbage";

    public static void AddViesFaults(this IServiceCollection services)
    {
        void Add(string name, string summary) =>
            services.AddFault(ViesSimulator.SimulatorName, name, summary);

        Add(
            Error,
            "Answers with an error and status 200, as VIES does. Value: the code, MS_UNAVAILABLE, GLOBAL_MAX_CONCURRENT_REQ, TIMEOUT, … Target: a state's prefix."
        );
        Add(ErrorStatus, "The same with status 500. Value: the code, SERVICE_UNAVAILABLE.");
        Add(Slow, "Waits before the answer. Delay: 10 s. Target: a state's prefix.");
        Add(Cut, "The connection is cut without an answer. Target: a state's prefix.");
        Add(Invalid, "Says that a valid id is not. Target: a state's prefix.");
        Add(Garbage, "Answers a page instead of JSON, with status 200.");
    }
}
