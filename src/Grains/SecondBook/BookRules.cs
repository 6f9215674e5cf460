using Elizon.Grains.Providers;
using Elizon.Grains.Storage;

namespace Elizon.Grains.SecondBook;

/// <summary>
/// Rules of the line: one call at a time, so many a second; looked up before anything is created; what may have been done
/// is looked up and never repeated.
/// </summary>
internal static class BookRules
{
    /// <summary>Longer than any call takes.</summary>
    public static readonly TimeSpan Lease = TimeSpan.FromMinutes(1);

    /// <summary>How often it is looked for new documents while there is nothing to do.</summary>
    public static readonly TimeSpan Idle = TimeSpan.FromSeconds(30);

    /// <summary>Then the document is left to staff.</summary>
    private const int MostLost = 8;

    private static readonly TimeSpan CategoriesLife = TimeSpan.FromDays(1);
    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(10);

    /// <summary>Follows the settings; null when nothing changes.</summary>
    public static BookState? Start(BookState state, SecondBookOptions options, DateTimeOffset now)
    {
        if (state.On == options.Enabled)
            return null;
        var since = options.From is { } day
            ? new DateTimeOffset(day, TimeOnly.MinValue, TimeSpan.Zero)
            : now;
        return state with
        {
            On = options.Enabled,
            Since = state.Since == default ? since : state.Since,
            NextAt = now,
            CallingUntil = null,
        };
    }

    /// <summary>The lease ran out: the call may have been made and its answer lost.</summary>
    public static Change<BookState> Lost(BookState state, DateTimeOffset now) =>
        Unknown(
            state with
            {
                CallingUntil = null,
            },
            new BookResult(
                state.Work!.Step,
                state.Work.Document.Id,
                OutcomeKind.Unknown,
                Reason: "The call was lost."
            ),
            now
        );

    public static BookState Take(BookState state, BookDocument document, DateTimeOffset now) =>
        state with
        {
            Work = new BookWork(
                document,
                now - state.CategoriesAt < CategoriesLife ? BookStep.Find : BookStep.Categories,
                null
            ),
            Again = state.Again.Remove(document.Id),
            Newest =
                document.IssuedAt > state.Newest
                    ? document.IssuedAt
                    : state.Newest ?? document.IssuedAt,
        };

    public static BookState Calling(BookState state, DateTimeOffset now) =>
        state with
        {
            CalledAt = now,
            CallingUntil = now + Lease,
        };

    /// <summary>What follows from a call; null when it is not the one under way (its lease ran out before).</summary>
    public static Change<BookState>? Done(
        BookState state,
        BookResult result,
        TimeSpan pause,
        DateTimeOffset now
    )
    {
        if (
            state.CallingUntil is null
            || state.Work is not { } work
            || work.Step != result.Step
            || work.Document.Id != result.Document
        )
            return null;
        state = state with { CallingUntil = null };
        return (result.Kind, result.For) switch
        {
            (OutcomeKind.Done, _) => BookSteps.Next(
                state with
                {
                    NextAt = state.CalledAt + pause,
                    Failures = 0,
                    LastError = null,
                },
                work,
                result,
                now
            ),
            (OutcomeKind.Unknown, _) => Unknown(state, result, now),
            // The line or our key, not this document.
            (_, RefusedFor.Down or RefusedFor.Rights) => Wait(state, work.Step, result, now),
            _ => BookSteps.Refuse(
                state with
                {
                    NextAt = state.CalledAt + pause,
                },
                work,
                result.Reason,
                now
            ),
        };
    }

    /// <summary>Looked up next; one document that is never answered must not hold up all others.</summary>
    private static Change<BookState> Unknown(BookState state, BookResult result, DateTimeOffset now)
    {
        var work = state.Work!;
        if (work.Lost + 1 >= MostLost)
            return BookSteps.Refuse(state with { NextAt = now }, work, result.Reason, now);
        return Wait(
            state with
            {
                Work = work with { Lost = work.Lost + 1 },
            },
            AfterUnknown(work.Step),
            result,
            now
        );
    }

    private static Change<BookState> Wait(
        BookState state,
        BookStep step,
        BookResult result,
        DateTimeOffset now
    )
    {
        var seconds = Math.Pow(2, Math.Min(state.Failures, 20));
        var pause = TimeSpan.FromSeconds(Math.Min(seconds, LongestPause.TotalSeconds));
        return new Change<BookState>(
            state with
            {
                Work = state.Work! with { Step = step },
                NextAt = now + pause,
                Failures = state.Failures + 1,
                LastError = $"{result.Step}: {result.Reason}",
            }
        );
    }

    private static BookStep AfterUnknown(BookStep step) =>
        step switch
        {
            BookStep.Add => BookStep.Find,
            BookStep.AddCustomer => BookStep.FindCustomer,
            BookStep.Attach => BookStep.Read,
            _ => step,
        };
}
