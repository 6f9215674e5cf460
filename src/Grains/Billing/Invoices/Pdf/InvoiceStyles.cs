using Elizon.Grains.Documents.Layout;
using SkiaSharp;

namespace Elizon.Grains.Billing.Invoices;

/// <summary>Colours and type of invoices.</summary>
internal static class InvoiceStyles
{
    public static readonly SKColor Accent = new(0x12, 0x4E, 0x78);
    public static readonly SKColor Ink = new(0x1C, 0x23, 0x2B);
    public static readonly SKColor Grey = new(0x5D, 0x68, 0x73);
    public static readonly SKColor Line = new(0xD5, 0xDB, 0xE1);
    public static readonly SKColor HeadFill = new(0xEE, 0xF3, 0xF7);

    public static readonly TextStyle Body = new(9.5f, Ink);
    public static readonly TextStyle BodyBold = new(9.5f, Ink, Bold: true);
    public static readonly TextStyle Small = new(8, Grey);
    public static readonly TextStyle SmallBold = new(8, Ink, Bold: true);
    public static readonly TextStyle Tiny = new(6.8f, Grey);
    public static readonly TextStyle Head = new(8, Accent, Bold: true);
    public static readonly TextStyle Title = new(19, Accent, Bold: true);
    public static readonly TextStyle Total = new(11.5f, Ink, Bold: true);
    public static readonly TextStyle Brand = new(20, Accent, Bold: true);
}
