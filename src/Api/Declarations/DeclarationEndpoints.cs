using Elizon.Api.Replies;
using Elizon.Api.Rules;
using Elizon.Declarations;
using Elizon.Identity;

namespace Elizon.Api.Declarations;

/// <summary>Cancelling and withdrawing without signing in (§§ 312k, 356a BGB), and staff's queue.</summary>
public static class DeclarationEndpoints
{
    public static void MapDeclarations(this IEndpointRouteBuilder api)
    {
        var site = api.MapGroup("/public").WithTags("Declarations");
        site.MapPost("/cancellation", Cancel)
            .Public()
            .Answers<DeclarationReceipt>("declaration")
            .Answers<DeclarationReceipt>("declaration", StatusCodes.Status201Created)
            .WithSummary(
                "Cancel a contract without signing in: first without, then with 'confirmed'. Confirmed by mail with date and time."
            );
        site.MapPost("/withdrawal", Withdraw)
            .Public()
            .Answers<DeclarationReceipt>("declaration")
            .Answers<DeclarationReceipt>("declaration", StatusCodes.Status201Created)
            .WithSummary(
                "Withdraw from a contract without signing in: first without, then with 'confirmed'. Confirmed by mail with date and time."
            );
    }

    public static void MapDeclarationsAdmin(this IEndpointRouteBuilder admin)
    {
        var declarations = admin.MapGroup("/declarations").WithTags("Admin: declarations");
        declarations
            .MapGet("", List)
            .Staff(StaffRole.Support)
            .AnswersPage<DeclarationView>("declarations")
            .WithSummary("Cancellations and withdrawals; with a status the oldest first.");
        declarations
            .MapGet("/{id}", Show)
            .Staff(StaffRole.Support)
            .Answers<DeclarationView>("declaration")
            .WithSummary("One declaration.");
        declarations
            .MapPost("/{id}/match", Match)
            .Staff(StaffRole.Support)
            .Answers<DeclarationView>("declaration")
            .WithSummary("Say which service is meant.");
        declarations
            .MapPost("/{id}/close", Close)
            .Staff(StaffRole.Support)
            .Answers<DeclarationView>("declaration")
            .WithSummary("It was carried out, or nothing follows from it.");
    }

    private static async Task<IResult> Cancel(
        CancellationBody body,
        Client client,
        Caller caller,
        IGrainFactory grains
    ) =>
        Answer(
            await grains
                .DeclarationDesk()
                .Declare(body.Declaration, body.Confirmed, client.Address, caller)
        );

    private static async Task<IResult> Withdraw(
        WithdrawalBody body,
        Client client,
        Caller caller,
        IGrainFactory grains
    ) =>
        Answer(
            await grains
                .DeclarationDesk()
                .Declare(body.Declaration, body.Confirmed, client.Address, caller)
        );

    private static IResult Answer(DeclarationReceipt receipt) =>
        receipt.ReceivedAt is null
            ? Reply.Ok("declaration", receipt)
            : Reply.Created("declaration", receipt);

    private static async Task<IResult> List(
        Word<DeclarationStatus>? status,
        int? page,
        int? limit,
        IGrainFactory grains
    ) =>
        Reply.Page(
            "declarations",
            await grains.DeclarationDesk().List(status?.Value, PageRequest.Of(page, limit))
        );

    private static async Task<IResult> Show(DeclarationId id, IGrainFactory grains) =>
        Reply.Ok("declaration", await grains.Declaration(id).Show());

    private static async Task<IResult> Match(
        DeclarationId id,
        MatchBody body,
        Caller caller,
        IGrainFactory grains
    ) => Reply.Ok("declaration", await grains.Declaration(id).Match(body.Service, caller));

    private static async Task<IResult> Close(
        DeclarationId id,
        CloseBody body,
        Caller caller,
        IGrainFactory grains
    ) => Reply.Ok("declaration", await grains.Declaration(id).Close(body.Done, body.Note, caller));
}
