using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Elizon.Grains.Storage;

namespace Elizon.Grains.SecondBook;

/// <summary>One call to the book; the step is stored before it is made.</summary>
[GenerateSerializer, Alias("BookStep")]
internal enum BookStep
{
    /// <summary>Read the posting categories.</summary>
    Categories,

    /// <summary>Look whether the document is there already.</summary>
    Find,
    FindCustomer,
    AddCustomer,
    Add,

    /// <summary>Read it back, to compare totals.</summary>
    Read,
    Attach,
}

/// <summary>An issued document that is to be booked.</summary>
/// <param name="Business">A business has a contact of its own there; private persons share one.</param>
internal sealed record BookDocument(
    InvoiceId Id,
    AccountId Account,
    string Number,
    DateTimeOffset IssuedAt,
    bool Business,
    string? Customer,
    Money Gross,
    Money Tax
);

/// <summary>The document under way.</summary>
/// <param name="Voucher">Its id in the book, once known.</param>
/// <param name="Lost">Calls for it that may have been done and never told.</param>
internal sealed record BookWork(
    BookDocument Document,
    BookStep Step,
    string? Voucher,
    int Lost = 0
);

/// <summary>The line to the second book: what is under way, and when the next call may be made.</summary>
internal sealed record BookState : IDueState
{
    public bool On { get; init; }

    /// <summary>Documents issued before are not booked.</summary>
    public DateTimeOffset Since { get; init; }

    /// <summary>Issue of the newest document that was taken.</summary>
    public DateTimeOffset? Newest { get; init; }

    /// <summary>Stuck ones that staff wants tried again.</summary>
    public ImmutableList<InvoiceId> Again { get; init; } = [];

    public ImmutableDictionary<string, string> Categories { get; init; } =
        ImmutableDictionary<string, string>.Empty;

    public DateTimeOffset? CategoriesAt { get; init; }

    public BookWork? Work { get; init; }

    public DateTimeOffset? CalledAt { get; init; }

    /// <summary>A call is under way until then at the latest.</summary>
    public DateTimeOffset? CallingUntil { get; init; }

    public DateTimeOffset? NextAt { get; init; }

    /// <summary>Failed calls in a row.</summary>
    public int Failures { get; init; }

    public string? LastError { get; init; }

    [JsonIgnore]
    public DateTimeOffset? DueAt => On ? CallingUntil ?? NextAt : null;
}
