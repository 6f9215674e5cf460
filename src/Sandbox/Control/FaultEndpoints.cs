using Elizon.Sandbox.Faults;

namespace Elizon.Sandbox.Control;

/// <summary><c>/control/faults</c>: list, switch on, switch off.</summary>
internal static class FaultEndpoints
{
    public static void MapFaults(this IEndpointRouteBuilder control)
    {
        var faults = control.MapGroup("/faults");
        faults.MapGet("", (FaultBoard board) => Results.Ok(FaultsView.Of(board, simulator: null)));
        faults.MapDelete("", (FaultBoard board) => ClearAll(board, simulator: null));
        faults.MapGet(
            "/{simulator}",
            (string simulator, FaultBoard board) => Results.Ok(FaultsView.Of(board, simulator))
        );
        faults.MapDelete(
            "/{simulator}",
            (string simulator, FaultBoard board) => ClearAll(board, simulator)
        );
        faults.MapGet("/{simulator}/{fault}", Show);
        faults.MapPut("/{simulator}/{fault}", Set);
        faults.MapDelete("/{simulator}/{fault}", Clear);
    }

    private static IResult Show(string simulator, string fault, FaultBoard board)
    {
        var view = FaultsView
            .Of(board, simulator)
            .Faults.FirstOrDefault(known => known.Name == fault);
        return view is null ? Unknown(simulator, fault) : Results.Ok(view);
    }

    private static IResult Set(
        string simulator,
        string fault,
        FaultParameters parameters,
        FaultBoard board
    )
    {
        if (!board.Knows(simulator, fault))
            return Unknown(simulator, fault);
        return parameters.Fault() is { } wrong
            ? ControlError.BadRequest(wrong)
            : Results.Ok(board.Set(parameters.For(simulator, fault)));
    }

    private static IResult Clear(string simulator, string fault, string? target, FaultBoard board)
    {
        if (!board.Knows(simulator, fault))
            return Unknown(simulator, fault);
        board.Clear(simulator, fault, target);
        return Results.NoContent();
    }

    private static IResult ClearAll(FaultBoard board, string? simulator)
    {
        board.Clear(simulator);
        return Results.NoContent();
    }

    private static IResult Unknown(string simulator, string fault) =>
        ControlError.NotFound(
            $"There is no fault '{simulator}/{fault}'; GET /control/faults lists them."
        );
}
