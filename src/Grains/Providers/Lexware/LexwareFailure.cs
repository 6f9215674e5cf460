namespace Elizon.Grains.Providers.Lexware;

/// <summary>From a status to an outcome. The bodies come in three shapes and may repeat what we sent: only the code is kept.</summary>
internal static class LexwareFailure
{
    /// <param name="status">0: no usable answer.</param>
    public static Outcome<T> Of<T>(int status, HttpMethod method)
    {
        var reason = status == 0 ? "No usable answer." : $"HTTP {status}";
        return status switch
        {
            // Over the limit: the call was not done.
            429 or 503 => Outcome<T>.Refused(RefusedFor.Down, reason),
            401 or 402 or 403 => Outcome<T>.Refused(RefusedFor.Rights, reason),
            404 => Outcome<T>.Refused(RefusedFor.Missing, reason),
            // A read can simply be made again; what was to be created may be there (504 after 30 s).
            0 or >= 500 => method == HttpMethod.Get
                ? Outcome<T>.Refused(RefusedFor.Down, reason)
                : Outcome<T>.Unknown(reason),
            _ => Outcome<T>.Refused(RefusedFor.Invalid, reason),
        };
    }
}
