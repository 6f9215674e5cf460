using System.CommandLine;
using Elizon.Cli.Access;

namespace Elizon.Cli.Commands;

/// <summary><c>elizon bank</c>: statements in, decisions about what nobody recognised, payouts out.</summary>
internal static class BankCommand
{
    public static Command Make(World world)
    {
        var bank = Common.Noun("bank", "The house's bank account.", BankImport.Make(world));
        foreach (var verb in BankQueue.Make(world))
            bank.Subcommands.Add(verb);
        bank.Subcommands.Add(BankPayouts.Make(world));
        return bank;
    }
}
