using System.Globalization;

namespace Elizon.Sandbox.Pterodactyl.Panel.Schedules;

/// <summary>Five cron fields in UTC: numbers, lists, ranges, steps, <c>*</c>. With both day fields set, either may match, as cron has it.</summary>
internal sealed class CronExpression
{
    private const int YearsAhead = 5;
    private readonly HashSet<int> _minutes;
    private readonly HashSet<int> _hours;
    private readonly HashSet<int> _days;
    private readonly HashSet<int> _months;
    private readonly HashSet<int> _weekdays;
    private readonly bool _anyDay;
    private readonly bool _anyWeekday;

    private CronExpression(string minute, string hour, string day, string month, string weekday)
    {
        _minutes = Field(minute, 0, 59);
        _hours = Field(hour, 0, 23);
        _days = Field(day, 1, 31);
        _months = Field(month, 1, 12);
        _weekdays = [.. Field(weekday, 0, 7).Select(number => number % 7)];
        _anyDay = day == "*";
        _anyWeekday = weekday == "*";
    }

    /// <summary>Null when a field cannot be read.</summary>
    public static CronExpression? Parse(
        string minute,
        string hour,
        string day,
        string month,
        string weekday
    )
    {
        try
        {
            return new CronExpression(minute, hour, day, month, weekday);
        }
        catch (FormatException)
        {
            return null;
        }
    }

    /// <summary>The first matching minute after <paramref name="after"/>; null when none comes in five years.</summary>
    public DateTimeOffset? Next(DateTimeOffset after)
    {
        var utc = after.ToUniversalTime();
        var at = new DateTimeOffset(
            utc.Year,
            utc.Month,
            utc.Day,
            utc.Hour,
            utc.Minute,
            0,
            TimeSpan.Zero
        ).AddMinutes(1);
        var end = at.AddYears(YearsAhead);
        while (at < end)
        {
            if (!_months.Contains(at.Month))
                at = new DateTimeOffset(at.Year, at.Month, 1, 0, 0, 0, TimeSpan.Zero).AddMonths(1);
            else if (!IsDay(at))
                at = new DateTimeOffset(at.Date, TimeSpan.Zero).AddDays(1);
            else if (!_hours.Contains(at.Hour))
                at = at.AddMinutes(60 - at.Minute);
            else if (!_minutes.Contains(at.Minute))
                at = at.AddMinutes(1);
            else
                return at;
        }
        return null;
    }

    private bool IsDay(DateTimeOffset at)
    {
        var day = _days.Contains(at.Day);
        var weekday = _weekdays.Contains((int)at.DayOfWeek);
        return _anyDay || _anyWeekday ? day && weekday : day || weekday;
    }

    private static HashSet<int> Field(string text, int least, int most) =>
        [.. text.Split(',').SelectMany(part => Part(part.Trim(), least, most))];

    private static IEnumerable<int> Part(string part, int least, int most)
    {
        var pieces = part.Split('/');
        var step = pieces.Length == 1 ? 1 : Number(pieces[1], 1, most);
        var range = pieces[0].Split('-');
        var from = range[0] == "*" ? least : Number(range[0], least, most);
        var to =
            range.Length == 2 ? Number(range[1], least, most)
            : range[0] == "*" || pieces.Length == 2 ? most
            : from;
        if (pieces.Length > 2 || range.Length > 2 || to < from)
            throw new FormatException();
        return Enumerable.Range(from, to - from + 1).Where(number => (number - from) % step == 0);
    }

    private static int Number(string text, int least, int most) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
        && number >= least
        && number <= most
            ? number
            : throw new FormatException();
}
