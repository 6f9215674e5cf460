namespace Elizon.Api.OpenApi;

/// <summary>
/// An example for a member of a body whose form does not follow from its type: <c>[property: Sample("DE")]</c>. Shown in
/// the reference and sent by the tests that play every example.
/// </summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter)]
public sealed class SampleAttribute(object value) : Attribute
{
    public object Value { get; } = value;
}
