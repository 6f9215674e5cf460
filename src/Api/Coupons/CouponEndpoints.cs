using Elizon.Api.Replies;
using Elizon.Api.Rules;
using Elizon.ApiKeys;
using Elizon.Checkout;
using Elizon.Coupons;
using Elizon.Identity;

namespace Elizon.Api.Coupons;

/// <summary>Coupons: what one takes off a cart, and what staff do with them.</summary>
public static class CouponEndpoints
{
    public static void MapCoupons(this IEndpointRouteBuilder api) =>
        api.MapPost("/coupons/preview", Preview)
            .User(ApiScopes.BillingRead)
            .Answers<AppliedCoupon>("coupon")
            .Answers<CartView>("cart")
            .WithTags("Gutscheine")
            .WithSummary(
                "Validate a coupon code and preview the discount amount. Only one coupon per order allowed."
            );

    public static void MapCouponsAdmin(this IEndpointRouteBuilder admin)
    {
        var coupons = admin.MapGroup("/coupons").WithTags("Admin: coupons");
        coupons
            .MapGet("", List)
            .Staff(StaffRole.Billing)
            .AnswersPage<CouponView>("coupons")
            .WithSummary("All coupons, the newest first.");
        coupons
            .MapPost("", Create)
            .Staff(StaffRole.Billing)
            .Answers<CouponView>("coupon", StatusCodes.Status201Created)
            .WithSummary("Make a coupon.");
        coupons
            .MapGet("/{code}", Show)
            .Staff(StaffRole.Billing)
            .Answers<CouponView>("coupon")
            .WithSummary("One coupon with its uses counted.");
        coupons
            .MapPut("/{code}", Put)
            .Staff(StaffRole.Billing)
            .Answers<CouponView>("coupon")
            .Answers<CouponChange>("change")
            .WithSummary(
                "Make a coupon one with these terms, for orders from now on. The same terms change nothing."
            );
        coupons
            .MapGet("/{code}/uses", Uses)
            .Staff(StaffRole.Billing)
            .AnswersPage<CouponUseView>("uses")
            .WithSummary("The orders that were paid with it, the newest first.");
        coupons
            .MapPost("/{code}/disable", Disable)
            .Staff(StaffRole.Billing)
            .Answers<CouponView>("coupon")
            .WithSummary("Take a coupon out of use. What was redeemed goes on as agreed.");
    }

    private static async Task<IResult> Preview(
        CouponPreviewBody body,
        Caller caller,
        IGrainFactory grains
    ) => Answer(await grains.Checkout().PreviewCoupon(body.Items, body.CouponCode, caller));

    private static IResult Answer(CartView cart) => Reply.Ok("coupon", cart.Coupon, ("cart", cart));

    private static async Task<IResult> List(int? page, int? limit, IGrainFactory grains) =>
        Reply.Page("coupons", await grains.CouponReader().List(PageRequest.Of(page, limit)));

    private static async Task<IResult> Create(
        CouponBody body,
        Caller caller,
        IGrainFactory grains
    ) => Reply.Created("coupon", await grains.Coupon(body.Code).Create(body.Terms, caller));

    private static async Task<IResult> Put(
        CouponCode code,
        CouponBody body,
        bool? dryRun,
        Caller caller,
        IGrainFactory grains
    )
    {
        var put = await grains.Coupon(code).Put(body.Terms, dryRun ?? false, caller);
        return Reply.Ok("coupon", put.Coupon, ("change", put.Change));
    }

    private static async Task<IResult> Show(CouponCode code, IGrainFactory grains) =>
        Reply.Ok("coupon", await grains.Coupon(code).Show());

    private static async Task<IResult> Uses(
        CouponCode code,
        int? page,
        int? limit,
        IGrainFactory grains
    ) => Reply.Page("uses", await grains.CouponReader().Uses(code, PageRequest.Of(page, limit)));

    private static async Task<IResult> Disable(
        CouponCode code,
        Caller caller,
        IGrainFactory grains
    ) => Reply.Ok("coupon", await grains.Coupon(code).Disable(caller));
}
