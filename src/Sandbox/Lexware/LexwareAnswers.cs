namespace Elizon.Sandbox.Lexware;

/// <summary>The bodies of Lexware's answers, and its shapes of errors.</summary>
internal static class LexwareAnswers
{
    public static IResult Gateway(int status, string message) =>
        Results.Json(new { message }, statusCode: status);

    /// <summary>Contacts, files and vouchers name their faults like this.</summary>
    public static IResult Issue(string source, string key) =>
        Results.Json(
            // A dictionary keeps its names as they are: this one begins with a capital.
            new Dictionary<string, object>
            {
                ["IssueList"] = new[]
                {
                    new
                    {
                        i18nKey = key,
                        source,
                        type = "validation_failure",
                        additionalData = (string?)null,
                        args = (string?)null,
                    },
                },
            },
            statusCode: StatusCodes.Status406NotAcceptable
        );

    public static IResult Created(string id, string path) =>
        Results.Json(
            new
            {
                id,
                resourceUri = $"{LexwareSimulator.ApiPath}/{path}/{id}",
                version = 1,
            },
            statusCode: StatusCodes.Status200OK
        );

    public static IResult Page<T>(IReadOnlyList<T> content) =>
        Results.Json(
            new
            {
                content,
                first = true,
                last = true,
                totalPages = 1,
                totalElements = content.Count,
                numberOfElements = content.Count,
                size = 25,
                number = 0,
            }
        );

    public static object Of(LexwareContact contact) =>
        new
        {
            contact.Id,
            contact.Version,
            roles = new { customer = new { contact.Number } },
            company = new { contact.Name, contact.VatRegistrationId },
            contact.Note,
            archived = false,
        };
}
