using System.Globalization;
using Corridor.Model;
using Corridor.Model.Network;
using Corridor.Reporting.Charts;
using Corridor.Reporting.Export;
using Corridor.Reporting.Look;
using Corridor.Reporting.Summaries;
using Corridor.Reporting.Terminal;
using Corridor.Studies.Compilation;
using Corridor.Studies.Dispatch;

namespace Corridor.Reporting.Html;

/// <summary>What all sections of a report draw on.</summary>
internal sealed class ReportContext
{
    /// <summary>Figures below this share of what they belong to are the solver's rounding.</summary>
    public const double Rounding = 1e-6;

    private readonly Dictionary<string, Carrier> _carriers = new(StringComparer.Ordinal);

    public ReportContext(RunReport report, RunSummary summary, RunStamp stamp)
    {
        Report = report;
        Summary = summary;
        Stamp = stamp;
        Steps = new TimeBuckets(report.Horizon);
        Units = DisplayUnit.Of(report.System);
        Zones = new ZoneTree(report.System);
        Names = new ElementNames(report.System);
        Colours = new OriginColours(report.BaseSystem ?? report.System);
        Sources = new SourceRegister(report.System);
        foreach (Carrier carrier in report.System.Carriers)
            _carriers.TryAdd(carrier.Id, carrier);
        foreach (Node node in report.System.Nodes)
            NodesById.TryAdd(node.Id, node);
    }

    public Dictionary<string, Node> NodesById { get; } = new(StringComparer.Ordinal);

    public RunReport Report { get; }

    public RunSummary Summary { get; }

    public RunStamp Stamp { get; }

    public EnergySystem System => Report.System;

    public DispatchResult Result => Report.Result;

    public CompiledNetwork Network => Report.Result.Network;

    public TimeBuckets Steps { get; }

    public IReadOnlyDictionary<string, DisplayUnit> Units { get; }

    public ZoneTree Zones { get; }

    public ElementNames Names { get; }

    public OriginColours Colours { get; }

    public SourceRegister Sources { get; }

    public string Name(string id) => Names.Find(id) ?? id;

    /// <summary>A carrier inside a sentence.</summary>
    public string Carrier(string id) => CarrierTitle(id) is var name && name.Length > 1 && char.IsLower(name[1]) ? char.ToLowerInvariant(name[0]) + name[1..] : name;

    public string CarrierTitle(string id) => _carriers.GetValueOrDefault(id)?.Name ?? id;

    public Carrier? FindCarrier(string id) => _carriers.GetValueOrDefault(id);

    /// <summary>A CSS variable for the colour of a zone; the page defines it for both themes.</summary>
    public static string ZoneColour(string zone) => $"var(--{HtmlWriter.Id("zone", zone)})";

    /// <summary>A CSS variable for the colour of a carrier.</summary>
    public static string CarrierColour(string carrier) => $"var(--{HtmlWriter.Id("carrier", carrier)})";

    /// <summary>An amount with its unit.</summary>
    public static string Amount(double? value, string unit, double scale = 0) => $"{NumberText.Of(value, scale)}\u00A0{UnitText.Of(unit)}";

    /// <summary>A name in short: what stands after a colon, a comma or in brackets is left out.</summary>
    public static string Short(string name) => name.IndexOfAny([':', ',', '(']) is > 2 and int end ? name[..end].TrimEnd() : name;

    /// <summary>A unit in a cell of a table, which does not wrap.</summary>
    public static string UnitCell(string unit) => UnitText.Of(unit).Replace(' ', '\u00A0');

    /// <summary>A share in %, two figures: enough to compare.</summary>
    public static string Percent(double share)
    {
        double percent = Math.Abs(100 * share);
        string text = percent.ToString(percent is >= 9.95 or < 0.05 ? "F0" : "F1", CultureInfo.InvariantCulture);
        return (share < 0 && percent >= 0.05 ? "−" : "") + text;
    }

    /// <summary>Whole months, years and days in words: "2025", "January to March 2025", "10 to 24 January 2025".</summary>
    public string Period()
    {
        DateOnly from = Report.Horizon.From, last = Report.Horizon.To.AddDays(-1);
        if (from.DayOfYear == 1 && last.Month == 12 && last.Day == 31)
            return from.Year == last.Year ? Year(from) : $"{Year(from)} to {Year(last)}";
        return from == last ? Day(from) : $"{Day(from)} to {Day(last)}";
    }

    /// <summary>A day in words: 3 January 2025.</summary>
    public static string Day(DateOnly day) => day.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);

    /// <summary>A day in words, from ISO 8601; the text itself where it is none.</summary>
    public static string Day(string iso) => DateOnly.TryParseExact(iso, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly day) ? Day(day) : iso;

    /// <summary>How large a balance is, in its unit.</summary>
    public static double Size(BalanceSummary b) => Math.Max(Math.Max(b.Demand ?? 0, b.Production ?? 0), Math.Max(b.Imports ?? 0, b.Exports ?? 0));

    private static string Year(DateOnly day) => day.Year.ToString(CultureInfo.InvariantCulture);
}
