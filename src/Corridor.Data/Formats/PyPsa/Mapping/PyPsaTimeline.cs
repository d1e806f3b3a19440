using System.Globalization;
using Corridor.Data.Formats.Exchange;
using Corridor.Data.Formats.PyPsa.Reading;
using Corridor.Model.Findings;
using Corridor.Model.Time;

namespace Corridor.Data.Formats.PyPsa.Mapping;

/// <summary>The snapshots as periods of a package.</summary>
internal sealed class PyPsaTimeline
{
    private const string Snapshots = "snapshots";

    public PyPsaTimeline(PyPsaFolder folder, FindingList findings, FidelityReport report)
    {
        PyPsaSnapshots snapshots = folder.Snapshots;
        Hours = snapshots.Objective;
        Check(folder, findings);
        DateTime[] starts = Starts(snapshots, report);
        Stamps = Array.ConvertAll(starts, PyPsaTimes.ToPackage);
        if (starts.Length > 0)
        {
            From = DateOnly.FromDateTime(starts[0]);
            DateTime end = starts[^1].AddHours(Math.Min(Hours[^1], PyPsaUnits.YearHours));
            To = DateOnly.FromDateTime(end).AddDays(end.TimeOfDay > TimeSpan.Zero ? 1 : 0);
            for (int t = 0; t < starts.Length; t++)
            {
                int year = starts[t].Year;
                YearShares[year] = YearShares.GetValueOrDefault(year) + (Hours[t] / 24 / (DateTime.IsLeapYear(year) ? 366 : 365));
            }
        }

        Weights(snapshots, findings, report);
    }

    /// <summary>Instant of each snapshot, as a package writes it.</summary>
    public string[] Stamps { get; }

    /// <summary>Hours that each snapshot stands for.</summary>
    public List<double> Hours { get; }

    /// <summary>First day.</summary>
    public DateOnly From { get; }

    /// <summary>First day after the last.</summary>
    public DateOnly To { get; }

    /// <summary>Share of each calendar year that the snapshots stand for.</summary>
    public SortedDictionary<int, double> YearShares { get; } = [];

    /// <summary>Years of 8,760 hours that the snapshots stand for.</summary>
    public double Years => Hours.Sum() / PyPsaUnits.YearHours;

    /// <summary>The figure of a calendar year that makes up a sum over the snapshots.</summary>
    public double Annual(double sum) => sum / YearShares.Values.Sum();

    /// <summary>The periods.</summary>
    public PeriodRow[] Periods()
    {
        var rows = new PeriodRow[Stamps.Length];
        for (int t = 0; t < rows.Length; t++)
            rows[t] = new PeriodRow { Start = Stamps[t], Hours = Hours[t], Source = PyPsaContext.Source };
        return rows;
    }

    private static void Check(PyPsaFolder folder, FindingList findings)
    {
        int periods = Math.Max(folder.InvestmentPeriods.Count, folder.Snapshots.Periods.Distinct(StringComparer.Ordinal).Count());
        if (periods > 1)
        {
            findings.Add(FormatFindings.NotModelled.At(
                "investment_periods",
                new SourcePlace("investment_periods.csv"),
                string.Create(CultureInfo.InvariantCulture, $"The network has {periods} investment periods; one is read."),
                "Write each investment period as a network of its own."));
        }

        if (folder.InvestmentPeriods is [{ Objective: not 1 } only])
            findings.Add(FormatFindings.NotCarried.At("investment_periods", new SourcePlace("investment_periods.csv", 2), string.Create(CultureInfo.InvariantCulture, $"The weight of the period in the objective, {only.Objective}, is left out: costs are those of weight 1."), "Multiply the costs of the result by it."));
        if (folder.Snapshots.Objective.Exists(h => h <= 0))
            findings.Add(FormatFindings.OutOfRange.At(Snapshots, new SourcePlace("snapshots.csv", 0, 0, "objective"), "A snapshot has no weight in the objective; a period stands for some time.", "Leave the snapshot out, or give it a weight."));
    }

    private DateTime[] Starts(PyPsaSnapshots snapshots, FidelityReport report)
    {
        var starts = new DateTime[snapshots.Count];
        bool isDated = true;
        for (int t = 0; t < starts.Length && isDated; t++)
            isDated = PyPsaTimes.TryParse(snapshots.Labels[t], out starts[t]) && (t == 0 || starts[t] > starts[t - 1]) && starts[t].Year is > 1 and < 9900;
        if (isDated)
        {
            report.Exact(Snapshots, "snapshot", "periods.start", starts.Length);
            return starts;
        }

        var at = new DateTime(2001, 1, 1);
        for (int t = 0; t < starts.Length; t++)
        {
            starts[t] = at;
            at = at.AddSeconds(Math.Max(1, Math.Round(Math.Min(Hours[t], PyPsaUnits.YearHours) * 3600)));
        }

        report.Defaulted(Snapshots, "snapshot", "periods.start", "the snapshots are no ascending time stamps; they are laid end to end from 2001-01-01", snapshots.Count > 0 ? snapshots.Labels[0] : null, starts.Length);
        return starts;
    }

    private void Weights(PyPsaSnapshots snapshots, FindingList findings, FidelityReport report)
    {
        report.Exact(Snapshots, "objective", "periods.hours", snapshots.Count);
        Compare(snapshots.Stores, "stores", "levels of stores change by the hours of the objective");
        Compare(snapshots.Generators, "generators", "sums over the horizon count the hours of the objective");

        void Compare(List<double> weights, string name, string note)
        {
            int differing = 0;
            for (int t = 0; t < weights.Count; t++)
                differing += weights[t] == Hours[t] ? 0 : 1;
            report.Exact(Snapshots, name, "periods.hours", weights.Count - differing);
            report.Dropped(Snapshots, name, note, null, differing);
            if (differing > 0)
                findings.Add(FormatFindings.NotCarried.At(Snapshots, new SourcePlace("snapshots.csv", 0, 0, name), string.Create(CultureInfo.InvariantCulture, $"The weights of {name} differ from those of the objective in {differing} snapshots: {note}.")));
        }
    }
}
