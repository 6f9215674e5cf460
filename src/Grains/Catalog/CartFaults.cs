namespace Elizon.Grains.Catalog;

/// <summary>Why a cart cannot be sold as it is, line by line.</summary>
internal sealed class CartFaults
{
    private readonly List<(RefusalKind Kind, string Text)> _faults = [];

    public void Add(string place, string sentence, RefusalKind kind = RefusalKind.Invalid) =>
        _faults.Add((kind, $"{place}: {sentence}"));

    /// <summary>One refusal with every fault. A mixed cart is Invalid; one that only names unknown products NotFound; one that only lacks stock Conflict.</summary>
    public void Throw()
    {
        if (_faults.Count == 0)
            return;
        string[] texts = [.. _faults.Select(f => f.Text)];
        var kinds = _faults.Select(f => f.Kind).Distinct().ToArray();
        var (kind, key) = kinds switch
        {
            [RefusalKind.NotFound] => (RefusalKind.NotFound, "product.unknown"),
            [RefusalKind.Conflict] => (RefusalKind.Conflict, "stock.soldOut"),
            _ => (RefusalKind.Invalid, "cart.invalid"),
        };
        throw new Refusal(kind, key, texts.Length == 1 ? texts[0] : "The cart has faults.", texts);
    }
}
