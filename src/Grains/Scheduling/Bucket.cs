using System.Security.Cryptography;
using System.Text;

namespace Elizon.Grains.Scheduling;

/// <summary>The due index is cut into 64 buckets, each worked on by one scheduler grain. Frozen: rows carry it.</summary>
internal static class Bucket
{
    public const int Count = 64;

    public static short Of(string kind, string id) =>
        (short)(SHA256.HashData(Encoding.UTF8.GetBytes($"{kind}/{id}"))[0] % Count);
}
