using Elizon.Grains.Mail;
using Elizon.Grains.Outbox;
using Elizon.Grains.Storage;

namespace Elizon.Grains.Billing.Invoices;

/// <summary>
/// Puts the number of an issued document into its mail and hands the mail on under the same delivery id: the mailbox
/// recognises a repeat by it. Keeps nothing.
/// </summary>
[GrainType(Kind)]
internal sealed class InvoiceMailGrain(DocumentRecords documents) : Grain, IInbox
{
    public const string Kind = "invoice-mail";

    public async Task Receive(Delivery delivery)
    {
        var asked = (DocumentMail)delivery.Read();
        var user = UserId.Of(this.GetPrimaryKeyString());
        var document =
            await documents.Find(AccountId.Of(user.Value), asked.Document)
            ?? throw new InvalidOperationException($"Document {asked.Document} is not there.");
        var mail = MailOf(user, document, asked.Kind);
        if (asked.To is { } address)
            mail = mail with { Address = address, Locale = document.Content.Language };
        await GrainFactory
            .GetGrain<IInbox>(GrainId.Create("mail", user.Value))
            .Receive(
                delivery with
                {
                    Type = MessageTypes.NameOf(typeof(SendMail)),
                    Payload = Json.Write(mail),
                }
            );
    }

    private static SendMail MailOf(UserId user, IssuedDocument document, DocumentMailKind kind) =>
        kind switch
        {
            DocumentMailKind.Order => Mails.Order(
                user,
                document.Content.Order!.Value,
                document.Content.Lines.Select(l => new MailItem(
                    l.Name,
                    l.PeriodTo!.Value.DayNumber - l.PeriodFrom!.Value.DayNumber + 1,
                    l.Sum.Gross
                )),
                document.Content.Sum.Gross,
                document.Number
            ),
            DocumentMailKind.Invoice => Mails.Invoice(
                user,
                document.Id,
                document.Number,
                document.Content.Sum.Gross,
                document.IssuedAt,
                document.Content.PaidBy is null
                    ? new DateTimeOffset(
                        document.Content.DueOn.ToDateTime(TimeOnly.MinValue),
                        TimeSpan.Zero
                    )
                    : null
            ),
            _ => Mails.Correction(
                user,
                document.Id,
                document.Number,
                document.Content.Corrects!.Number,
                -document.Content.Sum.Gross
            ),
        };
}
