namespace Elizon.Grains.Documents;

/// <summary>Makes a file of an immutable model. The libraries behind it stay behind it.</summary>
internal interface IDocumentRenderer<in TModel>
{
    string MediaType { get; }

    /// <summary>Writes the whole file; thread-safe.</summary>
    void Render(TModel model, Stream output);
}
