using System.Text;

namespace Elizon.Grains.Identity;

/// <summary>What makes a password good enough: length, and how hard it is to guess by dictionaries and patterns (zxcvbn).</summary>
internal static class PasswordRules
{
    public const int Least = 10;
    public const int Most = 128;

    /// <summary>0 to 4; 3 resists some 10^8 guesses.</summary>
    private const int LeastScore = 3;

    /// <summary>The estimate costs more than linear time; what makes a password weak shows early.</summary>
    private const int Estimated = 48;

    /// <summary>The same password typed on different keyboards is the same password.</summary>
    public static string Normal(string password) => password.Normalize(NormalizationForm.FormC);

    /// <param name="known">What an attacker knows: name and address.</param>
    public static IEnumerable<string> Faults(string password, params string[] known)
    {
        if (password.Length < Least)
            yield return $"'password' has at least {Least} characters.";
        else if (password.Length > Most)
            yield return $"'password' has at most {Most} characters.";
        else if (Score(password, known) < LeastScore)
            yield return "'password' is too easy to guess. Use more or rarer words.";
    }

    private static int Score(string password, string[] known) =>
        global::Zxcvbn
            .Zxcvbn.MatchPassword(
                password.Length > Estimated ? password[..Estimated] : password,
                [
                    .. known.SelectMany(k => k.Split('@', '.', ' ')).Where(k => k.Length > 2),
                    "elizon",
                ]
            )
            .Score;
}
