namespace Elizon.Sandbox.Control;

/// <summary>Cuts the connection of a call, as a fault does that loses an answer.</summary>
public static class CutAnswer
{
    /// <summary>Logs the call as cut (status 0), then aborts: whoever sees the broken connection finds it in the log.</summary>
    public static void Cut(this HttpContext context)
    {
        if (context.Features.Get<ICutAnswer>() is { } logged)
            logged.Cut();
        else
            context.Abort();
    }
}

internal interface ICutAnswer
{
    void Cut();
}
