using System.Globalization;
using Elizon.Sandbox.Pterodactyl.Tokens;
using Microsoft.AspNetCore.Http.Features;

namespace Elizon.Sandbox.Pterodactyl.Wings;

/// <summary>A signed upload URL: one multipart request with the files in <c>files</c>, into <c>?directory=</c>.</summary>
internal static class SignedUpload
{
    private const long Mebibyte = 1_048_576;

    public static async Task<IResult> Take(HttpContext http, string? token, string? directory)
    {
        var (server, _) = SignedDownloads.Open(http, token, TokenClaims.FileUpload);
        var files = (await ReadForm(http)).Files.GetFiles("files");
        if (files.Count == 0)
            throw new WingsFailure(400, "No files were found on the request body.");
        var limit = server.Node.UploadLimitMiB;
        if (files.FirstOrDefault(file => file.Length > limit * Mebibyte) is { } large)
            throw new WingsFailure(
                400,
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"File {large.FileName} is larger than the maximum file upload size of {limit} MB."
                )
            );
        foreach (var file in files)
        {
            await using var content = file.OpenReadStream();
            await server.Files.Write(
                Path.Join(directory ?? "", file.FileName),
                content,
                file.Length,
                http.RequestAborted
            );
        }
        return Results.Ok();
    }

    private static async Task<IFormCollection> ReadForm(HttpContext http)
    {
        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
            size.MaxRequestBodySize = null;
        if (!http.Request.HasFormContentType)
            throw new WingsFailure(400, "Failed to get multipart form data from request.");
        try
        {
            http.Features.Set<IFormFeature>(
                new FormFeature(
                    http.Request,
                    new FormOptions { MultipartBodyLengthLimit = long.MaxValue }
                )
            );
            return await http.Request.ReadFormAsync(http.RequestAborted);
        }
        catch (Exception fault) when (fault is InvalidDataException or BadHttpRequestException)
        {
            throw new WingsFailure(400, "Failed to get multipart form data from request.");
        }
    }
}
