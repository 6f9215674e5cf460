using System.Collections.Frozen;
using System.Reflection;

namespace Elizon.Grains.Outbox;

/// <summary>All message types by their stored name.</summary>
internal static class MessageTypes
{
    // Test assemblies bring messages of their own: every loaded assembly that knows this one is looked at.
    private static readonly FrozenDictionary<string, Type> ByName = AppDomain
        .CurrentDomain.GetAssemblies()
        .Where(a =>
            a == typeof(Message).Assembly
            || a.GetReferencedAssemblies()
                .Any(r => r.Name == typeof(Message).Assembly.GetName().Name)
        )
        .SelectMany(a => a.GetTypes())
        .Where(t => t.IsSubclassOf(typeof(Message)) && !t.IsAbstract)
        .ToFrozenDictionary(Named);

    private static readonly FrozenDictionary<Type, string> ByType = ByName.ToFrozenDictionary(
        t => t.Value,
        t => t.Key
    );

    public static Type Of(string name) =>
        ByName.TryGetValue(name, out var type)
            ? type
            : throw new InvalidOperationException($"No message type '{name}'.");

    public static string NameOf(Type type) => ByType[type];

    private static string Named(Type type) =>
        type.GetCustomAttribute<MessageNameAttribute>()?.Name
        ?? throw new InvalidOperationException($"{type.Name} has no [MessageName].");
}
