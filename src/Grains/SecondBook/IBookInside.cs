using System.Collections.Immutable;
using Elizon.Grains.Providers;
using Orleans.Concurrency;

namespace Elizon.Grains.SecondBook;

/// <summary>The one line of the whole cluster to the second book.</summary>
[Alias("IBookInside")]
internal interface IBookInside : IGrainWithStringKey
{
    /// <summary>Switches the line on or off as the settings say; asked at every silo's start.</summary>
    [Alias("Start")]
    Task Start();

    /// <summary>How a call ended.</summary>
    [Alias("Done")]
    Task Done(BookResult result);

    /// <exception cref="Refusal">Conflict: it is off.</exception>
    [Alias("Retry")]
    Task Retry(InvoiceId document, Caller by);

    [Alias("Line")]
    Task<BookLine> Line();
}

[GenerateSerializer, Immutable, Alias("BookLine")]
internal sealed record BookLine(
    [property: Id(0)] bool On,
    [property: Id(1)] DateTimeOffset Since,
    [property: Id(2)] string? LastError,
    [property: Id(3)] DateTimeOffset? NextCallAt
);

/// <summary>Makes one call outside the line's turn. Stateless.</summary>
[Alias("IBookWorker")]
internal interface IBookWorker : IGrainWithIntegerKey
{
    [Alias("Do"), OneWay]
    Task Do(BookCall call);
}

/// <summary>What to call for which document.</summary>
[GenerateSerializer, Immutable, Alias("BookCall")]
internal sealed record BookCall(
    [property: Id(0)] BookStep Step,
    [property: Id(1)] InvoiceId Document,
    [property: Id(2)] AccountId Account,
    [property: Id(3)] string Number,
    [property: Id(4)] string? Customer,
    [property: Id(5)] string? Voucher,
    [property: Id(6)] ImmutableDictionary<string, string> Categories
);

/// <summary>How the call of a step ended; what it brought hangs on the step.</summary>
[GenerateSerializer, Immutable, Alias("BookResult")]
internal sealed record BookResult(
    [property: Id(0)] BookStep Step,
    [property: Id(1)] InvoiceId Document,
    [property: Id(2)] OutcomeKind Kind,
    [property: Id(3)] RefusedFor For = RefusedFor.None,
    [property: Id(4)] string? Reason = null
)
{
    /// <summary>Of a contact or a voucher; null when nothing was found.</summary>
    [Id(5)]
    public string? Made { get; init; }

    [Id(6)]
    public BookedVoucher[] Vouchers { get; init; } = [];

    [Id(7)]
    public Dictionary<string, string>? Categories { get; init; }
}
