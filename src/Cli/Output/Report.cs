using System.Text.Json;
using Spectre.Console;

namespace Elizon.Cli.Output;

/// <summary>What a command says: sentences and tables for people, or the API's own JSON for programs.</summary>
internal sealed class Report(World world, bool json)
{
    public bool IsJson => json;

    public IAnsiConsole Terminal => world.Terminal;

    /// <summary>Plain text: brackets in it mean nothing.</summary>
    public void Line(string text = "")
    {
        if (!json)
            world.Terminal.WriteLine(text);
    }

    /// <summary>With Spectre's markup; what comes from outside must be escaped.</summary>
    public void Markup(string markup)
    {
        if (!json)
            world.Terminal.MarkupLine(markup);
    }

    public void Json(JsonElement value)
    {
        if (json)
            world.Output.WriteLine(JsonSerializer.Serialize(value, CliJson.Pretty));
    }

    public void Table(string[] head, IEnumerable<string?[]> rows)
    {
        if (json)
            return;
        var table = new Table { Border = TableBorder.Simple };
        foreach (var title in head)
            table.AddColumn(new TableColumn(new Text(title)));
        foreach (var row in rows)
            table.AddRow(row.Select(cell => new Text(cell ?? "")));
        world.Terminal.Write(table);
    }

    /// <summary>Names and values, one pair a line; empty values are left out.</summary>
    public void Facts(params (string Name, string? Value)[] facts)
    {
        if (json)
            return;
        var grid = new Grid().AddColumn().AddColumn();
        foreach (var (name, value) in facts)
            if (!string.IsNullOrEmpty(value))
                grid.AddRow(new Text(name), new Text(value));
        world.Terminal.Write(grid);
    }
}
