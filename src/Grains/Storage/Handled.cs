using System.Security.Cryptography;
using System.Text;
using Npgsql;

namespace Elizon.Grains.Storage;

/// <summary>A command or message that was carried out, with the answer it got. Refusals are not kept.</summary>
internal sealed record Handled(string Key, string? BodyHash, string? AnswerJson)
{
    public static string MessageKey(long outboxId) => $"message/{outboxId}";

    public static Handled OfMessage(string key) => new(key, null, null);

    public static Handled Client<TAnswer>(Operation operation, TAnswer answer) =>
        new(operation.Key, operation.BodyHash, Json.Write(answer));

    public static async Task<Handled?> Find(NpgsqlDataSource database, string key)
    {
        await using var command = database.Command(
            "select body_hash, answer from handled where key = $1",
            key
        );
        await using var reader = await command.ExecuteReaderAsync();
        return await reader.ReadAsync()
            ? new Handled(
                key,
                reader.IsDBNull(0) ? null : reader.GetString(0),
                reader.IsDBNull(1) ? null : reader.GetString(1)
            )
            : null;
    }

    public TAnswer Answer<TAnswer>(Operation operation)
    {
        var same = CryptographicOperations.FixedTimeEquals(
            Encoding.UTF8.GetBytes(BodyHash ?? ""),
            Encoding.UTF8.GetBytes(operation.BodyHash)
        );
        return same ? Json.Read<TAnswer>(AnswerJson!) : throw CommonRefusals.SameKeyOtherBody();
    }
}
