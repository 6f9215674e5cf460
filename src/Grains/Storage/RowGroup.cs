namespace Elizon.Grains.Storage;

/// <summary>Rows of one table that one statement writes in one way.</summary>
internal sealed class RowGroup(Type type, WriteMode mode)
{
    private readonly List<Row> _rows = [];
    private readonly HashSet<string> _keys = [];

    public Type Type => type;

    public WriteMode Mode => mode;

    public IReadOnlyList<Row> Rows => _rows;

    /// <summary>
    /// The rows of several commits in as few statements as keep the order within each: a row that refers to another comes
    /// after it, a key that is written twice in two statements.
    /// </summary>
    public static List<RowGroup> Merge(IEnumerable<IReadOnlyList<RowWrite>> commits)
    {
        var groups = new List<RowGroup>();
        foreach (var rows in commits)
        {
            var from = 0;
            foreach (var (row, mode) in rows)
            {
                from = groups.FindIndex(from, g => g.TryAdd(row, mode));
                if (from >= 0)
                    continue;
                from = groups.Count;
                var added = new RowGroup(row.GetType(), mode);
                added.TryAdd(row, mode);
                groups.Add(added);
            }
        }
        return groups;
    }

    private bool TryAdd(Row row, WriteMode itsMode)
    {
        if (row.GetType() != type || itsMode != mode || IsFull)
            return false;
        if (mode is WriteMode.Upsert or WriteMode.Delete && !_keys.Add(KeyOf(row)))
            return false;
        _rows.Add(row);
        return true;
    }

    private bool IsFull => _rows.Count > 0 && Column.OneByOne(type);

    private string KeyOf(Row row) =>
        string.Join('\u001f', Column.AllOf(type).Where(c => c.IsKey).Select(c => c.Value(row)));
}
