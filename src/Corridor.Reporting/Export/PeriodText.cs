using System.Globalization;
using Corridor.Model.Time;

namespace Corridor.Reporting.Export;

/// <summary>Writes the start or end of a period, ISO 8601.</summary>
internal static class PeriodText
{
    public static string Of(DateTime time, TimeStep step) =>
        time.ToString(step is TimeStep.Hour or TimeStep.Period ? "yyyy-MM-ddTHH:mm" : "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
