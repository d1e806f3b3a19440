using Corridor.Model.Provenance;
using Corridor.Reporting.Charts;
using Corridor.Reporting.Summaries;
using Corridor.Reporting.Terminal;
using Corridor.Studies.Compilation;

namespace Corridor.Reporting.Html.Sections;

/// <summary>Levels of the storages of each country and carrier, with their working volume and reported levels.</summary>
internal sealed class StorageSection
{
    private const int Shown = 4;

    private readonly ReportContext _context;
    private readonly CarrierUnits _units;

    private StorageSection(ReportContext context)
    {
        _context = context;
        _units = new CarrierUnits(context.System, context.Units);
    }

    public static ReportSection? Create(ReportContext context) => context.Network.Storages.Any(s => s.Volume.Max() > 0)
        ? new("storage", "Storage", Title(context), html => new StorageSection(context).Write(html))
        : null;

    private static string Title(ReportContext context)
    {
        CompiledNetwork network = context.Network;
        (string Carrier, double Most, double Volume)? largest = network.Storages.Select((s, i) => (Storage: s, Index: i)).GroupBy(s => network.Nodes[s.Storage.Node.Value].Carrier)
            .OrderByDescending(g => context.FindCarrier(g.Key)?.Kind == Model.Network.CarrierKind.Gas)
            .Select(g => ((string, double, double)?)(g.Key, Enumerable.Range(0, network.PeriodCount).Max(t => g.Sum(s => context.Result.Storages[s.Index].Level[t])), g.Sum(s => s.Storage.Volume.Max())))
            .FirstOrDefault();
        return largest is not { } one || one.Volume <= 0
            ? "Storage"
            : $"Storage: {context.Carrier(one.Carrier)} peaks at {NumberText.Of(one.Most * context.Units[one.Carrier].AmountPerAccount)} of {ReportContext.Amount(one.Volume * context.Units[one.Carrier].AmountPerAccount, context.Units[one.Carrier].Amount.Symbol)}";
    }

    private void Write(HtmlWriter html)
    {
        html.Leaf("p", $"Level at the end of each {_context.Steps.Step}, all storages of a country together. Dashed: working volume. Dots: levels as reported.", ("class", "note"));
        var groups = _context.Network.Storages.Select((s, i) => (Storage: s, Index: i, Node: _context.Network.Nodes[s.Node.Value]))
            .GroupBy(s => (Country: _context.Zones.Country(s.Node.Zone), s.Node.Carrier))
            .Where(g => g.Any(s => s.Storage.Volume.Max() > 0))
            .OrderByDescending(g => _context.FindCarrier(g.Key.Carrier)?.Kind == Model.Network.CarrierKind.Gas).ThenBy(g => _context.FindCarrier(g.Key.Carrier)?.Kind).ThenByDescending(g => g.Sum(s => s.Storage.Volume.Max()))
            .ToArray();
        using (html.Open("div", ("class", "grid")))
        {
            foreach (var group in groups.Take(Shown))
                Chart(html, group.Key.Country, group.Key.Carrier, [.. group.Select(s => s.Index)]);
        }

        if (groups.Length <= Shown)
            return;
        using (html.Open("details", ("class", "charts")))
        {
            html.Leaf("summary", $"{groups.Length - Shown} more: {string.Join(", ", groups.Skip(Shown).Select(g => _context.Zones.Name(g.Key.Country)).Distinct().Take(4))}, …");
            using (html.Open("div", ("class", "grid")))
            {
                foreach (var group in groups.Skip(Shown))
                    Chart(html, group.Key.Country, group.Key.Carrier, [.. group.Select(s => s.Index)]);
            }
        }
    }

    /// <summary>"from 12.0 in Mar 2025 to 60.1 in Oct 2025,"; of a level that does not move, the level.</summary>
    private string Span(double[] level, double volume, int lowest, int highest)
    {
        string least = NumberText.Of(level[lowest], volume), most = NumberText.Of(level[highest], volume), word = _context.Steps.Step is "month" or "year" ? "in" : _context.Steps.Step is "day" or "week" ? "on" : "at";
        return lowest == highest ? $"{least} at the end," : $"from {least} {word} {_context.Steps.Name(lowest)} to {most} {word} {_context.Steps.Name(highest)},";
    }

    private void Chart(HtmlWriter html, string country, string carrier, int[] storages)
    {
        DisplayUnit unit = _context.Units[carrier];
        var level = new double[_context.Steps.Count];
        var volume = new double[_context.Steps.Count];
        foreach (int s in storages)
        {
            double[] of = _context.Steps.Last(_context.Result.Storages[s].Level), whole = _context.Steps.Mean(_context.Network.Storages[s].Volume);
            for (int i = 0; i < level.Length; i++)
            {
                level[i] += Math.Max(of[i], 0) * unit.AmountPerAccount;
                volume[i] += whole[i] * unit.AmountPerAccount;
            }
        }

        string id = HtmlWriter.Id("chart", "storage", carrier, country);
        // The first month that is as low or high as any, as far as a solution is exact.
        double alike = 1e-6 * volume.Max();
        int lowest = Array.FindIndex(level, l => l <= level.Min() + alike), highest = Array.FindIndex(level, l => l >= level.Max() - alike);
        (double[] dots, Observation[] observed) = Reported(country, carrier, storages);
        using (html.Open("div", ("class", "cell")))
        {
            new LineChart
            {
                Id = id,
                Title = $"{_context.Zones.Title(country)}: {Span(level, volume.Max(), lowest, highest)} of {ReportContext.Amount(volume.Max(), unit.Amount.Symbol)}",
                Note = $"{_context.CarrierTitle(carrier)} in store, {UnitText.Of(unit.Amount.Symbol)}; line modelled{(observed.Length > 0 ? ", dots reported" : "")}",
                Unit = UnitText.Of(unit.Amount.Symbol),
                Steps = _context.Steps,
                Lines = [new LineSeries("level", ReportContext.CarrierColour(carrier), level), new LineSeries("working volume", "var(--ink)", volume, Dashed: true)],
                Dots = [new DotSeries("reported", dots)],
                FromZero = true,
            }.Write(html);
            using (html.Open("p", ("class", "marks")))
            {
                html.Text("Working volume");
                _context.Sources.MarkGroup(html, HtmlWriter.Id("g", "storage", carrier, country), $"storages of {_context.Zones.Name(country)}, {_context.Carrier(carrier)}", "storages", () => [.. storages.Select(s => _context.Network.Storages[s].Id)]);
                if (observed.Length > 0)
                    html.Text(", levels as reported");
                foreach (Observation o in observed)
                    _context.Sources.Mark(html, "observations", o.Id, $"reported level of {_context.Zones.Name(country)}");
            }
        }
    }

    private (double[] Dots, Observation[] Observed) Reported(string country, string carrier, int[] storages)
    {
        var dots = new double[_context.Steps.Count];
        Array.Fill(dots, double.NaN);
        var used = new List<Observation>();
        string? only = storages.Length == 1 ? _context.Network.Storages[storages[0]].Id : null;
        foreach (Observation o in _context.System.Observations.Where(o => o.Measure == "level" && o.Value is not null && ((o.Table == "zones" && o.Subject == country) || (o.Table == "storages" && o.Subject == only))))
        {
            int step = _context.Steps.Find(o.Start);
            // A level in a unit that the carrier has no heating value or temperature for is of another carrier.
            if (step < 0 || o.Value!.Value.Unit.Dimension != _context.Units[carrier].Amount.Dimension || _units.Amount(carrier, o.Value!.Value) is not { } value)
                continue;
            dots[step] = value;
            used.Add(o);
        }

        return (dots, [.. used]);
    }
}
