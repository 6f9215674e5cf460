using Elizon.Catalog;
using Elizon.Providers;

namespace Elizon.Grains.Catalog;

/// <summary>A panel's games as customers choose them.</summary>
internal static class EggChoices
{
    /// <summary>With the house's image first and its values in place of the egg's.</summary>
    public static EggChoiceView Of(EggView egg, EggOffer? offer, bool isDefault) =>
        new(
            egg.Key,
            egg.Name,
            isDefault,
            [.. egg.Images.Keys.OrderByDescending(label => label == offer?.Image)],
            [.. egg.Variables.Where(v => v.Viewable).Select(v => Variable(v, offer))]
        );

    private static VariableView Variable(EggVariable variable, EggOffer? offer)
    {
        var preset = offer?.Variables.GetValueOrDefault(variable.Key);
        var isMadeUp = preset is not null && EggOffer.RandomLength(preset) is not null;
        return new VariableView(
            variable.Key,
            variable.Name,
            variable.Description,
            isMadeUp ? "" : preset ?? variable.DefaultValue,
            variable.Rules,
            variable.Editable,
            isMadeUp
        );
    }
}
