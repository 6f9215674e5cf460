using Elizon.Grains.Outbox;
using Elizon.Services;

namespace Elizon.Grains.Services;

/// <summary>An order line is paid: provision it (same as <see cref="IServiceGrain.Open"/>, guaranteed).</summary>
[MessageName("service.ordered")]
public sealed record ServiceOrdered(ServiceOrder Order) : Message;
