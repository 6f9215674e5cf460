using Npgsql;

namespace Elizon.Grains.Storage;

/// <summary>The documents of commits that are written together: each series is drawn from once, series by series.</summary>
internal sealed class CommitNumbers
{
    private readonly CommitParts[][] _series;

    private CommitNumbers(IEnumerable<CommitParts> commits) =>
        _series = [
            .. commits
                .Where(c => c.Numbering is not null)
                .GroupBy(c => (c.Numbering!.Series, Table: TableOf(c)))
                .OrderBy(s => s.Key.Series, StringComparer.Ordinal)
                .Select(s => s.ToArray()),
        ];

    public static CommitNumbers Of(IEnumerable<CommitParts> commits) => new(commits);

    public void Add(NpgsqlBatch batch)
    {
        foreach (var commits in _series)
            batch.Add(
                "select number, chain_hash from issue_documents($1, $2, $3, $4, $5, $6)",
                commits[0].Numbering!.Series,
                TableOf(commits[0]),
                new JsonTexts([.. commits.Select(c => RowCommand.AsJson(c.Numbering!.Document))]),
                commits.Select(c => c.Numbering!.ContentHash).ToArray(),
                commits
                    .Select(c => c.Numbering!.AnswerPath is null ? null : c.Handled?.Key)
                    .ToArray(),
                commits
                    .Select(c =>
                        c.Numbering!.AnswerPath is { } path ? string.Join('/', path) : null
                    )
                    .ToArray()
            );
    }

    public async Task<Dictionary<CommitParts, Issued>> Read(NpgsqlDataReader reader)
    {
        var issued = new Dictionary<CommitParts, Issued>(ReferenceEqualityComparer.Instance);
        foreach (var commits in _series)
        {
            foreach (var commit in commits)
            {
                await reader.ReadAsync();
                issued[commit] = new Issued(reader.GetString(0), reader.GetFieldValue<byte[]>(1));
            }
            await reader.NextResultAsync();
        }
        return issued;
    }

    private static string TableOf(CommitParts commit) =>
        RowCommand.TableOf(commit.Numbering!.Document.GetType());
}
