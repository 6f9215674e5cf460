using Elizon.Sandbox.Storage;
using Xunit;

namespace Elizon.Providers.Tests.Sandbox.Hosting;

public sealed class StoreTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("elizon-store-");
    private readonly List<SandboxDatabase> _opened = [];

    public void Dispose()
    {
        _opened.ForEach(database => database.Dispose());
        _folder.Delete(recursive: true);
    }

    [Fact]
    public void A_document_is_on_disk_when_Put_returns()
    {
        var before = Open();
        before.Put("dog", "rex", new Dog("Rex", 4));

        // The first store is still open and never closed in order: what a second one reads was written through.
        Assert.Equal(new Dog("Rex", 4), Open().Get<Dog>("dog", "rex"));
    }

    [Fact]
    public void A_removed_document_is_gone_after_a_restart_too()
    {
        var store = Open();
        store.Put("dog", "rex", new Dog("Rex", 4));

        Assert.True(store.Remove("dog", "rex"));
        Assert.False(store.Remove("dog", "rex"));

        Assert.Null(Open().Get<Dog>("dog", "rex"));
    }

    [Fact]
    public void All_keeps_the_order_of_first_insertion_over_changes_and_restarts()
    {
        var store = Open();
        foreach (var name in new[] { "c", "a", "b" })
            store.Put("dog", name, new Dog(name, 1));
        store.Put("dog", "a", new Dog("a", 2));

        Assert.Equal(["c", "a", "b"], store.All<Dog>("dog").Select(dog => dog.Name));
        Assert.Equal(["c", "a", "b"], Open().All<Dog>("dog").Select(dog => dog.Name));
    }

    [Fact]
    public void Several_changes_are_written_together()
    {
        var store = Open();
        store.Put("dog", "old", new Dog("old", 9));

        store.Write(new StoreChanges().Put("dog", "new", new Dog("new", 0)).Remove("dog", "old"));

        Assert.Equal(["new"], Open().All<Dog>("dog").Select(dog => dog.Name));
    }

    [Fact]
    public void A_change_that_cannot_be_written_changes_nothing()
    {
        var store = Open();
        store.Put("dog", "rex", new Dog("Rex", 4));

        Assert.ThrowsAny<Exception>(() =>
            store.Write(
                new StoreChanges()
                    .Put("dog", "rex", new Dog("Rex", 5))
                    .Put("dog", "bad", new Unwritable())
            )
        );

        Assert.Equal(4, store.Get<Dog>("dog", "rex")!.Age);
        Assert.Equal(4, Open().Get<Dog>("dog", "rex")!.Age);
    }

    [Fact]
    public async Task Updates_of_many_threads_lose_none()
    {
        var store = Open();
        store.Put("dog", "rex", new Dog("Rex", 0));

        await Parallel.ForAsync(
            0,
            200,
            (_, _) =>
            {
                store.Update<Dog>("dog", "rex", dog => dog with { Age = dog.Age + 1 });
                return ValueTask.CompletedTask;
            }
        );

        Assert.Equal(200, store.Get<Dog>("dog", "rex")!.Age);
    }

    private SandboxStore Open()
    {
        var database = new SandboxDatabase(_folder.FullName);
        _opened.Add(database);
        return new SandboxStore(database);
    }

    private sealed record Dog(string Name, int Age);

    private sealed record Unwritable
    {
        public string Name => throw new NotSupportedException();
    }
}
