using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Elizon.Sandbox.Control;
using Elizon.Sandbox.Faults;
using Elizon.Sandbox.Time;

namespace Elizon.Sandbox.Vies;

/// <summary>The REST interface of VIES and the control routes beside it.</summary>
internal static class ViesEndpoints
{
    private static readonly TimeSpan StandardSlow = TimeSpan.FromSeconds(10);

    /// <summary>Numbers of the test service and what they answer.</summary>
    private static readonly Dictionary<string, string?> TestErrors = new()
    {
        ["100"] = null,
        ["200"] = null,
        ["201"] = "INVALID_INPUT",
        ["202"] = "INVALID_REQUESTER_INFO",
        ["300"] = "SERVICE_UNAVAILABLE",
        ["301"] = "MS_UNAVAILABLE",
        ["302"] = "TIMEOUT",
        ["400"] = "VAT_BLOCKED",
        ["500"] = "GLOBAL_MAX_CONCURRENT_REQ",
        ["600"] = "MS_MAX_CONCURRENT_REQ",
    };

    public static void MapViesApi(this IEndpointRouteBuilder root)
    {
        var api = root.MapGroup(ViesSimulator.ApiPath);
        api.MapPost("/check-vat-number", Check);
        api.MapPost("/check-vat-test-service", Test);
        api.MapGet("/ms/{state}/vat/{number}", Short);
        api.MapGet("/check-status", Status);

        var control = root.MapGroup("/control/vies");
        control.MapGet(
            "/numbers",
            (ViesNumbers numbers) => Results.Ok(new { numbers = numbers.All })
        );
        control.MapPut("/numbers/{id}", SetNumber);
    }

    private static async Task<IResult> Check(
        ViesQuestion question,
        HttpContext context,
        ViesNumbers numbers,
        FaultBoard faults,
        SandboxClock clock,
        RandomNumberGenerator random
    )
    {
        if (question is not { CountryCode.Length: 2, VatNumber.Length: > 1 })
            return Results.Json(ViesAnswers.Error("INVALID_INPUT"), statusCode: 400);
        var state = question.CountryCode;
        if (Take(faults, ViesFaults.Slow, state) is { } slow)
            await Task.Delay(slow.DelayOr(StandardSlow), clock.Real, context.RequestAborted);
        if (Take(faults, ViesFaults.Cut, state) is not null)
        {
            context.Cut();
            return Results.Empty;
        }
        if (Take(faults, ViesFaults.Garbage, state) is not null)
            return Results.Content("<html>Service temporarily unavailable</html>", "text/html");
        if (Take(faults, ViesFaults.Error, state) is { } error)
            return Results.Json(ViesAnswers.Error(error.Value ?? "MS_UNAVAILABLE"));
        if (Take(faults, ViesFaults.ErrorStatus, state) is { } failed)
            return Results.Json(
                ViesAnswers.Error(failed.Value ?? "SERVICE_UNAVAILABLE"),
                statusCode: 500
            );
        var number = numbers.Find(state + question.VatNumber);
        var valid = number is { Valid: true } && Take(faults, ViesFaults.Invalid, state) is null;
        return Results.Json(
            ViesAnswers.Check(
                question,
                valid,
                number,
                Identifier(question, random),
                clock.GetUtcNow()
            )
        );
    }

    private static IResult Test(
        ViesQuestion question,
        SandboxClock clock,
        RandomNumberGenerator random
    )
    {
        if (!TestErrors.TryGetValue(question.VatNumber ?? "", out var error))
            return Results.Json(ViesAnswers.Error("INVALID_INPUT"), statusCode: 400);
        return Results.Json(
            error is null
                ? ViesAnswers.Check(
                    question,
                    question.VatNumber == "100",
                    null,
                    Identifier(question, random),
                    clock.GetUtcNow()
                )
                : ViesAnswers.Error(error)
        );
    }

    private static IResult Short(
        string state,
        string number,
        ViesNumbers numbers,
        FaultBoard faults
    )
    {
        if (Take(faults, ViesFaults.Error, state) is { } error)
            return Results.Json(ViesAnswers.Short(false, error.Value ?? "MS_UNAVAILABLE"));
        var valid = numbers.Find(state + number) is { Valid: true };
        return Results.Json(ViesAnswers.Short(valid, valid ? "VALID" : "INVALID"));
    }

    private static IResult Status(FaultBoard faults)
    {
        var away = faults
            .On.Where(f =>
                f.Simulator == ViesSimulator.SimulatorName
                && f.Fault is ViesFaults.Error or ViesFaults.ErrorStatus
            )
            .Select(f => f.Target)
            .ToHashSet(StringComparer.Ordinal);
        var countries = new JsonArray();
        foreach (var state in States)
            countries.Add(
                new JsonObject
                {
                    ["countryCode"] = state,
                    ["availability"] =
                        away.Contains(state) || away.Contains(null) ? "Unavailable" : "Available",
                }
            );
        return Results.Json(
            new JsonObject
            {
                ["vow"] = new JsonObject { ["available"] = true },
                ["countries"] = countries,
            }
        );
    }

    private static IResult SetNumber(string id, ViesNumberBody body, ViesNumbers numbers)
    {
        if (id.Length is < 4 or > 16)
            return ControlError.BadRequest("An id has a prefix of two letters and a number.");
        var number = new ViesNumber(id.ToUpperInvariant(), body.Valid, body.Name, body.Address);
        numbers.Set(number);
        return Results.Ok(number);
    }

    private static readonly string[] States =
    [
        .. (
            "AT BE BG CY CZ DE DK EE EL ES FI FR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK XI"
        ).Split(' '),
    ];

    /// <summary>The consultation number: only who says who asks gets one.</summary>
    private static string Identifier(ViesQuestion question, RandomNumberGenerator random)
    {
        if (string.IsNullOrEmpty(question.RequesterNumber))
            return string.Empty;
        Span<byte> bytes = stackalloc byte[6];
        random.GetBytes(bytes);
        return $"WAPIAAAA{Convert.ToHexString(bytes)}";
    }

    private static FaultSwitch? Take(FaultBoard faults, string fault, string state) =>
        faults.Take(ViesSimulator.SimulatorName, fault, state);
}
