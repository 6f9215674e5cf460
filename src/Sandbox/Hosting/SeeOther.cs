namespace Elizon.Sandbox.Hosting;

/// <summary>303: go and GET that. The framework's own redirects are 301, 302, 307 and 308 only.</summary>
internal sealed class SeeOther(string location) : IResult
{
    public Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.StatusCode = StatusCodes.Status303SeeOther;
        httpContext.Response.Headers.Location = location;
        return Task.CompletedTask;
    }
}
