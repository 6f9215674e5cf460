using Elizon.Api.Replies;

namespace Elizon.Api.Requests;

/// <summary>What a value of a type looks like, in the API's words.</summary>
internal static class Expected
{
    public static string Words(Type type)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(Word<>))
            type = type.GetGenericArguments()[0];
        if (type.IsEnum)
            return type.IsDefined(typeof(FlagsAttribute), false)
                ? $"must be a list out of {string.Join(", ", FlagWords.Of(type).Keys.Order(StringComparer.Ordinal))}"
                : $"must be one of {string.Join(", ", EnumWords.Of(type))}";
        if (
            type.GetInterfaces()
                .Any(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IId<>))
        )
            return "must be an id: 1 to 64 letters, digits, '-' or '_'";
        if (type == typeof(Money))
            return "must be an amount in euros with at most two decimals";
        if (type == typeof(DateTimeOffset))
            return "must be an instant in ISO 8601 with an offset";
        return Type.GetTypeCode(type) switch
        {
            TypeCode.String => "must be a text",
            TypeCode.Boolean => "must be true or false",
            TypeCode.Int16 or TypeCode.Int32 or TypeCode.Int64 or TypeCode.Byte =>
                "must be a whole number in range",
            TypeCode.Decimal or TypeCode.Double or TypeCode.Single => "must be a number in range",
            _ => type == typeof(DateOnly)
                ? "must be a date such as 2026-11-25"
                : "has a wrong form",
        };
    }
}
