using System.Collections.Frozen;
using System.Text.Encodings.Web;
using Elizon.Grains.Providers;
using Fluid;
using Microsoft.Extensions.Options;

namespace Elizon.Grains.Mail;

/// <summary>Writes letters from the embedded templates: each mail in German and English, as text and as HTML.</summary>
internal sealed class MailRenderer
{
    private const string Folder = "Elizon.Grains.Mail.Templates.";
    private static readonly string[] Locales = ["de", "en"];

    private readonly FrozenDictionary<string, MailTemplate> _templates;
    private readonly IFluidTemplate _html;
    private readonly IFluidTemplate _text;
    private readonly MailSiteOptions _site;

    public MailRenderer(IOptions<MailSiteOptions> site)
    {
        _site = site.Value;
        var parser = new FluidParser();
        _html = parser.Parse(Read("layout.html.liquid"));
        _text = parser.Parse(Read("layout.text.liquid"));
        _templates = typeof(MailRenderer)
            .Assembly.GetManifestResourceNames()
            .Where(n => n.StartsWith(Folder, StringComparison.Ordinal))
            .Select(n => n[Folder.Length..])
            .Where(n => Locales.Any(l => n.StartsWith(l + ".", StringComparison.Ordinal)))
            .ToFrozenDictionary(
                n => n[..^".liquid".Length],
                n => MailTemplate.Parse(n, Read(n), parser)
            );
    }

    /// <summary>All mails that can be sent.</summary>
    public IEnumerable<string> Names =>
        _templates
            .Keys.Where(k => k.StartsWith("de.", StringComparison.Ordinal))
            .Select(k => k[3..]);

    public TimeSpan? Worth(string template) =>
        _templates.GetValueOrDefault($"de.{template}")?.Worth;

    /// <exception cref="MailTemplateException">No such template, or a value is missing or has the wrong form.</exception>
    public Letter Write(
        long id,
        string to,
        string name,
        string locale,
        IReadOnlyDictionary<string, string> values
    )
    {
        var language = Locales.Contains(locale) ? locale : "de";
        var template =
            _templates.GetValueOrDefault($"{language}.{name}")
            ?? throw new MailTemplateException("no such template");
        foreach (var needed in template.Needs)
            if (!values.ContainsKey(needed))
                throw new MailTemplateException($"value '{needed}' is missing");
        var context = MailContext.Of(language, values, _site);
        var subject = template.Subject.Render(context).Trim();
        context.SetValue("subject", subject);
        context.SetValue("blocks", MailBlock.AllOf(template, context));
        return new Letter(
            id,
            to,
            subject,
            _text.Render(context),
            _html.Render(context, HtmlEncoder.Default)
        );
    }

    private static string Read(string name)
    {
        using var stream = typeof(MailRenderer).Assembly.GetManifestResourceStream(Folder + name)!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}

/// <summary>What every mail says about the house; configuration section <c>Site</c>.</summary>
internal sealed class MailSiteOptions
{
    public const string Section = "Site";

    /// <summary>Where customers find us, without a slash at the end; links in mails begin with it.</summary>
    public string Url { get; set; } = "http://127.0.0.1:8080";

    /// <summary>The legal lines under a mail: name, address, register, managing directors.</summary>
    public string Imprint { get; set; } = "";
}
