using System.Globalization;

namespace Elizon.Fixtures;

/// <summary>How large a run is: small in ./test, what the environment says in the long measurements.</summary>
public static class RunSize
{
    public static int Of(string variable, int otherwise) =>
        int.TryParse(
            Environment.GetEnvironmentVariable(variable),
            CultureInfo.InvariantCulture,
            out var number
        )
            ? number
            : otherwise;
}
