using System.Text;
using Elizon.Banking;
using Elizon.Billing;
using Elizon.Grains.Banking.Camt;
using Elizon.Grains.Banking.Payouts;
using Elizon.Grains.Billing;
using Orleans.Concurrency;

namespace Elizon.Grains.Banking;

/// <summary>Reads files and tables; what changes something goes to the bank account, the one writer.</summary>
[StatelessWorker, GrainType("bank-admin")]
internal sealed class BankAdmin(BankRecords records, PayoutRecords payouts, House house)
    : Grain,
        IBankAdmin
{
    public async Task<StatementView[]> Import(byte[] file, Caller by)
    {
        var taken = new List<StatementView>();
        foreach (var statement in Read(file))
            taken.Add(
                Faults(statement) is { Length: > 0 } faults
                    ? Refused(statement, faults)
                    : await Account(house.BankAccount).Take(statement, by)
            );
        return [.. taken];
    }

    public Task<PageOf<StatementView>> Statements(PageRequest page) => records.List(page);

    public Task<PageOf<BankTransactionView>> Transactions(
        BankTransactionStatus? status,
        AccountId? account,
        PageRequest page
    ) => records.List(status, account, page);

    public async Task<BankTransactionView> Assign(
        BankTransactionId transaction,
        AccountId account,
        InvoiceId? invoice,
        Caller by
    ) => await (await Owner(transaction)).Assign(transaction, account, invoice, by);

    public async Task<BankTransactionView> Ignore(BankTransactionId transaction, Caller by) =>
        await (await Owner(transaction)).Ignore(transaction, by);

    public async Task<BankTransactionView> SendBack(BankTransactionId transaction, Caller by) =>
        await (await Owner(transaction)).SendBack(transaction, by);

    public Task<PageOf<PayoutView>> Payouts(PayoutStatus? status, PageRequest page) =>
        payouts.List(status, page);

    public Task<PayoutFileView> ExportPayouts(Caller by) =>
        Account(house.BankAccount).ExportPayouts(by);

    public async Task<DocumentFile> PayoutFile(PayoutFileId file) =>
        await payouts.File(file) is { } found
            ? new DocumentFile(
                $"pain.001-{file}.xml",
                "application/xml",
                Encoding.UTF8.GetBytes(found.Content)
            )
            : throw CommonRefusals.NotFound("payout file");

    public async Task<PayoutView[]> RejectPayouts(PayoutFileId file, Caller by) =>
        await payouts.File(file) is { } found
            ? await Account(found.Account).RejectPayouts(file, by)
            : throw CommonRefusals.NotFound("payout file");

    private static IReadOnlyList<BankStatement> Read(byte[] file)
    {
        if (file.Length > CamtReader.MostBytes)
            throw BankingRefusals.FileInvalid("The file is larger than 16 MiB.");
        try
        {
            return CamtReader.Read(new MemoryStream(file, writable: false));
        }
        catch (CamtFormatException error)
        {
            throw BankingRefusals.FileInvalid(error.Message);
        }
    }

    private string[] Faults(BankStatement statement) =>
        statement.Faults.Length == 0 && statement.Iban != house.BankAccount.Value
            ? ["The statement is of an account that is not the house's."]
            : statement.Faults;

    private static StatementView Refused(BankStatement s, string[] faults) =>
        new(
            s.Iban,
            s.Number,
            s.Opening,
            s.OpeningOn,
            s.Closing,
            s.ClosingOn,
            s.Transactions.Length,
            s.Pending,
            0,
            0,
            0,
            Gap: false,
            StatementOutcome.Refused,
            faults
        );

    private async Task<IBankAccountInside> Owner(BankTransactionId transaction) =>
        await records.Find(transaction) is { } row
            ? Account(row.Iban)
            : throw CommonRefusals.NotFound("bank transaction");

    private IBankAccountInside Account(BankAccountId account) =>
        GrainFactory.GetGrain<IBankAccountInside>(account.Value);
}
