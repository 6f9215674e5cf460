using System.Diagnostics;
using Elizon.Fixtures;

namespace Elizon.Simulation;

/// <summary>Plays a run and says what it found; the last line is the verdict.</summary>
internal static class Report
{
    private const string Transactions =
        "select xact_commit from pg_stat_database where datname = current_database()";

    private const string Renewals = "select count(*) from renewal_invoice";

    /// <returns>True when nothing is wrong.</returns>
    public static async Task<bool> Of(
        SimulationOptions options,
        Year year,
        Stopwatch whole,
        TextWriter output
    )
    {
        var begin = whole.Elapsed;
        var customers = await year.Seed();
        var seeded = whole.Elapsed;
        await output.WriteLineAsync(
            $"{options.Customers} customers, {options.Days} days, seed {options.Seed}, faults {options.Faults:0.###}: cluster up in {begin.TotalSeconds:0.0} s, seeded in {(seeded - begin).TotalSeconds:0.0} s"
        );
        var (ours, theirs) = (Cpu.Of(Environment.ProcessId), Cpu.OfDatabase());
        await year.Run();
        var ran = whole.Elapsed - seeded;
        (ours, theirs) = (Cpu.Of(Environment.ProcessId) - ours, Cpu.OfDatabase() - theirs);
        var books = new Verdict(year.Cluster.Database, year.Cluster.Grains);
        var renewals = await books.Count(Renewals);
        await output.WriteLineAsync(
            $"{renewals} periods billed, {await books.Count("select count(*) from invoice_document")} documents, {await books.Count("select count(*) from ledger_entry")} ledger entries, {year.Mail.Arrived} mails, {year.Payments.Made} payments, {year.Stops} stops of the clock in {ran.TotalSeconds:0.0} s: {renewals / ran.TotalSeconds:0} periods a second"
        );
        await output.WriteLineAsync(
            $"CPU meanwhile: platform {ours:0.0} s, database {theirs:0.0} s; {await books.Count(Transactions)} transactions"
        );
        var transcript = new Transcript(year.Cluster.Database);
        await transcript.Read();
        Directory.CreateDirectory("artifacts");
        await transcript.Write("artifacts/simulation.txt");
        await output.WriteLineAsync(
            $"{transcript.Count} events in artifacts/simulation.txt, digest {transcript.Digest}"
        );
        var faults = await books.Faults(year.End, customers, year.Mail);
        foreach (var fault in faults)
            await output.WriteLineAsync($"WRONG: {fault}");
        await output.WriteLineAsync(
            faults.Count == 0
                ? $"RIGHT: {options.Customers} customers over {options.Days} days in {whole.Elapsed.TotalSeconds:0.0} s, books clean, nothing due, nothing doubled or lost"
                : $"WRONG: {faults.Count} findings in {whole.Elapsed.TotalSeconds:0.0} s"
        );
        return faults.Count == 0;
    }
}
