using Elizon.Sandbox.Faults;

namespace Elizon.Sandbox.Lexware;

/// <summary>The names of Lexware's fault switches. The target is an operation: vouchers.create, contacts.find, …</summary>
internal static class LexwareFaults
{
    public const string RateLimit = "call.429";
    public const string Gone = "call.500";
    public const string Away = "call.503";
    public const string Slow = "call.slow";
    public const string LostTimeout = "create.504-done";
    public const string Timeout = "create.504";
    public const string Refuse = "create.406";
    public const string Cut = "create.lost-answer";
    public const string WrongTotal = "voucher.wrong-total";

    public static void AddLexwareFaults(this IServiceCollection services)
    {
        void Add(string name, string summary) =>
            services.AddFault(LexwareSimulator.SimulatorName, name, summary);

        Add(
            RateLimit,
            "Answers 429 and does nothing, whatever the bucket holds. Target: an operation."
        );
        Add(Gone, "Answers 500 and does nothing. Target: an operation.");
        Add(Away, "Answers 503 and does nothing. Target: an operation.");
        Add(Slow, "Waits before the work. Delay: 5 s. Target: an operation.");
        Add(
            LostTimeout,
            "A POST is carried out and stored, and answered 504. Target: an operation."
        );
        Add(Timeout, "A POST is answered 504 and nothing was done. Target: an operation.");
        Add(Refuse, "A POST is answered 406, as for a fault in the body. Target: an operation.");
        Add(
            Cut,
            "A POST is carried out and stored, then the connection is cut. Target: an operation."
        );
        Add(WrongTotal, "A new voucher is kept with another gross total. Value: cents more, 1.");
    }
}
