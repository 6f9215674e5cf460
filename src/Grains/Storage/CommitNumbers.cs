using Npgsql;

namespace Elizon.Grains.Storage;

/// <summary>The documents of commits that are written together: each draws its number, series by series.</summary>
internal sealed class CommitNumbers
{
    private readonly CommitParts[] _commits;

    private CommitNumbers(IEnumerable<CommitParts> commits) =>
        _commits = [
            .. commits
                .Where(c => c.Numbering is not null)
                .OrderBy(c => c.Numbering!.Series, StringComparer.Ordinal),
        ];

    public static CommitNumbers Of(IEnumerable<CommitParts> commits) => new(commits);

    public void Add(NpgsqlBatch batch)
    {
        if (_commits.Length == 0)
            return;
        var numbers = _commits.Select(c => c.Numbering!).ToArray();
        batch.Add(
            """
            select i.number, i.chain_hash
            from unnest($1, $2, $3, $4, $5, $6) with ordinality as n (series, "table", document, content_hash, answer_key, answer_path, nr),
              lateral issue_document(n.series, n."table", n.document, n.content_hash, n.answer_key, string_to_array(n.answer_path, '/')) as i
            order by n.nr
            """,
            numbers.Select(n => n.Series).ToArray(),
            numbers.Select(n => RowCommand.TableOf(n.Document.GetType())).ToArray(),
            new JsonTexts([.. numbers.Select(n => RowCommand.AsJson(n.Document))]),
            numbers.Select(n => n.ContentHash).ToArray(),
            _commits.Select(c => c.Numbering!.AnswerPath is null ? null : c.Handled?.Key).ToArray(),
            numbers
                .Select(n => n.AnswerPath is null ? null : string.Join('/', n.AnswerPath))
                .ToArray()
        );
    }

    public async Task<Dictionary<CommitParts, Issued>> Read(NpgsqlDataReader reader)
    {
        var issued = new Dictionary<CommitParts, Issued>(ReferenceEqualityComparer.Instance);
        foreach (var commit in _commits)
        {
            await reader.ReadAsync();
            issued[commit] = new Issued(reader.GetString(0), reader.GetFieldValue<byte[]>(1));
        }
        return issued;
    }
}
