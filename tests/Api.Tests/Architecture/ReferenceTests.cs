using System.Text.RegularExpressions;
using System.Xml.Linq;
using Elizon.Api;

namespace Elizon.Api.Tests.Architecture;

/// <summary>The walls of design section 1 and 2.</summary>
public sealed class ReferenceTests
{
    [Fact]
    public void The_Api_references_the_contract_and_nothing_else_of_ours()
    {
        Assert.Equal(
            ["../Grains.Abstractions/Grains.Abstractions.csproj"],
            XDocument
                .Load(Repository.File("src", "Api", "Api.csproj"))
                .Descendants("ProjectReference")
                .Select(r => r.Attribute("Include")!.Value)
        );
        Assert.Equal(
            ["Elizon.Grains.Abstractions"],
            typeof(ElizonApi)
                .Assembly.GetReferencedAssemblies()
                .Select(a => a.Name!)
                .Where(n => n.StartsWith("Elizon", StringComparison.Ordinal))
        );
    }

    [Fact]
    public void The_contract_references_nothing_of_ours() =>
        Assert.DoesNotContain(
            typeof(Money).Assembly.GetReferencedAssemblies(),
            a => a.Name!.StartsWith("Elizon", StringComparison.Ordinal)
        );

    [Fact]
    public void A_vendors_wire_types_are_named_in_its_own_folder_only()
    {
        var vendors = Directory
            .GetDirectories(Repository.File("src", "Grains", "Providers"))
            .Where(f => Directory.Exists(Path.Combine(f, "Wire")))
            .Select(f => Path.GetFileName(f)!)
            .ToArray();
        Assert.Empty(
            from file in Repository.Sources("src")
            from vendor in vendors
            where !file.Contains($"/Grains/Providers/{vendor}/", StringComparison.Ordinal)
            where
                Regex.IsMatch(
                    File.ReadAllText(file),
                    $@"\b{vendor}\.Wire\b",
                    RegexOptions.None,
                    TimeSpan.FromSeconds(5)
                )
            select $"{file} names {vendor}.Wire"
        );
    }

    [Fact]
    public void The_Api_reaches_a_grain_through_its_features_factory_only() =>
        Assert.Empty(
            Repository
                .Sources("src/Api")
                .Where(f => File.ReadAllText(f).Contains(".GetGrain<", StringComparison.Ordinal))
        );
}
