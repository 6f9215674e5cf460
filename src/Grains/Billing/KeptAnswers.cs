using Elizon.Grains.Storage;
using Npgsql;

namespace Elizon.Grains.Billing;

/// <summary>
/// The answers of commands that end outside a commit, with an address to pay at: kept under the operation so that a
/// repeat gets the same one. The first to be kept stays.
/// </summary>
internal sealed class KeptAnswers(NpgsqlDataSource database, TimeProvider clock)
{
    /// <exception cref="Refusal">Conflict: the same key came with another body.</exception>
    public async Task<TAnswer?> Find<TAnswer>(Operation? operation)
        where TAnswer : class
    {
        if (operation is null)
            return null;
        var kept = await Handled.Find(database, operation.Key);
        return kept?.Answer<TAnswer>(operation);
    }

    public async Task<TAnswer> Keep<TAnswer>(Operation? operation, TAnswer answer)
        where TAnswer : class
    {
        if (operation is null)
            return answer;
        var handled = Handled.Client(operation, answer);
        await using var command = database.Command(
            "insert into handled (key, body_hash, answer, at) values ($1, $2, $3, $4) on conflict (key) do nothing",
            handled.Key,
            handled.BodyHash,
            new JsonText(handled.AnswerJson),
            clock.GetUtcNow()
        );
        return await command.ExecuteNonQueryAsync() == 1
            ? answer
            : await Find<TAnswer>(operation) ?? answer;
    }
}
