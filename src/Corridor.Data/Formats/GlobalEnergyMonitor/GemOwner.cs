using System.Globalization;

namespace Corridor.Data.Formats.GlobalEnergyMonitor;

/// <summary>An owner as a tracker names it.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Share">Its share [1]; null where it is not known.</param>
internal readonly record struct GemOwner(string Name, double? Share)
{
    /// <summary>Reads a list such as <c>Gazprom [50.00%]; Unknown [unknown %]</c>; unknown owners are left out.</summary>
    internal static List<GemOwner> ListOf(string text)
    {
        var owners = new List<GemOwner>();
        foreach (string entry in text.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            int bracket = entry.EndsWith(']') ? entry.LastIndexOf('[') : -1;
            string name = (bracket < 0 ? entry : entry[..bracket]).Trim();
            if (name.Length == 0 || GemColumns.IsUnknown(name))
                continue;
            ReadOnlySpan<char> share = bracket < 0 ? default : entry.AsSpan(bracket + 1, entry.Length - bracket - 2).TrimEnd('%').Trim();
            bool isKnown = double.TryParse(share, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out double percent) && percent is >= 0 and <= 100;
            int known = owners.FindIndex(o => o.Name == name);
            if (known < 0)
                owners.Add(new GemOwner(name, isKnown ? percent / 100 : null));
            else if (isKnown)
                owners[known] = new GemOwner(name, (owners[known].Share ?? 0) + (percent / 100));
        }

        return owners;
    }
}
