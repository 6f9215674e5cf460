using Elizon.Grains.Admin;
using Elizon.Grains.Payments.Payers;
using Microsoft.Extensions.DependencyInjection;

namespace Elizon.Grains.Payments;

/// <summary>Wiring of payments.</summary>
internal static class PaymentsSetup
{
    public static IServiceCollection AddPayments(this IServiceCollection services) =>
        services.AddSingleton<PayerBook>().AddSingleton<IExamination, PaymentExamination>();
}
