using Elizon.Declarations;
using Elizon.Grains.Identity;
using Elizon.Grains.Storage;

namespace Elizon.Grains.Declarations;

/// <summary>A declaration, for staff's queue.</summary>
[Table("declaration", WriteMode.Upsert)]
internal sealed record DeclarationRow(
    [property: Key] DeclarationId Id,
    DeclarationStatus Status,
    string EmailKey,
    DateTimeOffset ReceivedAt,
    DeclarationView View
) : Row
{
    public static DeclarationRow Of(DeclarationId id, DeclarationState state) =>
        new(
            id,
            state.Status,
            EmailAddress.KeyOf(state.Declaration!.Email),
            state.ReceivedAt,
            state.ToView(id)
        );
}
