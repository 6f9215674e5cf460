using System.Globalization;
using System.Text.Json.Nodes;
using Elizon.Sandbox.Mollie.Http;

namespace Elizon.Sandbox.Mollie.Payments;

/// <summary><c>GET /methods</c>: what this account offers, with its limits in euros.</summary>
internal sealed class MethodCalls(MollieLinks links)
{
    public MollieAnswer List(MollieCall call)
    {
        var sequence = call.Request.Query["sequenceType"].ToString();
        var offered = PaymentMethods
            .All.Where(method => method.Id != "directdebit" || sequence == SequenceTypes.Recurring)
            .Where(method =>
                sequence != SequenceTypes.First || PaymentMethods.MayBeFirst(method.Id)
            )
            .ToList();
        return MollieAnswer.Ok(
            new JsonObject
            {
                ["count"] = offered.Count,
                ["_embedded"] = new JsonObject
                {
                    ["methods"] = new JsonArray([.. offered.Select(Resource)]),
                },
                ["_links"] = new JsonObject { ["self"] = Hal.Link(links.Methods) },
            }
        );
    }

    private static JsonObject Resource(PaymentMethod method) =>
        new()
        {
            ["resource"] = "method",
            ["id"] = method.Id,
            ["description"] = method.Description,
            ["status"] = "activated",
            ["minimumAmount"] = Hal.Amount(new Amount("EUR", "0.01")),
            ["maximumAmount"] = Hal.Amount(
                new Amount("EUR", method.Most.ToString("0.00", CultureInfo.InvariantCulture))
            ),
        };
}
