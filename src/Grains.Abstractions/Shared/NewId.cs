using System.Security.Cryptography;
using System.Text;

namespace Elizon;

/// <summary>Makes identifiers: random ones, and ones derived from the operation that creates the thing.</summary>
public static class NewId
{
    private const string Alphabet = "0123456789abcdefghjkmnpqrstvwxyz";

    /// <summary>100 random bits as 20 characters of Crockford's base 32, lower case.</summary>
    public static TId Random<TId>(RandomNumberGenerator chance)
        where TId : struct, IId<TId>
    {
        Span<byte> bytes = stackalloc byte[20];
        chance.GetBytes(bytes);
        return TId.Of(Text(bytes));
    }

    /// <summary>
    /// The id of a thing created by an operation: the same operation and index give the same id, so a repeat after an
    /// unknown outcome meets what the first try made.
    /// </summary>
    public static TId Derived<TId>(string operation, int index = 0)
        where TId : struct, IId<TId> =>
        TId.Of(
            Text(
                SHA256
                    .HashData(Encoding.UTF8.GetBytes($"{TId.Kind}\n{operation}\n{index}"))
                    .AsSpan(0, 20)
            )
        );

    /// <summary>
    /// The id of what a command makes: a repeat of its operation meets the same thing; one that no repeat can name, a new one.
    /// </summary>
    public static TId Of<TId>(Operation? operation, RandomNumberGenerator chance)
        where TId : struct, IId<TId> =>
        operation is null
            ? Random<TId>(chance)
            : Derived<TId>($"{operation.Key}\n{operation.BodyHash}");

    private static string Text(ReadOnlySpan<byte> bytes)
    {
        Span<char> text = stackalloc char[20];
        for (var i = 0; i < text.Length; i++)
            text[i] = Alphabet[bytes[i] & 31];
        return new string(text);
    }
}
