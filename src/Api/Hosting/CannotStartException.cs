namespace Elizon.Api.Hosting;

/// <summary>The process cannot start and its operator can mend it: the message says how. Printed without a stack trace.</summary>
public sealed class CannotStartException(string message, Exception? inner = null)
    : Exception(message, inner);
