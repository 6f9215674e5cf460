namespace Elizon.Api.Billing;

/// <summary>
/// Between an archive and an answer: what <see cref="System.IO.Compression.ZipArchive"/> writes is held until it is
/// drained. It closes its entries synchronously, which an answer's stream refuses; never more than one entry is held.
/// </summary>
internal sealed class ZipSpool : Stream
{
    private readonly MemoryStream _held = new();

    public override bool CanRead => false;

    /// <summary>False: the archive must not go back to what may have been drained.</summary>
    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public async Task DrainTo(Stream output)
    {
        _held.Position = 0;
        await _held.CopyToAsync(output);
        _held.SetLength(0);
        await output.FlushAsync();
    }

    public override void Flush() { }

    public override int Read(byte[] buffer, int offset, int count) =>
        throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) =>
        _held.Write(buffer, offset, count);

    protected override void Dispose(bool disposing)
    {
        _held.Dispose();
        base.Dispose(disposing);
    }
}
