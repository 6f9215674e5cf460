namespace Elizon.Bench;

/// <summary>A delivered game server as the storage holds it.</summary>
internal static class BenchService
{
    public static readonly Caller Owner = new(
        new UserId("bench"),
        CallerKind.Session,
        "session/bench",
        Permission.None,
        DateTimeOffset.UnixEpoch
    );

    public const string Delivered = """
        {"name":"Minecraft 2 GB","ip":"fra1.nodes.example","port":25565,"power":"Running","failed":false,
         "deliveredAt":"2026-11-25T08:00:00+00:00","seenAt":"2026-11-25T08:00:00+00:00",
         "server":{"id":"7","identifier":"1a2b3c4d","uuid":"1a2b3c4d-0000-4000-8000-000000000000","node":"1"},
         "order":{"id":"bench","line":0,"name":"Minecraft 2 GB","order":"order1","owner":"bench","price":4.99,"invoice":"invoice1",
          "product":"minecraft-2g","productName":"Minecraft 2 GB","billingCycle":30,"orderedAt":"2026-11-25T08:00:00+00:00",
          "plan":{"io":500,"cpu":200,"egg":"paper","disk":10240,"swap":0,"image":"java21","memory":2048,"backups":0,"eggName":"Paper",
           "location":"fra","provider":"panel-1","databases":0,"allocations":1,"environment":{"SERVER_JARFILE":"server.jar","MINECRAFT_VERSION":"latest"},
           "locationName":"Frankfurt","providerKind":"pterodactyl"}},
         "variables":{"MINECRAFT_VERSION":"latest"},"grants":[],"open":[]}
        """;
}
