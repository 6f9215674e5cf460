using Npgsql;

namespace Elizon.Grains.Storage;

/// <summary>What a violation of a commit's constraints means.</summary>
internal static class CommitFault
{
    public static Exception Of(CommitParts parts, Exception error) =>
        error switch
        {
            PostgresException
            {
                SqlState: PostgresErrorCodes.UniqueViolation,
                ConstraintName: "handled_pkey"
            } => new HandledBeforeException(error),
            PostgresException { SqlState: PostgresErrorCodes.SerializationFailure }
            or PostgresException
            {
                SqlState: PostgresErrorCodes.UniqueViolation,
                ConstraintName: "aggregate_pkey"
            } => new StaleAggregateException(parts.Kind, parts.Id, error),
            PostgresException { SqlState: PostgresErrorCodes.UniqueViolation } violation =>
                new UniqueViolationException(violation.ConstraintName ?? "", error),
            _ => error,
        };
}
