using Elizon.Sandbox.Faults;

namespace Elizon.Sandbox.Bank;

/// <summary>The names of the bank's fault switches.</summary>
internal static class BankFaults
{
    public const string Unbalanced = "statement.unbalanced";
    public const string Repeats = "statement.repeats";
    public const string Reject = "order.reject";
    public const string LostAnswer = "order.lost-answer";

    public static void AddBankFaults(this IServiceCollection services)
    {
        void Add(string name, string summary) =>
            services.AddFault(BankSimulator.SimulatorName, name, summary);

        Add(Unbalanced, "The closing balance of the next statement is one cent off.");
        Add(
            Repeats,
            "The next statement tells the entries of the one before again: overlapping days."
        );
        Add(Reject, "An order is refused as a whole. Value: the reason code (AM04).");
        Add(LostAnswer, "An order is taken, then the connection breaks.");
    }
}
