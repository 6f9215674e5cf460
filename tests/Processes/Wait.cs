using System.Diagnostics;

namespace Elizon.Processes;

/// <summary>Waits for something another process does, and says what was waited for when it does not happen.</summary>
public static class Wait
{
    public static async Task For(
        Func<Task<bool>> happened,
        string what,
        Func<string>? context = null,
        int seconds = 300
    )
    {
        var started = Stopwatch.GetTimestamp();
        while (true)
        {
            try
            {
                if (await happened())
                    return;
            }
            catch (Exception error)
                when (error is HttpRequestException or TaskCanceledException or IOException)
            {
                // The other side is starting, or was just killed.
            }
            Assert.True(
                Stopwatch.GetElapsedTime(started).TotalSeconds < seconds,
                $"Waited {seconds} s until {what}.\n{context?.Invoke()}"
            );
            await Task.Delay(50);
        }
    }
}
