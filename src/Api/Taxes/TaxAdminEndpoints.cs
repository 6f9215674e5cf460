using Elizon.Api.Replies;
using Elizon.Api.Rules;
using Elizon.Billing;
using Elizon.Identity;
using Elizon.Taxes;

namespace Elizon.Api.Taxes;

/// <summary>Rates, VAT ids and what is to be declared.</summary>
public static class TaxAdminEndpoints
{
    public static void MapTaxAdmin(this IEndpointRouteBuilder admin)
    {
        var tax = admin.MapGroup("/tax").WithTags("Admin: taxes");
        tax.MapGet("/rates", Rates)
            .Staff(StaffRole.Billing)
            .Answers<TaxRateView[]>("rates")
            .WithSummary("Standard rates of all member states and their territories on a day.");
        tax.MapGet("/report", Report)
            .Staff(StaffRole.Billing)
            .Answers<TaxReport>("report")
            .WithSummary(
                "Revenue by country and rate, the One-Stop-Shop sums, or the recapitulative statement."
            );
        tax.MapGet("/report.csv", Csv)
            .Staff(StaffRole.Billing)
            .AnswersMedia("text/csv")
            .WithSummary("The same report as a CSV file.");
        tax.MapGet("/vat-ids", Checks)
            .Staff(StaffRole.Billing)
            .AnswersPage<VatIdCheckView>("checks")
            .WithSummary("Questions to VIES and their answers, newest first.");
        tax.MapPost("/vat-ids/{id}/check", Check)
            .Staff(StaffRole.Billing)
            .Answers<VatIdView>("vatId")
            .WithSummary("Ask VIES about a VAT id now.");
    }

    private static async Task<IResult> Rates(DateOnly? on, IGrainFactory grains) =>
        Reply.Ok("rates", await grains.TaxRates().List(on));

    private static async Task<IResult> Report(
        DateOnly from,
        DateOnly to,
        Word<TaxReportKind>? kind,
        IGrainFactory grains
    ) =>
        Reply.Ok(
            "report",
            await grains.TaxReports().Report(kind?.Value ?? TaxReportKind.Revenue, from, to)
        );

    private static async Task<IResult> Csv(
        DateOnly from,
        DateOnly to,
        Word<TaxReportKind>? kind,
        IGrainFactory grains
    ) => File(await grains.TaxReports().Csv(kind?.Value ?? TaxReportKind.Revenue, from, to));

    private static async Task<IResult> Checks(
        VatId? vatId,
        int? page,
        int? limit,
        IGrainFactory grains
    ) => Reply.Page("checks", await grains.VatIdDesk().Checks(vatId, PageRequest.Of(page, limit)));

    private static async Task<IResult> Check(VatId id, Caller caller, IGrainFactory grains) =>
        Reply.Ok("vatId", await grains.VatIdDesk().Check(id, caller));

    private static IResult File(DocumentFile file) =>
        Results.File(file.Content, file.MediaType, file.Name);
}
