using System.ComponentModel.DataAnnotations;
using System.Reflection;

namespace Elizon.Api.Requests;

/// <summary>Validation attributes on a handler's route and query parameters; a route without any pays nothing.</summary>
internal static class ParameterBounds
{
    public static EndpointFilterDelegate Create(
        EndpointFilterFactoryContext context,
        EndpointFilterDelegate next
    )
    {
        var bounds = context
            .MethodInfo.GetParameters()
            .SelectMany(p =>
                p.GetCustomAttributes<ValidationAttribute>().Select(b => (p.Position, p.Name, b))
            )
            .ToArray();
        return bounds.Length == 0 ? next : invocation => Check(invocation, bounds, next);
    }

    private static ValueTask<object?> Check(
        EndpointFilterInvocationContext invocation,
        (int Position, string? Name, ValidationAttribute Bound)[] bounds,
        EndpointFilterDelegate next
    )
    {
        string[] faults =
        [
            .. bounds
                .Where(b => invocation.Arguments[b.Position] is not null)
                .Select(b => Bounds.Fault(b.Bound, invocation.Arguments[b.Position], b.Name!))
                .OfType<string>(),
        ];
        return faults.Length == 0 ? next(invocation) : throw CommonRefusals.Invalid(faults);
    }
}
