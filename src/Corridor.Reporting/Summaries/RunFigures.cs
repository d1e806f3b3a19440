using System.Globalization;
using System.Text.Json.Serialization;
using Corridor.Model.Time;

namespace Corridor.Reporting.Summaries;

/// <summary>The span of a run.</summary>
/// <param name="From">First day, ISO 8601.</param>
/// <param name="To">First day after the span, ISO 8601.</param>
/// <param name="Step"><c>hour</c>, <c>day</c>, <c>week</c>, <c>month</c>, or <c>period</c> for those that the package states.</param>
/// <param name="Periods">Number of periods, ≥ 1.</param>
public sealed record HorizonSummary(string From, string To, string Step, int Periods)
{
    /// <summary>Hours that periods stand for which the package states [h]; null of all others, whose span says it.</summary>
    [JsonIgnore]
    public double? StatedHours { get; init; }

    /// <summary>Length of a span that is not one year: "36 months", "90 days", of stated periods also "10 hours"; null for a year, over which amounts are read as annual.</summary>
    [JsonIgnore]
    public string? InWords
    {
        get
        {
            DateOnly from = DateOnly.ParseExact(From, "yyyy-MM-dd", CultureInfo.InvariantCulture), to = DateOnly.ParseExact(To, "yyyy-MM-dd", CultureInfo.InvariantCulture);
            if (StatedHours is { } hours && hours != 24.0 * (to.DayNumber - from.DayNumber))
                return hours is 8760 or 8784 ? null : hours % 24 == 0 ? Plural(hours / 24, "day") : Plural(hours, "hour");
            int months = 12 * (to.Year - from.Year) + to.Month - from.Month;
            (int count, string unit) = from.AddMonths(months) == to ? (months, "month") : (to.DayNumber - from.DayNumber, "day");
            return (count, unit) == (12, "month") ? null : Plural(count, unit);
        }
    }

    /// <summary>The summary of a horizon.</summary>
    /// <param name="horizon">Any horizon.</param>
    public static HorizonSummary Of(Horizon horizon) => new(
        horizon.From.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        horizon.To.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        horizon.Step.ToString().ToLowerInvariant(),
        horizon.Periods.Count)
    {
        StatedHours = horizon.Step == TimeStep.Period ? Math.Round(24 * horizon.Days, 6) : null,
    };

    private static string Plural(double count, string unit) => string.Create(CultureInfo.InvariantCulture, $"{count:0.##} {unit}{(count == 1 ? "" : "s")}");
}

/// <summary>Relative residuals of the independent check; ≥ 0, null where the check could not compute one.</summary>
/// <param name="Balance">Largest violation of a balance.</param>
/// <param name="Bounds">Largest violation of a limit.</param>
/// <param name="Dual">Largest violation of dual feasibility.</param>
/// <param name="Gap">Gap between the objective and its proven bound.</param>
public sealed record ResidualSummary(double? Balance, double? Bounds, double? Dual, double? Gap);

/// <summary>Size of the linear program as built.</summary>
/// <param name="Rows">Rows.</param>
/// <param name="Columns">Columns.</param>
/// <param name="Nonzeros">Entries of the matrix that are not zero.</param>
public sealed record SizeSummary(long Rows, long Columns, long Nonzeros);

/// <summary>Seconds of real time by stage, ≥ 0.</summary>
/// <param name="Read">Reading and validating the package.</param>
/// <param name="Compile">Evaluating it on the horizon.</param>
/// <param name="Solve">Building and solving the linear program.</param>
/// <param name="Check">The independent check.</param>
/// <param name="Write">Summing up and writing the files.</param>
/// <param name="Total">From the start of the program to here.</param>
public sealed record TimingSummary(double Read, double Compile, double Solve, double Check, double Write, double Total)
{
    /// <summary>Writing report.html; a part of <see cref="Write"/>.</summary>
    public double Report { get; init; }
}

/// <summary>Counts of findings.</summary>
/// <param name="Errors">Findings of severity error.</param>
/// <param name="Warnings">Findings of severity warning.</param>
public sealed record FindingSummary(int Errors, int Warnings);

/// <summary>The parts of the objective, money of account over the horizon; they add up to the objective.</summary>
/// <param name="Supply">Supply.</param>
/// <param name="Transport">Tariffs, freight and fees.</param>
/// <param name="Storage">Injection and withdrawal.</param>
/// <param name="Conversion">Operating cost of converters.</param>
/// <param name="Co2">CO2.</param>
/// <param name="Levies">Levies of rules.</param>
/// <param name="GivenUp">Elastic demand given up.</param>
/// <param name="Curtailment">Demand curtailed.</param>
/// <param name="Measures">Emergency measures.</param>
/// <param name="Contracts">Shortfall payments less make-up, and ship-or-pay.</param>
/// <param name="Channels">Costs of payment channels.</param>
/// <param name="Penalties">Penalties of rules.</param>
public sealed record ObjectiveSummary(
    double Supply, double Transport, double Storage, double Conversion, double Co2, double Levies, double GivenUp, double Curtailment, double Measures, double Contracts, double Channels, double Penalties)
{
    /// <summary>Capacities chosen, above those installed; below zero where less is chosen.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public double Capacities { get; init; }
}
