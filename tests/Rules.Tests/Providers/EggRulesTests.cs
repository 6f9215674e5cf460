using Elizon.Grains.Providers.Eggs;
using Elizon.Providers;

namespace Elizon.Rules.Tests.Providers;

public sealed class EggRulesTests
{
    [Theory]
    [InlineData("required|string|max:20", "latest", null)]
    [InlineData("required|string|max:3", "latest", "Variable 'X' may be at most 3 characters")]
    [InlineData("required|string", "", "Variable 'X' is required")]
    [InlineData("nullable|string|max:20", "", null)]
    [InlineData("max:30", "", null)]
    [InlineData("required|numeric|max:255", "8", null)]
    [InlineData("required|numeric|max:255", "256", "Variable 'X' may be at most 255")]
    [InlineData("required|numeric", "eight", "Variable 'X' must be a number")]
    [InlineData("required|integer", "1.5", "Variable 'X' must be an integer")]
    [InlineData("required|int|between:0,60", "61", "Variable 'X' must be between 0 and 60")]
    [InlineData(
        "alpha_dash|between:1,100",
        "game save",
        "Variable 'X' may only contain letters, digits, dashes and underscores"
    )]
    [InlineData("alpha_num|max:100", "abc-1", "Variable 'X' may only contain letters and digits")]
    [InlineData("required|boolean", "2", "Variable 'X' must be 0 or 1")]
    [InlineData("required|boolean", "1", null)]
    [InlineData(
        "required|string|in:survival,creative",
        "adventure",
        "Variable 'X' must be one of survival, creative"
    )]
    [InlineData(
        "required|numeric|digits_between:1,3",
        "1000",
        "Variable 'X' must have 1 to 3 digits"
    )]
    [InlineData("required|string|min:5", "abc", "Variable 'X' must be at least 5 characters")]
    [InlineData("required|string|size:32", "abc", "Variable 'X' must be exactly 32 characters")]
    [InlineData("required|integer|gt:0", "0", "Variable 'X' must be greater than 0")]
    [InlineData("required|url", "not a url", "Variable 'X' must be a URL")]
    [InlineData(@"required|regex:/^([\w\d._-]+)(\.jar)$/", "server.jar", null)]
    [InlineData(
        @"required|regex:/^([\w\d._-]+)(\.jar)$/",
        "server.exe",
        "Variable 'X' has an invalid format"
    )]
    [InlineData("required|regex:/^(a|b)$/|max:1", "b", null)]
    [InlineData("required|regex:/^(a|b)$/|max:1", "c", "Variable 'X' has an invalid format")]
    [InlineData("regex:/^ABC$/i", "abc", null)]
    [InlineData("an_unknown_rule|string", "x", null)]
    public void A_value_is_judged_by_its_rules(string rules, string value, string? fault) =>
        Assert.Equal(fault is null ? [] : [fault], EggRules.Check("X", rules, value));

    [Fact]
    public void Every_fault_is_named() =>
        Assert.Equal(2, EggRules.Check("X", "required|numeric|in:1,2", "three").Count());

    [Fact]
    public void A_rule_behind_a_regex_with_a_bar_is_still_read() =>
        Assert.Equal(
            [new Rule("required", ""), new Rule("regex", "/^(a|b)$/"), new Rule("max", "1")],
            RuleList.Parse("required|regex:/^(a|b)$/|max:1")
        );

    private static readonly EggView Egg = new(
        "paper",
        "Paper",
        new() { ["Java 21"] = "java:21" },
        [
            new EggVariable(
                "Version",
                "",
                "VERSION",
                "latest",
                true,
                true,
                "required|string|max:20"
            ),
            new EggVariable("Path", "", "DL_PATH", "", false, false, "nullable|string"),
        ]
    );

    [Fact]
    public void Defaults_fill_what_is_not_chosen()
    {
        var chosen = EggChoice.Of(Egg, null, []);
        Assert.Equal(("java:21", "latest"), (chosen.Image, chosen.Environment["VERSION"]));
    }

    [Fact]
    public void Hidden_unknown_and_wrong_variables_are_all_named()
    {
        var refusal = Assert.Throws<Refusal>(() =>
            EggChoice.Of(Egg, "Java 8", new() { ["DL_PATH"] = "x", ["NOPE"] = "y" })
        );
        Assert.Equal(3, refusal.ValidationErrors.Length);
    }
}
