using System.Globalization;
using Corridor.Model.Time;

namespace Corridor.Data.Packages.Validation;

/// <summary>Profiles that say a value for every time.</summary>
internal static class ProfileChecks
{
    private static readonly string[] Formats = ["yyyy-MM-dd", "yyyy-MM-dd'T'HH:mm", "yyyy-MM-dd'T'HH:mm:ss", "yyyy-MM-dd HH:mm", "yyyy-MM-dd HH:mm:ss"];

    internal static void Profiles(ValidationContext context)
    {
        if (!context.Places.IsComplete("profiles"))
            return;
        IReadOnlyList<ProfilePoint> points = context.System.Profiles;
        ILookup<string, int> rows = Enumerable.Range(0, points.Count).ToLookup(i => points[i].Profile);
        for (int i = 0; i < context.System.ProfileSets.Count; i++)
            Check(context, i, context.System.ProfileSets[i], [.. rows[context.System.ProfileSets[i].Id]]);
    }

    private static void Check(ValidationContext context, int set, ProfileSet profile, int[] rows)
    {
        if (rows.Length == 0)
        {
            context.Report(ValidationFindings.ProfileGaps, "profile_sets", set, "id", "It has no values.", "Add its rows to profiles.");
            return;
        }

        IReadOnlyList<ProfilePoint> points = context.System.Profiles;
        var months = new HashSet<int>();
        var hours = new HashSet<int>();
        DateTime? earliest = null;
        DateTime? previous = null;
        bool reported = false;
        foreach (int row in rows)
        {
            string time = points[row].Time;
            if (TryPart(time, 'M', 1, 12, out int month))
            {
                months.Add(month);
            }
            else if (TryPart(time, 'H', 0, 23, out int hour))
            {
                hours.Add(hour);
            }
            else if (!Instant.TryParse(time, out DateTime date) && !DateTime.TryParseExact(time, Formats, CultureInfo.InvariantCulture, DateTimeStyles.None, out date))
            {
                context.Report(ValidationFindings.ProfileTimes, "profiles", row, "time", $"'{Shorten(time)}' is no time of a profile.", "Write M01–M12, H00–H23, 2025-10-01 or 2025-10-01T06:00.");
            }
            else
            {
                if (date < previous && !reported)
                {
                    context.Report(ValidationFindings.ProfileOrder, "profiles", row, "time", $"'{time}' stands after a later time.");
                    reported = true;
                }

                previous = date;
                earliest = earliest < date ? earliest : date;
            }
        }

        Complete(context, set, months, hours, earliest);
        if (earliest is not null && months.Count + hours.Count > 0)
            context.Report(ValidationFindings.ProfileTimes, "profile_sets", set, "id", "It has dates beside months or hours.", "Use two profiles.");
        if (profile.Use == ProfileUse.Shape && rows.All(r => points[r].Value == 0))
            context.Report(ValidationFindings.ProfileZero, "profile_sets", set, "id", "All its values are zero.");
    }

    private static void Complete(ValidationContext context, int set, HashSet<int> months, HashSet<int> hours, DateTime? earliest)
    {
        if (months.Count is > 0 and < 12)
            context.Report(ValidationFindings.ProfileGaps, "profile_sets", set, "id", $"It lacks {Missing('M', 1, 12, months)}.");
        if (hours.Count is > 0 and < 24)
            context.Report(ValidationFindings.ProfileGaps, "profile_sets", set, "id", $"It lacks {Missing('H', 0, 23, hours)}.");
        if (context.System.Description.From is { } from && earliest > from.ToDateTime(TimeOnly.MinValue))
            context.Report(ValidationFindings.ProfileGaps, "profile_sets", set, "id", string.Create(CultureInfo.InvariantCulture, $"Its first value holds from {earliest:yyyy-MM-dd}, but the horizon starts on {from:yyyy-MM-dd}."));
    }

    private static string Missing(char letter, int first, int last, HashSet<int> present) =>
        string.Join(", ", Enumerable.Range(first, last - first + 1).Where(n => !present.Contains(n)).Select(n => string.Create(CultureInfo.InvariantCulture, $"{letter}{n:00}")));

    private static bool TryPart(string time, char letter, int first, int last, out int number)
    {
        number = 0;
        return time.Length == 3 && time[0] == letter && int.TryParse(time.AsSpan(1), NumberStyles.None, CultureInfo.InvariantCulture, out number) && number >= first && number <= last;
    }

    private static string Shorten(string text) => text.Length <= 60 ? text : text[..60] + "…";
}
