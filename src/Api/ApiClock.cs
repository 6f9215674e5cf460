namespace Elizon.Api;

/// <summary>Rate limits stay on real time when the test clock moves; the silo registers its wall clock under the same name.</summary>
internal static class ApiClock
{
    public const string Wall = "wall";
}
