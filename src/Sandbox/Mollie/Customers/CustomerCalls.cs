using System.Text.Json.Nodes;
using Elizon.Sandbox.Mollie.Http;
using Elizon.Sandbox.Mollie.Mandates;
using Elizon.Sandbox.Mollie.Payments;

namespace Elizon.Sandbox.Mollie.Customers;

/// <summary>The API's customer calls.</summary>
internal sealed class CustomerCalls(
    CustomerBook book,
    MandateBook mandates,
    PaymentCalls payments,
    MollieIds ids,
    MollieLinks links
)
{
    private const int MetadataBytes = 1024;
    private static readonly string[] Fields = ["name", "email", "locale", "metadata"];

    public MollieAnswer Create(MollieCall call)
    {
        var fresh = new Customer(
            ids.New("cst"),
            call.Access.World,
            null,
            null,
            null,
            null,
            call.Now
        );
        var customer = Read(call, fresh);
        CustomerBook.Put(call.Changes, customer);
        return MollieAnswer.Created(Resource(customer));
    }

    public MollieAnswer Get(MollieCall call) => MollieAnswer.Ok(Resource(book.Get(call)));

    public MollieAnswer List(MollieCall call)
    {
        var own = book.All.Where(customer => customer.World == call.Access.World).ToList();
        return MollieAnswer.Ok(
            ListPage.Of(call, own, customer => customer.Id, Resource, "customers", links.Customers)
        );
    }

    public MollieAnswer Update(MollieCall call)
    {
        var customer = Read(call, book.Get(call));
        CustomerBook.Put(call.Changes, customer);
        return MollieAnswer.Ok(Resource(customer));
    }

    /// <summary>Takes the customer's mandates along.</summary>
    public MollieAnswer Delete(MollieCall call)
    {
        var customer = book.Get(call);
        foreach (var mandate in mandates.Of(customer.Id))
            MandateBook.Put(call.Changes, mandate with { Status = MandateStatus.Invalid });
        CustomerBook.Remove(call.Changes, customer);
        return MollieAnswer.NoContent();
    }

    public MollieAnswer CreatePayment(MollieCall call)
    {
        call.Body["customerId"] = book.Get(call).Id;
        return payments.Create(call);
    }

    public MollieAnswer ListPayments(MollieCall call) => payments.ListOf(call, book.Get(call).Id);

    private static Customer Read(MollieCall call, Customer before)
    {
        var body = new BodyReader(call.Body, Fields);
        return before with
        {
            Name = body.Text("name") ?? before.Name,
            Email = body.Text("email") ?? before.Email,
            Locale = body.OneOf("locale", Locales.All) ?? before.Locale,
            Metadata = body.Has("metadata")
                ? body.Json("metadata", MetadataBytes)
                : before.Metadata,
        };
    }

    private JsonObject Resource(Customer customer) =>
        new()
        {
            ["resource"] = "customer",
            ["id"] = customer.Id,
            ["mode"] = customer.World,
            ["name"] = customer.Name,
            ["email"] = customer.Email,
            ["locale"] = customer.Locale,
            ["metadata"] = Hal.Copy(customer.Metadata),
            ["createdAt"] = Hal.Time(customer.CreatedAt),
            ["_links"] = new JsonObject
            {
                ["self"] = Hal.Link(links.Customer(customer.Id)),
                ["dashboard"] = Hal.Link(links.Dashboard, "text/html"),
                ["payments"] = Hal.Link($"{links.Customer(customer.Id)}/payments"),
                ["mandates"] = Hal.Link($"{links.Customer(customer.Id)}/mandates"),
            },
        };
}
