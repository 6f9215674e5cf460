using System.Text.RegularExpressions;
using Elizon.Api.Replies;
using Elizon.Payments;

namespace Elizon.Api.Payments;

/// <summary>What is not JSON here: a form from the provider, a page for the payer.</summary>
internal static partial class PaymentPages
{
    /// <summary>
    /// Always 200, also for what is no id or not known: the answer tells nobody which ids exist. A fault of ours is told, so
    /// that the provider comes again.
    /// </summary>
    public static async Task<IResult> Notice(HttpRequest request, IGrainFactory grains)
    {
        var form = request.HasFormContentType ? await request.ReadFormAsync() : null;
        if (form?["id"].FirstOrDefault() is { } id && ProviderId().IsMatch(id))
            await grains.PaymentNotices().Received(id);
        return Reply.Ok();
    }

    /// <summary>Books nothing: shows what is known, and asks the payment to look.</summary>
    public static async Task<IResult> Return(PaymentId id, HttpContext http, IGrainFactory grains)
    {
        var status = await grains.Payment(id).Status() ?? throw CommonRefusals.NotFound("payment");
        // Anyone may open this page: what is settled is not read again for it.
        if (status is not "PAID")
            await grains.Payment(id).Look();
        PageSecurity.Allow(http);
        var german = http
            .Request.Headers.AcceptLanguage.ToString()
            .StartsWith("de", StringComparison.OrdinalIgnoreCase);
        if (status is "OPEN" or "PENDING")
            http.Response.Headers["Refresh"] = "2";
        return Results.Content(Page(german, status), "text/html; charset=utf-8");
    }

    private static string Page(bool german, string status)
    {
        var (title, text) = (status, german) switch
        {
            ("PAID", true) => (
                "Zahlung eingegangen",
                "Vielen Dank. Das Guthaben oder die Bestellung ist gebucht; Sie erhalten eine E-Mail."
            ),
            ("PAID", false) => (
                "Payment received",
                "Thank you. Your balance or order is booked; you will get an e-mail."
            ),
            ("OPEN" or "PENDING", true) => (
                "Zahlung wird geprüft",
                "Wir warten auf die Bestätigung des Zahlungsanbieters. Diese Seite aktualisiert sich selbst."
            ),
            ("OPEN" or "PENDING", false) => (
                "Checking your payment",
                "We are waiting for the payment provider. This page refreshes by itself."
            ),
            (_, true) => (
                "Zahlung nicht abgeschlossen",
                "Es wurde nichts abgebucht. Sie können es jederzeit erneut versuchen."
            ),
            _ => ("Payment not completed", "Nothing was charged. You can try again at any time."),
        };
        return $$"""
            <!doctype html><html lang="{{(
                german ? "de" : "en"
            )}}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
            <title>{{title}}</title><style>body{font:17px/1.5 system-ui,sans-serif;margin:0;display:grid;place-items:center;min-height:100vh;background:#f4f6f8;color:#1b2733}
            main{background:#fff;padding:2.5rem 3rem;border-radius:14px;max-width:30rem;box-shadow:0 8px 30px #0002}h1{font-size:1.5rem;margin:0 0 .6rem}p{margin:0;color:#46566a}</style></head>
            <body><main><h1>{{title}}</h1><p>{{text}}</p></main></body></html>
            """;
    }

    [GeneratedRegex("^tr_[A-Za-z0-9]{1,60}$", RegexOptions.None, matchTimeoutMilliseconds: 50)]
    private static partial Regex ProviderId();
}
