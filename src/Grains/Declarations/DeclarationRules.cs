using Elizon.Declarations;
using Elizon.Grains.Audit;
using Elizon.Grains.Identity;
using Elizon.Grains.Mail;
using Elizon.Grains.Outbox;
using Elizon.Grains.Storage;
using Elizon.Grains.Subscriptions;

namespace Elizon.Grains.Declarations;

/// <summary>Rules of declarations. A null change: nothing is to be done.</summary>
internal static class DeclarationRules
{
    private const int LongestName = 200;
    private const int LongestContract = 64;
    private const int LongestReason = 2_000;
    private const int LongestNote = 1_000;

    /// <exception cref="Refusal">Invalid with every fault named.</exception>
    public static Declaration Checked(Declaration typed, DateOnly today)
    {
        var known = EmailAddress.TryParse(typed.Email, out var email);
        var clean = typed with
        {
            Name = typed.Name.Trim(),
            Email = known ? email.Text : typed.Email,
            Contract = Optional(typed.Contract),
            Reason = Optional(typed.Reason),
        };
        string[] faults = [.. Faults(clean, known, today)];
        return faults.Length == 0 ? clean : throw CommonRefusals.Invalid(faults);
    }

    /// <summary>The first step: what would be declared.</summary>
    public static DeclarationReceipt Receipt(Declaration declaration) =>
        new(
            null,
            declaration.Kind,
            declaration.Name,
            declaration.Email,
            declaration.Contract,
            declaration.Type,
            declaration.Reason,
            declaration.EndsOn,
            null
        );

    public static Change<DeclarationState> Receive(
        DeclarationId id,
        Declaration declaration,
        DateTimeOffset now
    ) =>
        new Change<DeclarationState>(
            new DeclarationState { Declaration = declaration, ReceivedAt = now }
        ).Send(new Address("mail", id.Value), Mails.DeclarationReceived(declaration, id, now));

    /// <summary>What the look-up found. Null when staff was faster.</summary>
    public static Change<DeclarationState>? Found(DeclarationState state, DeclarationMatch match) =>
        state.Status != DeclarationStatus.Received
            ? null
            : new(
                state with
                {
                    Status = match.Service is null
                        ? DeclarationStatus.Unmatched
                        : DeclarationStatus.Matched,
                    Customer = match.Customer,
                    Service = match.Service,
                }
            );

    public static Change<DeclarationState> Match(
        DeclarationState state,
        DeclarationId id,
        ServiceId service,
        UserId customer,
        Caller by
    ) =>
        new Change<DeclarationState>(
            Open(state) with
            {
                Status = DeclarationStatus.Matched,
                Customer = customer,
                Service = service,
                ByStaff = true,
                Tried = false,
                // Why staff had to decide is no longer true.
                Note = null,
            }
        ).Record(
            AuditRow.Of(
                by,
                "declaration.matched",
                id,
                customer,
                new() { ["service"] = service.Value }
            )
        );

    /// <summary>What the contract is asked for.</summary>
    public static DeclaredWish Wish(DeclarationState state, DeclarationId id) =>
        new(
            id,
            state.Declaration!.Kind,
            state.Declaration.Type,
            state.Declaration.EndsOn,
            state.Customer!.Value,
            state.ByStaff,
            state.ReceivedAt
        );

    /// <summary>The contract ended as declared, or left it to staff. Null when staff was faster.</summary>
    public static Change<DeclarationState>? Carried(
        DeclarationState state,
        DeclarationId id,
        DeclaredEnd end,
        DateTimeOffset now
    )
    {
        if (state.Status != DeclarationStatus.Matched)
            return null;
        if (!end.Done)
            return new(state with { Tried = true, Note = end.Note });
        return new Change<DeclarationState>(
            state with
            {
                Status = DeclarationStatus.Done,
                Tried = true,
                Note = end.Note,
                ClosedAt = now,
            }
        ).Record(
            AuditRow.Of(
                Caller.System(now) with
                {
                    Reason = end.Note,
                },
                "declaration.done",
                id,
                state.Customer
            )
        );
    }

    public static Change<DeclarationState> Close(
        DeclarationState state,
        DeclarationId id,
        bool done,
        string note,
        Caller by,
        DateTimeOffset now
    )
    {
        if (string.IsNullOrWhiteSpace(note) || note.Length > LongestNote)
            throw CommonRefusals.Invalid($"'note' has 1 to {LongestNote} characters.");
        return new Change<DeclarationState>(
            Open(state) with
            {
                Status = done ? DeclarationStatus.Done : DeclarationStatus.Rejected,
                Note = note.Trim(),
                ClosedAt = now,
            }
        ).Record(
            AuditRow.Of(by, done ? "declaration.done" : "declaration.rejected", id, state.Customer)
        );
    }

    private static DeclarationState Open(DeclarationState state) =>
        state.Declaration is null ? throw CommonRefusals.NotFound("declaration")
        : state.ClosedAt is not null ? throw DeclarationRefusals.Closed()
        : state;

    private static IEnumerable<string> Faults(Declaration clean, bool knownEmail, DateOnly today)
    {
        if (clean.Name.Length is 0 or > LongestName || clean.Name.Any(char.IsControl))
            yield return $"'name' has 1 to {LongestName} characters.";
        if (!knownEmail)
            yield return "'email' is not an e-mail address.";
        if (clean.Contract is { } contract && !IsNumber(contract))
            yield return $"'contract' has at most {LongestContract} letters, digits, '-' and '_'.";
        if (clean.Reason?.Length > LongestReason)
            yield return $"'reason' has at most {LongestReason} characters.";
        if (clean.Type == CancellationType.Extraordinary && clean.Reason is null)
            yield return "'reason' is needed for an extraordinary cancellation.";
        if (clean.EndsOn < today || clean.EndsOn > today.AddYears(5))
            yield return "'endsOn' lies between today and five years from now.";
        if (clean.Locale is not ("de" or "en"))
            yield return "'locale' must be one of de, en.";
    }

    /// <summary>It goes into a mail to an address that nobody proved: nothing but what numbers are made of.</summary>
    private static bool IsNumber(string contract) => IdText.IsValid(contract);

    private static string? Optional(string? text) =>
        string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
