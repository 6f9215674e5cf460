using Elizon.Grains.Audit;
using Elizon.Grains.Providers;
using Elizon.Grains.SecondBook;
using Elizon.Grains.Storage;
using Elizon.SecondBook;

namespace Elizon.Rules.Tests.SecondBook;

/// <summary>The line to the second book, call by call.</summary>
public sealed class BookRulesTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 25, 8, 0, 0, TimeSpan.Zero);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(500);
    private static readonly BookedVoucher Same = new("v1", new Money(1199), new Money(191), false);

    [Fact]
    public void A_private_customers_document_takes_five_calls()
    {
        var book = new Book(business: false);
        book.Answers(BookStep.Categories);
        book.Answers(BookStep.Find);
        book.Answers(BookStep.Add, made: "v1");
        book.Answers(BookStep.Read, vouchers: [Same]);
        book.Answers(BookStep.Attach);
        Assert.Equal((BookEntryStatus.Booked, "v1"), (book.Entry!.Status, book.Entry.Voucher));
        Assert.Null(book.State.Work);
    }

    [Fact]
    public void A_business_gets_a_contact_that_is_looked_up_first_and_kept()
    {
        var book = new Book(business: true);
        book.Answers(BookStep.Categories);
        book.Answers(BookStep.Find);
        book.Answers(BookStep.FindCustomer);
        book.Answers(BookStep.AddCustomer, made: "c1");
        Assert.Equal("c1", book.Rows.OfType<BookContactRow>().Single().Contact);
        Assert.Equal("c1", book.State.Work!.Document.Customer);
        Assert.Equal(BookStep.Add, book.State.Work.Step);
    }

    [Fact]
    public void A_document_that_is_there_already_is_not_added_again()
    {
        var book = new Book(business: false);
        book.Answers(BookStep.Categories);
        book.Answers(BookStep.Find, vouchers: [Same with { HasFile = true }]);
        Assert.Equal(BookEntryStatus.Booked, book.Entry!.Status);
    }

    [Theory]
    [InlineData(nameof(BookStep.Add), nameof(BookStep.Find))]
    [InlineData(nameof(BookStep.AddCustomer), nameof(BookStep.FindCustomer))]
    [InlineData(nameof(BookStep.Attach), nameof(BookStep.Read))]
    public void What_may_have_been_done_is_looked_up(string called, string next)
    {
        var (step, then) = (Enum.Parse<BookStep>(called), Enum.Parse<BookStep>(next));
        var book = new Book(business: true).At(step);
        book.Ends(step, OutcomeKind.Unknown);
        Assert.Equal(then, book.State.Work!.Step);
        book = new Book(business: true).At(step);
        book.Apply(BookRules.Lost(book.State, Now));
        Assert.Equal(then, book.State.Work!.Step);
    }

    [Theory]
    [InlineData(RefusedFor.Down)]
    [InlineData(RefusedFor.Rights)]
    public void While_the_book_is_away_everything_waits_longer_and_longer(RefusedFor why)
    {
        var book = new Book(business: false).At(BookStep.Add);
        var waits = new List<double>();
        for (var i = 0; i < 11; i++)
        {
            book.Ends(BookStep.Add, OutcomeKind.Refused, why);
            waits.Add((book.Paused.DueAt!.Value - Now).TotalSeconds);
        }
        Assert.Equal([1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 600], waits);
        Assert.Equal(BookStep.Add, book.State.Work!.Step);
        Assert.Null(book.Entry);
        Assert.Equal("Add: because", book.State.LastError);
    }

    [Fact]
    public void The_next_call_comes_half_a_second_after_the_last_one_began()
    {
        var book = new Book(business: false);
        book.Answers(BookStep.Categories);
        Assert.Equal((Now + Pause, 0), (book.Paused.DueAt, book.Paused.Failures));
    }

    [Fact]
    public void Other_totals_stop_the_document_and_are_audited()
    {
        var book = new Book(business: false).At(BookStep.Read);
        book.Answers(BookStep.Read, vouchers: [Same with { Gross = new Money(1200) }]);
        Assert.Equal(
            (BookEntryStatus.Mismatch, new Money(1200)),
            (book.Entry!.Status, book.Entry.SeenGross)
        );
        Assert.Equal("secondBook.mismatch", book.Rows.OfType<AuditRow>().Single().Action);
        Assert.Null(book.State.Work);
    }

    [Fact]
    public void Two_vouchers_with_one_number_are_left_to_staff()
    {
        var book = new Book(business: false).At(BookStep.Find);
        book.Answers(BookStep.Find, vouchers: [Same, Same with { Id = "v2" }]);
        Assert.Equal(BookEntryStatus.Doubled, book.Entry!.Status);
    }

    [Fact]
    public void A_refusal_ends_this_document_and_the_line_goes_on()
    {
        var book = new Book(business: false).At(BookStep.Add);
        book.Ends(BookStep.Add, OutcomeKind.Refused, RefusedFor.Invalid);
        Assert.Equal(
            (BookEntryStatus.Refused, "Add: because"),
            (book.Entry!.Status, book.Entry.Error)
        );
        Assert.Equal(Now + Pause, book.Paused.DueAt);
    }

    [Fact]
    public void A_document_that_is_never_answered_does_not_hold_up_the_others()
    {
        var book = new Book(business: false).At(BookStep.Read);
        for (var i = 0; i < 8; i++)
        {
            Assert.Null(book.Entry);
            book.Ends(BookStep.Read, OutcomeKind.Unknown);
        }
        Assert.Equal(BookEntryStatus.Refused, book.Entry!.Status);
        Assert.Null(book.State.Work);
    }

    [Fact]
    public void An_answer_that_comes_after_its_lease_is_not_taken()
    {
        var book = new Book(business: false).At(BookStep.Add);
        book.Apply(BookRules.Lost(book.State, Now));
        Assert.Null(
            BookRules.Done(
                book.State,
                new BookResult(BookStep.Add, book.Id, OutcomeKind.Done) { Made = "v1" },
                Pause,
                Now
            )
        );
    }

    [Fact]
    public void The_settings_switch_the_line_on_and_off()
    {
        var on = BookRules.Start(new BookState(), new SecondBookOptions { Enabled = true }, Now)!;
        Assert.Equal((Now, Now), (on.Since, on.DueAt));
        Assert.Null(BookRules.Start(on, new SecondBookOptions { Enabled = true }, Now));
        var off = BookRules.Start(on, new SecondBookOptions(), Now.AddDays(1))!;
        Assert.Equal((null, Now), (off.DueAt, off.Since));
    }

    /// <summary>The line with one document under way.</summary>
    private sealed class Book
    {
        public Book(bool business)
        {
            var document = new BookDocument(
                InvoiceId.Of("i1"),
                AccountId.Of("anna"),
                "RE-2026-000001",
                Now,
                business,
                null,
                new Money(1199),
                new Money(191)
            );
            State = BookRules.Calling(
                BookRules.Take(new BookState { On = true }, document, Now),
                Now
            );
        }

        public BookState State { get; private set; }

        public InvoiceId Id { get; } = InvoiceId.Of("i1");

        public List<Row> Rows { get; } = [];

        public BookEntryRow? Entry => Rows.OfType<BookEntryRow>().SingleOrDefault();

        public Book At(BookStep step)
        {
            State = State with { Work = State.Work! with { Step = step } };
            return this;
        }

        public void Answers(BookStep step, string? made = null, params BookedVoucher[] vouchers)
        {
            Assert.Equal(step, State.Work!.Step);
            Take(
                new BookResult(step, Id, OutcomeKind.Done)
                {
                    Made = made,
                    Vouchers = vouchers,
                    Categories = step == BookStep.Categories ? new() { ["A"] = "a" } : null,
                }
            );
        }

        public void Ends(BookStep step, OutcomeKind kind, RefusedFor why = RefusedFor.None)
        {
            State = State with { Work = State.Work! with { Step = step } };
            Take(new BookResult(step, Id, kind, why, "because"));
        }

        public void Apply(Change<BookState> change)
        {
            Rows.AddRange(change.Rows.Select(r => r.Row));
            State = change.Next;
        }

        private void Take(BookResult result)
        {
            Apply(BookRules.Done(State, result, Pause, Now)!);
            Paused = State;
            if (State.Work is not null)
                State = BookRules.Calling(State, Now);
        }

        /// <summary>The line after the last answer, before the next call.</summary>
        public BookState Paused { get; private set; } = new();
    }
}
