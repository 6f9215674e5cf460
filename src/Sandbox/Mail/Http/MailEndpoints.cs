using Elizon.Sandbox.Control;
using Elizon.Sandbox.Mail.Pages;
using Elizon.Sandbox.Storage;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Elizon.Sandbox.Mail.Http;

/// <summary><c>/mail</c> for tests and <c>/mailbox</c> for people.</summary>
internal static class MailEndpoints
{
    private const int StandardLimit = 200;
    private const int MostWaitSeconds = 60;

    public static void MapMailbox(this IEndpointRouteBuilder root)
    {
        root.MapGet("/mail", List);
        root.MapDelete("/mail", Clear);
        root.MapGet(
            "/mail/{id}",
            (string id, MailTable table) => One(table, id, mail => Results.Ok(MailView.Of(mail)))
        );
        root.MapGet(
            "/mail/{id}/raw",
            (string id, MailTable table) =>
                One(table, id, mail => Results.Bytes(mail.Raw, "message/rfc822"))
        );
        root.MapGet("/mail/{id}/attachments/{name}", Attachment);
        root.MapGet(
            "/mailbox",
            (string? to) => new RazorComponentResult<MailboxPage>(new { To = to })
        );
        root.MapGet("/mailbox/{id}", (string id, MailTable table) => One(table, id, Page));
    }

    // With atLeast and waitSeconds a test waits for a mail instead of asking again and again.
    private static async Task<IResult> List(
        MailTable table,
        Arrivals arrivals,
        CancellationToken cancellationToken,
        string? to = null,
        int limit = StandardLimit,
        int atLeast = 0,
        int waitSeconds = 0
    )
    {
        if (limit < 1 || atLeast < 0 || waitSeconds is < 0 or > MostWaitSeconds)
            return ControlError.BadRequest(
                $"limit from 1, atLeast from 0, waitSeconds from 0 to {MostWaitSeconds}."
            );
        var patience = Task.Delay(TimeSpan.FromSeconds(waitSeconds), cancellationToken);
        while (true)
        {
            var next = arrivals.Next;
            if (table.Count(to) >= atLeast || patience.IsCompleted)
                return Results.Ok(new MailList([.. table.List(to, limit).Select(MailView.Of)]));
            await Task.WhenAny(next, patience);
            cancellationToken.ThrowIfCancellationRequested();
        }
    }

    private static IResult Clear(MailTable table, SandboxStore store, string? to = null)
    {
        table.Delete(to);
        foreach (var seen in store.All<Greylisted>(RecipientFilter.GreylistKind))
            if (to is null || string.Equals(seen.Address, to, StringComparison.OrdinalIgnoreCase))
                store.Remove(RecipientFilter.GreylistKind, seen.Address);
        return Results.NoContent();
    }

    private static IResult Attachment(string id, string name, MailTable table) =>
        One(
            table,
            id,
            mail =>
                MailView.Attachment(mail, name) is var (mediaType, content)
                    ? Results.File(content, mediaType, name)
                    : ControlError.NotFound($"The message has no attachment '{name}'.")
        );

    private static RazorComponentResult<MessagePage> Page(StoredMail mail) =>
        new(new { Mail = MailView.Of(mail) });

    private static IResult One(MailTable table, string id, Func<StoredMail, IResult> show) =>
        table.Find(id) is { } mail
            ? show(mail)
            : ControlError.NotFound($"There is no message '{id}'.");
}
