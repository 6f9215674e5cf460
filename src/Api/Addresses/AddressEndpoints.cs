using Elizon.Addresses;
using Elizon.Api.Replies;
using Elizon.Api.Rules;
using Elizon.ApiKeys;

namespace Elizon.Api.Addresses;

/// <summary>The caller's addresses to bill.</summary>
public static class AddressEndpoints
{
    public static void MapAddresses(this IEndpointRouteBuilder api)
    {
        var addresses = api.MapGroup("/addresses").WithTags("Rewards & Addresses");
        addresses
            .MapGet("", List)
            .User(ApiScopes.AccountRead)
            .Answers<AddressView[]>("addresses")
            .WithSummary("Alle gespeicherten Adressen auflisten.");
        addresses
            .MapPost("", Add)
            .User(ApiScopes.AccountWrite)
            .Answers<AddressView>("address", StatusCodes.Status201Created)
            .WithSummary("Neue Adresse hinzufügen.");
        addresses
            .MapPut("", Replace)
            .User(ApiScopes.AccountWrite)
            .Answers<AddressView>("address")
            .WithSummary("Update an existing billing address by ID.");
        addresses
            .MapDelete("", Remove)
            .User(ApiScopes.AccountWrite)
            .AnswersSuccess()
            .WithSummary("Delete a billing address by ID.");
    }

    private static async Task<IResult> List(Caller caller, IGrainFactory grains) =>
        Reply.Ok("addresses", await grains.AddressBook(caller.User).List());

    private static async Task<IResult> Add(AddressBody body, Caller caller, IGrainFactory grains) =>
        Reply.Created(
            "address",
            await grains.AddressBook(caller.User).Add(body.Address, body.IsDefault ?? false, caller)
        );

    private static async Task<IResult> Replace(
        AddressChangeBody body,
        Caller caller,
        IGrainFactory grains
    ) =>
        Reply.Ok(
            "address",
            await grains
                .AddressBook(caller.User)
                .Replace(body.Id, body.Address, body.IsDefault ?? false, caller)
        );

    private static async Task<IResult> Remove(AddressId id, Caller caller, IGrainFactory grains)
    {
        await grains.AddressBook(caller.User).Remove(id, caller);
        return Reply.Ok();
    }
}
