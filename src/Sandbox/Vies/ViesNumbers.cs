using Elizon.Sandbox.Storage;

namespace Elizon.Sandbox.Vies;

/// <summary>The table of ids: a few to begin with, the rest as tests set it. What is not in it is not valid.</summary>
internal sealed class ViesNumbers(SandboxStore store)
{
    private const string Kind = "vies-number";

    private static readonly ViesNumber[] Known =
    [
        new("ATU12345678", true, "Donau Spiele GmbH", "Ringstraße 1, 1010 Wien"),
        new("DE123456789", true, "Muster KG", "Hauptstraße 1, 10115 Berlin"),
        new("FR40303265045", true, "Jeux de Seine SARL", "1 Rue de Rivoli, 75001 Paris"),
        new("NL123456789B01", true, "Polder Gaming B.V.", "Dam 1, 1012 JS Amsterdam"),
        new("PL1234567890", true, "Wisła Gry sp. z o.o.", "Rynek 1, 31-042 Kraków"),
    ];

    public IEnumerable<ViesNumber> All =>
        store
            .All<ViesNumber>(Kind)
            .Concat(Known.Where(k => store.Get<ViesNumber>(Kind, k.Id) is null));

    public ViesNumber? Find(string id) =>
        store.Get<ViesNumber>(Kind, id) ?? Array.Find(Known, k => k.Id == id);

    public void Set(ViesNumber number) => store.Put(Kind, number.Id, number);
}
