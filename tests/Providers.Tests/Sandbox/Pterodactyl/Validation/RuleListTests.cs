using Elizon.Sandbox.Pterodactyl.Validation;
using Xunit;

namespace Elizon.Providers.Tests.Sandbox.Pterodactyl.Validation;

public sealed class RuleListTests
{
    [Theory]
    [InlineData("required|string|max:20", "required() string() max(20)")]
    [InlineData("nullable|int|between:1,64", "nullable() integer(1) between(1;64)")]
    [InlineData("in:a,\"b,c\",d", "in(a;b,c;d)")]
    [InlineData(
        "required|regex:/^([\\w\\d._-]+)(\\.jar)$/",
        "required() regex(/^([\\w\\d._-]+)(\\.jar)$/)"
    )]
    [InlineData("regex:/^(a|b)$/i|max:5", "regex(/^(a|b)$/i) max(5)")]
    [InlineData("alphaDash|digitsBetween:1,3|", "alpha_dash() digits_between(1;3)")]
    public void Rules_are_read_as_eggs_write_them(string text, string expected)
    {
        var rules = RuleList
            .Parse(text)
            .Select(rule => $"{rule.Name}({string.Join(';', rule.Parameters)})");

        Assert.Equal(
            expected.Replace("integer(1)", "integer()", StringComparison.Ordinal),
            string.Join(' ', rules)
        );
    }
}
