using Elizon.Admin;
using Elizon.Grains.Admin;
using Elizon.Grains.Providers;

namespace Elizon.Grains.Payments;

/// <summary>Whether the payment provider answers, in which world we are, and whether its notices can reach us.</summary>
internal sealed class PaymentExamination(IPayments provider) : IExamination
{
    public string Name => "payments";

    public async Task<Finding[]> Examine(Caller by, CancellationToken cancellation)
    {
        var greeting = await provider.Greet(cancellation);
        return
        [
            new Finding(
                "payments line",
                greeting.IsDone ? Verdict.Ok : Verdict.Fail,
                greeting switch
                {
                    { IsDone: true } => $"The provider answers and takes the {provider.World} key.",
                    { For: RefusedFor.Rights } =>
                        "The provider refuses the key, or none is set (Mollie:ApiKey).",
                    _ => "The provider does not answer.",
                }
            ),
            Notices(),
        ];
    }

    private Finding Notices()
    {
        var url = provider.Notices;
        var reachable = url.Scheme == Uri.UriSchemeHttps && !url.IsLoopback;
        return provider.World == "live" && !reachable
            ? new Finding(
                "payments notices",
                Verdict.Fail,
                $"{url} cannot be reached by the provider; set Site:Url or Mollie:WebhookUrl to a public https address."
            )
            : new Finding(
                "payments notices",
                Verdict.Ok,
                reachable
                    ? $"Sent to {url}."
                    : $"Sent to {url}: good for a sandbox on this machine only."
            );
    }
}
