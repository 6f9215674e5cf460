using System.Net.Http.Json;
using System.Text.Json;
using Elizon.Identity;

namespace Elizon.Api.Tests.Declarations;

[Collection(ApiCollection.Name)]
public sealed class DeclarationApiTests(ApiFixture api)
{
    [Fact]
    public async Task The_first_step_keeps_nothing_and_the_second_is_confirmed_by_mail()
    {
        const string email = "two-steps@stranger.example";
        var (first, asked) = await Declare("cancellation", email, confirmed: false);
        Assert.Equal((200, JsonValueKind.Null), (first, asked.GetProperty("receivedAt").ValueKind));
        Assert.Empty(api.Host.Cluster.Mails.To(email));

        var (second, made) = await Declare("cancellation", email, confirmed: true);
        Assert.Equal(201, second);
        var mail = Assert.Single(await api.Host.Cluster.Mails.Wait(email, 1));
        Assert.Contains(
            made.GetProperty("id").GetString()!,
            mail.Subject,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_customers_and_a_strangers_withdrawal_are_answered_alike_and_wait_for_staff()
    {
        var customer = await api.Host.Cluster.Customer();
        var (_, known) = await Declare("withdrawal", customer.Email, confirmed: true);
        var (_, unknown) = await Declare("withdrawal", "nobody@stranger.example", confirmed: true);
        Assert.Equal(Names(known), Names(unknown));

        var staff = await api.Staff(StaffRole.Support);
        var view = await Show(staff, known.GetProperty("id").GetString()!);
        Assert.Equal("WITHDRAWAL", view.GetProperty("declaration").GetProperty("kind").GetString());
        Assert.Equal(JsonValueKind.Null, view.GetProperty("closedAt").ValueKind);
    }

    private static string[] Names(JsonElement answer) =>
        [.. answer.EnumerateObject().Select(p => $"{p.Name} {p.Value.ValueKind}")];

    private async Task<(int Status, JsonElement Declaration)> Declare(
        string what,
        string email,
        bool confirmed
    )
    {
        using var answer = await api.Http.PostAsJsonAsync(
            $"/api/public/{what}",
            new
            {
                name = "Anna Muster",
                email,
                contract = "RE-2026-000001",
                confirmed,
            }
        );
        var text = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.IsSuccessStatusCode, text);
        return (
            (int)answer.StatusCode,
            JsonDocument.Parse(text).RootElement.GetProperty("declaration")
        );
    }

    private async Task<JsonElement> Show(Customer staff, string id)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/api/admin/declarations/{id}");
        using var answer = await api.Http.SendAsync(request.With(staff));
        return JsonDocument
            .Parse(await answer.Content.ReadAsStringAsync())
            .RootElement.GetProperty("declaration");
    }
}
