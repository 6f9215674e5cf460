namespace Elizon.Grains.Billing;

/// <summary>
/// The operation id under which the account keeps that an order is placed. The whole answer may come later, with an
/// address to pay at, and is kept under the operation itself (<see cref="KeptAnswers"/>).
/// </summary>
internal static class PlacedStage
{
    public static Operation? Of(Operation? operation) =>
        operation is null ? null : operation with { Key = $"{operation.Key}/placed" };
}
