using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Numerics;
using System.Text.Json;

namespace Elizon.Api.Replies;

/// <summary>The words of a flags enum, single bits only: "backup_create" for <see cref="Permission.BackupCreate"/>.</summary>
public static class FlagWords
{
    private static readonly ConcurrentDictionary<Type, FrozenDictionary<string, int>> Known = new();

    public static FrozenDictionary<string, int> Of(Type flags) => Known.GetOrAdd(flags, Read);

    /// <summary>"view,settings", in the order of the enum; empty for none.</summary>
    public static string Text(Enum flags)
    {
        var bits = Convert.ToInt32(flags, null);
        return string.Join(
            ',',
            Of(flags.GetType())
                .Where(w => (w.Value & bits) != 0)
                .OrderBy(w => w.Value)
                .Select(w => w.Key)
        );
    }

    private static FrozenDictionary<string, int> Read(Type flags) =>
        Enum.GetValues(flags)
            .Cast<object>()
            .Select(v => (Name: v.ToString()!, Bit: Convert.ToInt32(v, null)))
            .Where(v => BitOperations.IsPow2(v.Bit))
            .ToFrozenDictionary(
                v => JsonNamingPolicy.SnakeCaseLower.ConvertName(v.Name),
                v => v.Bit,
                StringComparer.Ordinal
            );
}
