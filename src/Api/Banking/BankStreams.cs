using Elizon.Api.Replies;
using Elizon.Banking;
using Elizon.Billing;

namespace Elizon.Api.Banking;

/// <summary>Files from and for the bank.</summary>
internal static class BankStreams
{
    /// <summary>Bytes of a camt.053 file; a larger body is cut off with 413 before it is in memory.</summary>
    public const long MostBytes = 16 * 1024 * 1024;

    public static async Task<IResult> Import(
        HttpRequest request,
        Caller caller,
        IGrainFactory grains
    )
    {
        using var file = new MemoryStream();
        await request.Body.CopyToAsync(file, request.HttpContext.RequestAborted);
        return Reply.Ok("statements", await grains.BankAdmin().Import(file.ToArray(), caller));
    }

    public static async Task<IResult> PayoutFile(PayoutFileId id, IGrainFactory grains) =>
        File(await grains.BankAdmin().PayoutFile(id));

    private static IResult File(DocumentFile file) =>
        Results.File(file.Content, file.MediaType, file.Name);
}
