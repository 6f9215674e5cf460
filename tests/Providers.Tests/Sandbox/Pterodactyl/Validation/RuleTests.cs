using System.Text.Json.Nodes;
using Elizon.Sandbox.Pterodactyl.Validation;
using Xunit;

namespace Elizon.Providers.Tests.Sandbox.Pterodactyl.Validation;

/// <summary>What each rule says to a value; null means it passes. Values are JSON.</summary>
public sealed class RuleTests
{
    [Theory]
    // Absent, null and empty.
    [InlineData("required", "null", "required")]
    [InlineData("required", "\" \"", "required")]
    [InlineData("required", "[]", "required")]
    [InlineData("required", "0", null)]
    [InlineData("required", "false", null)]
    [InlineData("nullable|string|min:3", "null", null)]
    [InlineData("string|min:3", "null", "string")]
    [InlineData("min:3", "\"\"", null)]
    [InlineData("max:30", "null", null)]
    [InlineData("present|nullable|integer", "null", null)]
    [InlineData("filled|boolean", "null", "filled")]
    // Kinds.
    [InlineData("string", "5", "string")]
    [InlineData("numeric", "\"1e3\"", null)]
    [InlineData("numeric", "\"x\"", "numeric")]
    [InlineData("integer", "\"12\"", null)]
    [InlineData("integer", "\"012\"", "integer")]
    [InlineData("integer", "1.5", "integer")]
    [InlineData("boolean", "\"1\"", null)]
    [InlineData("boolean", "0", null)]
    [InlineData("boolean", "\"true\"", "boolean")]
    [InlineData("boolean", "\"yes\"", "boolean")]
    [InlineData("array", "\"a\"", "array")]
    // Sizes: characters, unless the list says it is a number.
    [InlineData("max:3", "\"1234\"", "max")]
    [InlineData("numeric|max:3", "\"1234\"", "max")]
    [InlineData("numeric|max:2000", "\"1234\"", null)]
    [InlineData("string|max:3", "\"äöü\"", null)]
    [InlineData("between:1,64", "\"\"", null)]
    [InlineData("integer|between:1,64", "65", "between")]
    [InlineData("size:32", "\"short\"", "size")]
    [InlineData("numeric|gt:0", "0", "gt")]
    [InlineData("array|min:2", "[1]", "min")]
    // Characters and lists.
    [InlineData("alpha_num", "\"abc1ä\"", null)]
    [InlineData("alpha_num", "\"a b\"", "alpha_num")]
    [InlineData("alpha_dash", "\"a_b-c\"", null)]
    [InlineData("alpha_dash", "\"a.b\"", "alpha_dash")]
    [InlineData("digits_between:1,3", "\"1234\"", "digits_between")]
    [InlineData("digits_between:1,3", "12", null)]
    [InlineData("in:True,False", "\"true\"", "in")]
    [InlineData("in:730", "730", null)]
    [InlineData("not_in:a", "\"a\"", "not_in")]
    [InlineData("regex:/^[\\w.-]*$/", "\"a/b\"", "regex")]
    [InlineData("regex:/^(a|b)$/", "\"b\"", null)]
    [InlineData("regex:/^A$/i", "\"a\"", null)]
    [InlineData("url", "\"https://example.com/x\"", null)]
    [InlineData("url", "\"example.com\"", "url")]
    [InlineData("email", "\"a@b.de\"", null)]
    [InlineData("email", "\"A <a@b.de>\"", "email")]
    [InlineData("ip", "\"::1\"", null)]
    [InlineData("ip", "\"300.1.1.1\"", "ip")]
    [InlineData("json", "\"{\"", "json")]
    [InlineData("uuid", "\"1a7ce997-259b-452e-8b4e-cecc464142ca\"", null)]
    [InlineData("starts_with:ab", "\"abc\"", null)]
    public void A_rule_passes_or_fails_by_its_name(string rules, string value, string? failed)
    {
        var input = new JsonObject { ["field"] = JsonNode.Parse(value) };

        var failures = new LaravelValidator(input).Field("field", rules).Failures();

        Assert.Equal(failed, failures.FirstOrDefault()?.Rule);
    }

    [Fact]
    public void A_field_that_is_absent_is_only_missed_where_it_has_to_be_there()
    {
        var failures = new LaravelValidator(new JsonObject())
            .Field("a", "sometimes|required|string")
            .Field("b", "string|max:2")
            .Field("c", "present")
            .Field("d", "required_with:a")
            .Field("e", "required_without:a")
            .Failures();

        Assert.Equal(["c", "e"], failures.Select(failure => failure.Field));
    }

    [Fact]
    public void All_failed_rules_of_a_field_are_told_unless_it_bails()
    {
        var input = new JsonObject { ["a"] = 5, ["b"] = 5 };

        var failures = new LaravelValidator(input)
            .Field("a", "string|in:x|regex:/^x$/")
            .Field("b", "bail|string|in:x")
            .Failures();

        Assert.Equal(
            ["a string", "a in", "a regex", "b string"],
            failures.Select(failure => $"{failure.Field} {failure.Rule}")
        );
    }

    [Fact]
    public void A_star_stands_for_every_element()
    {
        var input = JsonNode.Parse("{\"files\":[{\"to\":\"a\"},{\"to\":null},{}]}");

        var failures = new LaravelValidator(input).Field("files.*.to", "required").Failures();

        Assert.Equal(["files.1.to", "files.2.to"], failures.Select(failure => failure.Field));
    }

    [Fact]
    public void A_rule_that_does_not_exist_is_a_fault_of_the_egg()
    {
        var validator = new LaravelValidator(new JsonObject { ["a"] = "x" }).Field(
            "a",
            "frobnicate"
        );

        Assert.Throws<NotSupportedException>(validator.Failures);
    }

    [Theory]
    [InlineData("numeric|max:3", "The server name may not be greater than 3.")]
    [InlineData("in:a", "The selected server name is invalid.")]
    [InlineData("gt:9", "validation.gt.string")]
    public void Sentences_are_the_panels(string rules, string sentence)
    {
        var input = new JsonObject { ["server_name"] = "77" };

        var failures = new LaravelValidator(input).Field("server_name", rules).Failures();

        Assert.Equal(sentence, failures.Single().Detail);
    }
}
