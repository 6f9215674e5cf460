using Elizon.Sandbox.Control;

namespace Elizon.Sandbox.Lexware;

/// <summary>The API's routes and the control route beside them.</summary>
internal static class LexwareEndpoints
{
    public static void MapLexwareApi(this IEndpointRouteBuilder root)
    {
        var api = root.MapGroup(LexwareSimulator.ApiPath);
        api.MapGet(
            "/profile",
            (HttpContext context, LexwarePipeline pipe) => pipe.Run(context, "profile", Profile)
        );
        api.MapGet(
            "/posting-categories",
            (HttpContext context, LexwarePipeline pipe) =>
                pipe.Run(context, "categories", () => Results.Json(LexwareStore.Categories))
        );
        api.MapGet("/contacts", FindContacts);
        api.MapGet("/contacts/{id}", ReadContact);
        api.MapPost("/contacts", AddContact);
        api.MapGet("/vouchers", FindVouchers);
        api.MapGet("/vouchers/{id}", ReadVoucher);
        api.MapPost("/vouchers", AddVoucher);
        api.MapPost("/vouchers/{id}/files", Attach);

        root.MapGet(
            "/control/lexware/vouchers",
            (LexwareStore store) => Results.Ok(new { vouchers = store.Vouchers })
        );
    }

    private static IResult Profile() =>
        Results.Json(
            new
            {
                organizationId = "a5d0f4a2-1f0e-4f6e-9d53-0f6f3c1c2b11",
                companyName = "Sandbox GmbH",
                taxType = "net",
                smallBusiness = false,
                distanceSalesPrinciple = "DESTINATION",
            }
        );

    private static Task<IResult> FindContacts(
        string? email,
        string? name,
        HttpContext context,
        LexwarePipeline pipe,
        LexwareStore store
    ) =>
        pipe.Run(
            context,
            "contacts.find",
            () =>
                name is { Length: < 3 }
                    ? LexwareAnswers.Issue("name", "invalid_value")
                    : LexwareAnswers.Page([
                        .. store
                            .Contacts.Where(c => email is null || Same(c.Email, email))
                            .Where(c => name is null || Same(c.Name, name))
                            .Select(LexwareAnswers.Of),
                    ])
        );

    private static Task<IResult> ReadContact(
        string id,
        HttpContext context,
        LexwarePipeline pipe,
        LexwareStore store
    ) =>
        pipe.Run(
            context,
            "contacts.read",
            () =>
                store.Contact(id) is { } contact
                    ? Results.Json(LexwareAnswers.Of(contact))
                    : Results.NotFound()
        );

    private static Task<IResult> AddContact(
        ContactBody body,
        HttpContext context,
        LexwarePipeline pipe,
        LexwareStore store
    ) => pipe.Run(context, "contacts.create", () => Add(body, store));

    private static IResult Add(ContactBody body, LexwareStore store)
    {
        if (body.Version is not 0)
            return LexwareAnswers.Issue("version", "invalid_value");
        if (body.Roles is not { Customer: not null } and not { Vendor: not null })
            return LexwareAnswers.Issue("roles", "missing_entity");
        if ((body.Company is null) == (body.Person is null))
            return LexwareAnswers.Issue("company", "invalid_value");
        if (body.EmailAddresses?.Business is { Length: > 1 })
            return LexwareAnswers.Issue("emailAddresses.business", "too_many_entities");
        if ((body.Company?.Name ?? body.Person?.LastName) is not { Length: > 0 } name)
            return LexwareAnswers.Issue("company.name", "missing_entity");
        var contact = store.Add(
            new LexwareContact(
                Guid.CreateVersion7().ToString(),
                0,
                name,
                body.Company?.VatRegistrationId,
                body.EmailAddresses?.Business?.FirstOrDefault(),
                body.Note,
                1
            )
        );
        return LexwareAnswers.Created(contact.Id, "contacts");
    }

    private static Task<IResult> FindVouchers(
        string? voucherNumber,
        HttpContext context,
        LexwarePipeline pipe,
        LexwareStore store
    ) =>
        pipe.Run(
            context,
            "vouchers.find",
            () =>
                LexwareAnswers.Page([
                    .. store.Vouchers.Where(v =>
                        voucherNumber is null || v.VoucherNumber == voucherNumber
                    ),
                ])
        );

    private static Task<IResult> ReadVoucher(
        string id,
        HttpContext context,
        LexwarePipeline pipe,
        LexwareStore store
    ) =>
        pipe.Run(
            context,
            "vouchers.read",
            () => store.Voucher(id) is { } voucher ? Results.Json(voucher) : Results.NotFound()
        );

    private static Task<IResult> AddVoucher(
        VoucherBody body,
        HttpContext context,
        LexwarePipeline pipe,
        LexwareVouchers vouchers
    ) => pipe.Run(context, "vouchers.create", () => vouchers.Create(body));

    private static async Task<IResult> Attach(
        string id,
        HttpContext context,
        LexwarePipeline pipe,
        LexwareStore store
    )
    {
        var form = context.Request.HasFormContentType
            ? await context.Request.ReadFormAsync(context.RequestAborted)
            : null;
        var file = form?.Files.GetFile("file");
        return await pipe.Run(
            context,
            "vouchers.attach",
            () =>
            {
                if (file is not { Length: > 0 })
                    return LexwareAnswers.Issue("file", "missing_entity");
                var name = Guid.CreateVersion7().ToString();
                return store.Attach(id, name) is null
                    ? Results.NotFound()
                    : Results.Json(new { id = name }, statusCode: StatusCodes.Status202Accepted);
            }
        );
    }

    private static bool Same(string? a, string b) =>
        string.Equals(a, b, StringComparison.OrdinalIgnoreCase);
}
