using System.Reflection;
using Microsoft.Extensions.DependencyInjection;
using Orleans.Runtime;

namespace Elizon.Grains.Storage;

/// <summary>Makes the facet for a constructor parameter marked with <see cref="AggregateAttribute"/>.</summary>
internal sealed class AggregateFactory : IAttributeToFactoryMapper<AggregateAttribute>
{
    public Factory<IGrainContext, object> GetFactory(
        ParameterInfo parameter,
        AggregateAttribute metadata
    )
    {
        var type = typeof(Aggregate<>).MakeGenericType(
            parameter.ParameterType.GetGenericArguments()
        );
        var make = ActivatorUtilities.CreateFactory(type, [typeof(IGrainContext)]);
        return context =>
        {
            var aggregate = make(context.ActivationServices, [context]);
            ((ILifecycleParticipant<IGrainLifecycle>)aggregate).Participate(
                context.ObservableLifecycle
            );
            return aggregate;
        };
    }
}
