using Elizon.Grains.Storage;

namespace Elizon.Rules.Tests.Storage;

/// <summary>Rows of several commits in few statements, without losing the order within one.</summary>
public sealed class RowGroupTests
{
    [Fact]
    public void Rows_of_one_table_share_a_statement()
    {
        var groups = Merge([Parent("a"), Child("a")], [Parent("b"), Child("b")]);
        Assert.Equal([("Parent", 2), ("Child", 2)], Told(groups));
    }

    [Fact]
    public void A_row_never_comes_before_one_that_its_own_commit_wrote_first()
    {
        var groups = Merge([Child("a"), Parent("b")], [Parent("c"), Child("c")]);
        Assert.Equal([("Child", 1), ("Parent", 2), ("Child", 1)], Told(groups));
    }

    [Fact]
    public void A_key_written_twice_takes_two_statements()
    {
        var groups = Merge([Latest("a", 1), Latest("b", 1), Latest("a", 2)], [Latest("c", 1)]);
        Assert.Equal([("Latest", 3), ("Latest", 1)], Told(groups));
        Assert.Equal(2, Assert.IsType<LatestRow>(groups[1].Rows[0]).Value);
    }

    [Fact]
    public void What_goes_and_comes_again_does_so_in_that_order()
    {
        var groups = Merge([new RowWrite(new LatestRow("a", 1), WriteMode.Delete), Latest("a", 2)]);
        Assert.Equal([WriteMode.Delete, WriteMode.Upsert], groups.Select(g => g.Mode));
    }

    [Fact]
    public void Rows_that_hold_an_array_go_one_by_one()
    {
        var groups = Merge([
            new RowWrite(new TaggedRow("a", ["x"]), WriteMode.Insert),
            new RowWrite(new TaggedRow("b", ["x", "y"]), WriteMode.Insert),
        ]);
        Assert.Equal([("Tagged", 1), ("Tagged", 1)], Told(groups));
    }

    private static List<RowGroup> Merge(params IReadOnlyList<RowWrite>[] commits) =>
        RowGroup.Merge(commits);

    private static IEnumerable<(string, int)> Told(List<RowGroup> groups) =>
        groups.Select(g =>
            (g.Type.Name.Replace("Row", "", StringComparison.Ordinal), g.Rows.Count)
        );

    private static RowWrite Parent(string id) => new(new ParentRow(id), WriteMode.Insert);

    private static RowWrite Child(string id) => new(new ChildRow(id), WriteMode.Insert);

    private static RowWrite Latest(string id, int value) =>
        new(new LatestRow(id, value), WriteMode.Upsert);

    [Table("parent")]
    private sealed record ParentRow([property: Key] string Id) : Row;

    [Table("child")]
    private sealed record ChildRow([property: Key] string Id) : Row;

    [Table("latest", WriteMode.Upsert)]
    private sealed record LatestRow([property: Key] string Id, int Value) : Row;

    [Table("tagged")]
    private sealed record TaggedRow([property: Key] string Id, string[] Tags) : Row;
}
