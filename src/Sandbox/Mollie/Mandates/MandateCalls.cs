using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Elizon.Sandbox.Mollie.Customers;
using Elizon.Sandbox.Mollie.Http;

namespace Elizon.Sandbox.Mollie.Mandates;

/// <summary>The API's mandate calls, all under a customer.</summary>
internal sealed class MandateCalls(
    MandateBook book,
    CustomerBook customers,
    MollieIds ids,
    MollieLinks links
)
{
    private static readonly string[] Fields =
    [
        "method",
        "consumerName",
        "consumerAccount",
        "consumerBic",
        "consumerEmail",
        "signatureDate",
        "mandateReference",
        "paypalBillingAgreementId",
    ];

    public MollieAnswer Create(MollieCall call)
    {
        var customer = customers.Get(call);
        var body = new BodyReader(call.Body, Fields);
        var method = body.RequiredText("method");
        if (method is not ("directdebit" or "paypal"))
            throw BodyReader.Invalid("method");
        var details = new Dictionary<string, string?>
        {
            ["consumerName"] = body.RequiredText("consumerName"),
        };
        if (method == "directdebit")
            Account(body, details);
        else
            details["consumerAccount"] = body.RequiredText("consumerEmail");
        var mandate = new Mandate(
            ids.New("mdt"),
            call.Access.World,
            customer.Id,
            method,
            MandateStatus.Valid,
            details,
            body.Text("mandateReference"),
            body.Text("signatureDate")
                ?? call.Now.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            call.Now
        );
        MandateBook.Put(call.Changes, mandate);
        return MollieAnswer.Created(Resource(mandate));
    }

    public MollieAnswer Get(MollieCall call) => MollieAnswer.Ok(Resource(Find(call)));

    public MollieAnswer List(MollieCall call)
    {
        var customer = customers.Get(call);
        var self = $"{links.Customer(customer.Id)}/mandates";
        return MollieAnswer.Ok(
            ListPage.Of(
                call,
                book.Of(customer.Id),
                mandate => mandate.Id,
                Resource,
                "mandates",
                self
            )
        );
    }

    public MollieAnswer Revoke(MollieCall call)
    {
        MandateBook.Put(call.Changes, Find(call) with { Status = MandateStatus.Invalid });
        return MollieAnswer.NoContent();
    }

    private static void Account(BodyReader body, Dictionary<string, string?> details)
    {
        var iban = body.RequiredText("consumerAccount").Replace(" ", "", StringComparison.Ordinal);
        if (!Iban.IsValid(iban))
            throw MollieProblem.Unprocessable("The IBAN is invalid", "consumerAccount");
        details["consumerAccount"] = iban;
        details["consumerBic"] = body.Text("consumerBic");
    }

    private Mandate Find(MollieCall call)
    {
        var id = call.Route("id");
        return book.Find(id) is { } mandate && mandate.CustomerId == customers.Get(call).Id
            ? mandate
            : throw MollieProblem.NotFound("mandate", id);
    }

    private JsonObject Resource(Mandate mandate) =>
        new()
        {
            ["resource"] = "mandate",
            ["id"] = mandate.Id,
            ["mode"] = mandate.World,
            ["status"] = mandate.Status switch
            {
                MandateStatus.Pending => "pending",
                MandateStatus.Valid => "valid",
                _ => "invalid",
            },
            ["method"] = mandate.Method,
            ["details"] = JsonSerializer.SerializeToNode(mandate.Details),
            ["mandateReference"] = mandate.Reference,
            ["signatureDate"] = mandate.SignatureDate,
            ["createdAt"] = Hal.Time(mandate.CreatedAt),
            ["_links"] = new JsonObject
            {
                ["self"] = Hal.Link(links.Mandate(mandate.CustomerId, mandate.Id)),
                ["customer"] = Hal.Link(links.Customer(mandate.CustomerId)),
            },
        };
}
