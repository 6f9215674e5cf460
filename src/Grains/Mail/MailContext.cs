using Fluid;
using Fluid.Values;

namespace Elizon.Grains.Mail;

/// <summary>What a template sees: the values, the site, and the filters <c>money</c>, <c>time</c> and <c>day</c>.</summary>
internal static class MailContext
{
    private const string Locale = "locale";
    private static readonly TemplateOptions Options = Make();

    public static TemplateContext Of(
        string locale,
        IReadOnlyDictionary<string, string> values,
        MailSiteOptions site
    )
    {
        var context = new TemplateContext(Options);
        foreach (var (name, value) in values)
            context.SetValue(name, name == "items" ? value : OneLine(value));
        context.SetValue("site", site.Url.TrimEnd('/'));
        context.SetValue("imprint", site.Imprint);
        context.SetValue(Locale, locale);
        return context;
    }

    /// <summary>A value is text inside a line, whoever typed it.</summary>
    private static string OneLine(string value) =>
        string.Concat(value.Select(c => char.IsControl(c) || c is '\u2028' or '\u2029' ? ' ' : c));

    private static TemplateOptions Make()
    {
        var options = new TemplateOptions();
        options.MemberAccessStrategy.MemberNameStrategy = MemberNameStrategies.CamelCase;
        options.MemberAccessStrategy.Register<MailBlock>();
        options.MemberAccessStrategy.Register<MailItem>();
        options.Filters.AddFilter("money", With(MailFormats.Money));
        options.Filters.AddFilter("time", With(MailFormats.Time));
        options.Filters.AddFilter("day", With(MailFormats.Day));
        return options;
    }

    private static FilterDelegate With(Func<string, string, string> format) =>
        (input, _, context) =>
            new StringValue(
                format(input.ToStringValue(), context.GetValue(Locale).ToStringValue())
            );
}
