using Spectre.Console.Testing;

namespace Elizon.Cli.Tests.Commands;

/// <summary>A machine of a test's own: what is printed is kept, the home folder is a temporary one.</summary>
internal sealed class TestWorld : IDisposable
{
    private readonly StringWriter _output = new();
    private readonly StringWriter _errors = new();

    private TestWorld(string home, IReadOnlyDictionary<string, string> environment)
    {
        Terminal = new TestConsole { Profile = { Width = 200 } };
        World = new World(Terminal, _output, _errors, environment, home, TimeProvider.System);
    }

    public TestConsole Terminal { get; }

    public World World { get; }

    public string Output => _output.ToString();

    public string Errors => _errors.ToString();

    public static TestWorld Of(
        string home,
        IReadOnlyDictionary<string, string>? environment = null
    ) => new(home, environment ?? new Dictionary<string, string>());

    public Task<int> Run(params string[] args) => ElizonCommand.Run(args, World);

    public void Dispose()
    {
        Terminal.Dispose();
        _output.Dispose();
        _errors.Dispose();
    }
}
