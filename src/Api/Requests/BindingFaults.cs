using System.Reflection;
using System.Text.Json;
using Microsoft.AspNetCore.Http.Metadata;

namespace Elizon.Api.Requests;

/// <summary>
/// Why the framework could not bind route and query: every faulty parameter, not only the first it met. Runs only after
/// it refused.
/// </summary>
internal static class BindingFaults
{
    public static Refusal Refusal(HttpContext http)
    {
        var parameters =
            http.GetEndpoint()?.Metadata.GetOrderedMetadata<IParameterBindingMetadata>() ?? [];
        string[] faults = [.. parameters.SelectMany(p => Faults(http.Request, p))];
        return CommonRefusals.Invalid(
            faults.Length > 0 ? faults : ["The request could not be understood."]
        );
    }

    private static IEnumerable<string> Faults(
        HttpRequest request,
        IParameterBindingMetadata parameter
    )
    {
        var type = parameter.ParameterInfo.ParameterType;
        if (!parameter.HasTryParse && type != typeof(string))
            yield break;
        var name = JsonNamingPolicy.CamelCase.ConvertName(parameter.Name);
        var text =
            request.RouteValues.TryGetValue(parameter.Name, out var value) ? value as string
            : request.Query.TryGetValue(parameter.Name, out var query) ? query.ToString()
            : null;
        if (string.IsNullOrEmpty(text))
        {
            if (!parameter.IsOptional)
                yield return $"'{name}' is required.";
        }
        else if (!CanParse(Nullable.GetUnderlyingType(type) ?? type, text))
            yield return $"'{name}' {Expected.Words(type)}.";
    }

    private static bool CanParse(Type type, string text)
    {
        if (type == typeof(string))
            return true;
        if (type.IsEnum)
            return Enum.TryParse(type, text, ignoreCase: true, out _);
        var parse = type.GetMethod(
            "TryParse",
            BindingFlags.Public | BindingFlags.Static,
            [typeof(string), typeof(IFormatProvider), type.MakeByRefType()]
        );
        return parse is null
            || (bool)
                parse.Invoke(
                    null,
                    [text, System.Globalization.CultureInfo.InvariantCulture, null]
                )!;
    }
}
