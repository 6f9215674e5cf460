namespace Elizon.Api.Replies;

/// <summary>
/// Compares an answer with what its route states, so that OpenAPI cannot drift from the program. On in tests
/// (<see cref="ApiOptions.CheckAnswers"/>): a difference is a fault.
/// </summary>
internal static class AnswerCheck
{
    public static void Check(Endpoint? endpoint, int status, EnvelopePart[] parts)
    {
        var stated = endpoint?.Metadata.GetOrderedMetadata<Answer>() ?? [];
        if (stated.Count == 0)
            return;
        var names = stated
            .Where(a => a.Status == status && a.Name is not null)
            .Select(a => a.Name!);
        if (
            !names.SequenceEqual(parts.Select(p => p.Name), StringComparer.Ordinal)
            || parts.Any(p => !Fits(stated, p))
        )
            throw new InvalidOperationException(
                $"{endpoint!.DisplayName} states {Text(stated)} and answers {status} with {string.Join(", ", parts.Select(p => $"{p.Name}: {p.Type.Name}"))}."
            );
    }

    private static bool Fits(IReadOnlyList<Answer> stated, EnvelopePart part) =>
        stated.Any(a =>
            a.Name == part.Name
            && (part.Value is null ? a.Nullable : a.Type!.IsInstanceOfType(part.Value))
        );

    private static string Text(IEnumerable<Answer> stated) =>
        string.Join(
            ", ",
            stated.Select(a => $"{a.Status} {a.Name}: {a.Type?.Name ?? a.MediaType}")
        );
}
