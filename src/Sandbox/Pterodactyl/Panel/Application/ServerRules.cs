using System.Text.Json.Nodes;
using Elizon.Sandbox.Pterodactyl.Model;
using Elizon.Sandbox.Pterodactyl.Validation;

namespace Elizon.Sandbox.Pterodactyl.Panel.Application;

/// <summary>The rules of a server's fields, and of the egg variables it is given.</summary>
internal static class ServerRules
{
    public const string ExternalId = "sometimes|nullable|string|between:1,191";
    public const string Name = "required|string|min:1|max:191";
    public const string Image = "required|string|max:191|regex:/^~?[\\w\\.\\/\\-:@ ]*$/";

    public static LaravelRule FreeExternalId(PanelTables tables, PanelServer? self) =>
        LaravelRule.Unique(value =>
            !tables.Servers.All.Any(server =>
                server.Id != self?.Id
                && string.Equals(
                    server.ExternalId,
                    PhpValue.Text(value),
                    StringComparison.OrdinalIgnoreCase
                )
            )
        );

    public static LaravelRule KnownUser(PanelTables tables) =>
        LaravelRule.Exists(value => tables.Users.Find(Id(value)) is not null);

    public static LaravelRule KnownEgg(PanelTables tables) =>
        LaravelRule.Exists(value => tables.Eggs.Find(Id(value)) is not null);

    public static LaravelRule FreeAllocation(PanelTables tables) =>
        LaravelRule.Exists(value => tables.Allocations.Find(Id(value)) is { ServerId: null });

    public static int Id(JsonNode? value) =>
        PhpValue.Number(value) is { } number
        && number == decimal.Truncate(number)
        && number is > 0 and < int.MaxValue
            ? (int)number
            : 0;

    /// <summary>
    /// Checks all variables of an egg at administrator level, hidden ones included. One that is left out counts as null, so a required one fails even where it has a default.
    /// </summary>
    /// <returns>The values to keep, by the variable's id.</returns>
    public static Dictionary<int, string> Variables(PanelCall call, PanelEgg egg)
    {
        var given = InputPath.Get(call.Input, "environment") as JsonObject;
        var environment = new JsonObject();
        var data = new JsonObject { ["environment"] = environment };
        var validator = new LaravelValidator(data);
        foreach (var variable in egg.Variables)
        {
            environment[variable.EnvVariable] = given?[variable.EnvVariable]?.DeepClone();
            validator
                .Field($"environment.{variable.EnvVariable}", variable.Rules)
                .Call($"environment.{variable.EnvVariable}", $"{variable.Name} variable");
        }
        PanelCall.Check(validator);
        return egg.Variables.ToDictionary(
            variable => variable.Id,
            variable => PhpValue.Text(environment[variable.EnvVariable])
        );
    }
}
