using System.CommandLine;
using System.Text.Json;
using Elizon.Cli.Commands;
using Elizon.Cli.Output;

namespace Elizon.Cli;

/// <summary>The command line as a whole: <c>elizon &lt;noun&gt; &lt;verb&gt;</c>.</summary>
internal static class ElizonCommand
{
    public static async Task<int> Run(string[] args, World world)
    {
        var parsed = Root(world).Parse(args);
        if (parsed.Errors.Count > 0)
        {
            foreach (var error in parsed.Errors)
                await world.Errors.WriteLineAsync(error.Message);
            await world.Errors.WriteLineAsync(
                $"See: elizon {string.Join(' ', Names(parsed))} --help".Replace("  ", " ")
            );
            return ExitCode.Usage;
        }
        try
        {
            return await parsed.InvokeAsync(
                new InvocationConfiguration
                {
                    Output = world.Output,
                    Error = world.Errors,
                    EnableDefaultExceptionHandler = false,
                }
            );
        }
        catch (CliFault fault)
        {
            await Tell(fault, parsed.GetValue(Common.Json), world);
            return fault.ExitCode;
        }
        catch (OperationCanceledException)
        {
            return 130;
        }
    }

    private static RootCommand Root(World world)
    {
        var root = new RootCommand(
            "The operator's command line of Elizon, a client of /api/admin."
        );
        root.Options.Add(Common.Api);
        root.Options.Add(Common.Json);
        root.Options.Add(Common.Reason);
        root.Subcommands.Add(InitCommand.Make(world));
        root.Subcommands.Add(LoginCommand.Make(world));
        root.Subcommands.Add(LogoutCommand.Make(world));
        root.Subcommands.Add(ApplyCommand.Make(world));
        root.Subcommands.Add(CatalogCommand.Make(world));
        root.Subcommands.Add(NodeCommand.Make(world));
        root.Subcommands.Add(ServiceCommand.Make(world));
        root.Subcommands.Add(OperationCommand.Make(world));
        root.Subcommands.Add(AccountCommand.Make(world));
        root.Subcommands.Add(BalanceCommand.Make(world));
        root.Subcommands.Add(PointsCommand.Make(world));
        root.Subcommands.Add(BankCommand.Make(world));
        root.Subcommands.Add(LedgerCommand.Make(world));
        root.Subcommands.Add(InvoiceCommand.Make(world));
        root.Subcommands.Add(CouponCommand.Make(world));
        root.Subcommands.Add(PriceCommand.Make(world));
        root.Subcommands.Add(PaymentsCommand.Make(world));
        root.Subcommands.Add(DeclarationCommand.Make(world));
        root.Subcommands.Add(DunningCommand.Make(world));
        root.Subcommands.Add(TaxCommand.Make(world));
        root.Subcommands.Add(BookCommand.Make(world));
        root.Subcommands.Add(AuditCommand.Make(world));
        root.Subcommands.Add(BacklogCommand.Make(world));
        root.Subcommands.Add(ClockCommand.Make(world));
        root.Subcommands.Add(DoctorCommand.Make(world));
        root.Subcommands.Add(DbCommand.Make(world));
        root.Subcommands.Add(DemoCommand.Make(world));
        return root;
    }

    private static IEnumerable<string> Names(ParseResult parsed)
    {
        var names = new Stack<string>();
        for (
            System.CommandLine.Parsing.SymbolResult? at = parsed.CommandResult;
            at is System.CommandLine.Parsing.CommandResult { Command: not RootCommand } command;
            at = command.Parent
        )
            names.Push(command.Command.Name);
        return names;
    }

    private static async Task Tell(CliFault fault, bool json, World world)
    {
        if (json)
        {
            await world.Output.WriteLineAsync(
                JsonSerializer.Serialize(
                    new ErrorDocument(false, fault.Message, fault.Details, fault.Hint),
                    CliJson.Pretty
                )
            );
            return;
        }
        await world.Errors.WriteLineAsync($"elizon: {fault.Message}");
        foreach (var detail in fault.Details)
            await world.Errors.WriteLineAsync($"  {detail}");
        if (fault.Hint is { } hint)
            await world.Errors.WriteLineAsync($"  → {hint}");
    }

    private sealed record ErrorDocument(
        bool Success,
        string Error,
        string[] ValidationErrors,
        string? Hint
    );
}
