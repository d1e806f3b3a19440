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
    private readonly Dictionary<string, (string From, string To)> _ends = new(StringComparer.Ordinal);

    public ReportContext(RunReport report, RunSummary summary, RunStamp stamp)
    {
        Report = report;
        var units = new PageUnits(report.System, summary);
        Summary = units.Restate(summary);
        Stamp = stamp;
        Steps = new TimeBuckets(report.Horizon);
        Units = units.ByCarrier;
        Zones = new ZoneTree(report.System);
        Names = new ElementNames(report.System);
        Colours = new OriginColours(report.BaseSystem ?? report.System);
        Sources = new SourceRegister(report.System);
        foreach (Carrier carrier in report.System.Carriers)
            _carriers.TryAdd(carrier.Id, carrier);
        foreach (PowerLine line in report.System.PowerLines)
            _ends.TryAdd(line.Id, (line.From, line.To));
        foreach (Pipeline line in report.System.Pipelines)
            _ends.TryAdd(line.Id, (line.From, line.To));
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

    /// <summary>The name of an element. A route whose name is a bare number, as other programs give them, is told by its ends.</summary>
    public string Name(string id)
    {
        string name = Names.Find(id) ?? id;
        return _ends.TryGetValue(id, out (string From, string To) ends) && name.All(char.IsAsciiDigit) ? $"line {name} ({Names.Find(ends.From) ?? ends.From}–{Names.Find(ends.To) ?? ends.To})" : name;
    }

    /// <summary>A carrier inside a sentence.</summary>
    public string Carrier(string id) => CarrierTitle(id) is var name && name.Length > 1 && char.IsLower(name[1]) ? char.ToLowerInvariant(name[0]) + name[1..] : name;

    public string CarrierTitle(string id) => Capital(_carriers.GetValueOrDefault(id)?.Name ?? id);

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

    /// <summary>Whole years, whole months and days in words: "2025", "January to March 2025", "10 to 24 January 2025".</summary>
    public string Period() => Period(Report.Horizon.From, Report.Horizon.To.AddDays(-1));

    /// <summary>The period inside a sentence: "in 2025", "from January to March 2025", "on 1 January 2025", "from 10 to 24 January 2025".</summary>
    public string During() => During(Report.Horizon.From, Report.Horizon.To.AddDays(-1));

    /// <summary>From a day to another, both included, in words.</summary>
    public static string Period(DateOnly from, DateOnly last)
    {
        bool sameYear = from.Year == last.Year, sameMonth = sameYear && from.Month == last.Month;
        return (Whole(from, last), sameYear, sameMonth) switch
        {
            ("year", true, _) => Words(from, "yyyy"),
            ("year", false, _) => $"{Words(from, "yyyy")} to {Words(last, "yyyy")}",
            ("month", _, true) => Words(from, "MMMM yyyy"),
            ("month", _, false) => $"{Words(from, sameYear ? "MMMM" : "MMMM yyyy")} to {Words(last, "MMMM yyyy")}",
            _ when from == last => Day(from),
            _ => $"{Words(from, sameMonth ? "%d" : sameYear ? "d MMMM" : "d MMMM yyyy")} to {Day(last)}",
        };
    }

    /// <summary>From a day to another, both included, inside a sentence.</summary>
    public static string During(DateOnly from, DateOnly last)
    {
        string word = Whole(from, last) switch
        {
            "year" => from.Year == last.Year ? "in" : "from",
            "month" => from.Year == last.Year && from.Month == last.Month ? "in" : "from",
            _ => from == last ? "on" : "from",
        };
        return $"{word} {Period(from, last)}";
    }

    /// <summary>From a day to another in words, from ISO 8601.</summary>
    public static string Period(string first, string last) =>
        Iso(first) is { } from && Iso(last) is { } to ? Period(from, to) : first == last ? first : $"{first} to {last}";

    /// <summary>From a day to another inside a sentence, from ISO 8601.</summary>
    public static string During(string first, string last) =>
        Iso(first) is { } from && Iso(last) is { } to ? During(from, to) : first == last ? $"on {first}" : $"from {first} to {last}";

    private static string Whole(DateOnly from, DateOnly last) =>
        from.Day != 1 || last.AddDays(1).Day != 1 ? "day" : from.Month == 1 && last.Month == 12 ? "year" : "month";

    private static string Words(DateOnly day, string format) => day.ToString(format, CultureInfo.InvariantCulture);

    /// <summary>A day in words: 3 January 2025.</summary>
    public static string Day(DateOnly day) => day.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);

    /// <summary>A day in words, from ISO 8601; the text itself where it is none.</summary>
    public static string Day(string iso) => Iso(iso) is { } day ? Day(day) : iso;

    private static DateOnly? Iso(string text) => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly day) ? day : null;

    /// <summary>How large a balance is, in its unit.</summary>
    public static double Size(BalanceSummary b) => Math.Max(Math.Max(b.Demand ?? 0, b.Production ?? 0), Math.Max(b.Imports ?? 0, b.Exports ?? 0));

    /// <summary>A text as a sentence begins: with a capital letter, but for names of files and ids, which stay as they are.</summary>
    public static string Sentence(string text)
    {
        string first = text.Split(' ', '\u00A0', ':')[0].TrimEnd('.', ',', ';');
        return first.Any(c => c is '.' or '_' or '/' or '\\' || char.IsAsciiDigit(c)) ? text : Capital(text);
    }

    private static string Capital(string name) => name.Length > 0 ? char.ToUpperInvariant(name[0]) + name[1..] : name;
}
