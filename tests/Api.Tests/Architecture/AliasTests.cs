using System.Reflection;
using Orleans;

namespace Elizon.Api.Tests.Architecture;

/// <summary>Aliases are frozen names: two types with one alias keep a silo from starting.</summary>
public sealed class AliasTests
{
    [Fact]
    public void No_two_types_share_an_alias() =>
        Assert.Empty(
            typeof(Money)
                .Assembly.GetTypes()
                .Select(t => (Type: t, t.GetCustomAttribute<AliasAttribute>(inherit: false)?.Alias))
                .Where(t =>
                    t.Alias is not null
                    && t.Type.Namespace?.StartsWith("Elizon", StringComparison.Ordinal) is true
                )
                .GroupBy(t => t.Alias, t => t.Type.FullName)
                .Where(g => g.Count() > 1)
                .Select(g => $"{g.Key}: {string.Join(", ", g)}")
        );
}
