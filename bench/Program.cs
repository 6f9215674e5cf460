using Elizon.Bench;
using Elizon.Bench.Parts;
using Elizon.Bench.Servers;

// The programs that stand beside ours, each in a process of its own so that its CPU is not counted as ours.
switch (args)
{
    case ["serve", var port, var file]:
        await BareKestrel.Serve(int.Parse(port, null), file);
        return 0;
    case ["view", ..]:
        await Viewers.Watch(ViewerOrder.Read(args));
        return 0;
}

IPart[] parts =
[
    new ServiceReads(),
    new ConsoleFanOut(),
    new Commits(),
    new Checkouts(),
    new RenewalDrain(),
    new RenewalGrowth(),
    new LedgerAudits(),
    new GrainMemory(),
    new StartTimes(),
];
var unknown = args.Except(parts.Select(p => p.Name)).ToArray();
if (unknown.Length > 0)
{
    await Console.Error.WriteLineAsync(
        $"No part '{unknown[0]}'. There are {string.Join(", ", parts.Select(p => p.Name))}."
    );
    return 2;
}
foreach (var part in parts.Where(p => args.Length == 0 || args.Contains(p.Name)))
{
    Report.Title(part.Name, part.Question);
    await part.Measure();
}
return 0;
