using Corridor.Model.Network;
using Corridor.Reporting.Charts;
using Corridor.Reporting.Summaries;
using Corridor.Reporting.Terminal;

namespace Corridor.Reporting.Html.Sections;

/// <summary>The balance of a zone as a stack: its own production, what plants make, arrivals by neighbour, storage, measures, and what is missing.</summary>
internal sealed class BalanceChart(ReportContext context)
{
    private const int MostNeighbours = 5;

    /// <summary>Sources below this share of the whole are drawn together.</summary>
    private const double SmallShare = 0.005;

    /// <summary>All that reaches a zone, units of account; what is not served inside.</summary>
    public static double Total(BalanceSeries.Entry e) =>
        Math.Max(e.Supply.Sum() + e.Measures.Sum() + e.Withdrawal.Sum() + e.ImportsFrom.Values.Sum(v => v.Sum()) + e.Converted.Values.Sum(v => v.Sum()), e.Use.Sum());

    public void Write(HtmlWriter html, BalanceSeries.Entry entry, string kind)
    {
        DisplayUnit unit = context.Units[entry.Carrier];
        double factor = unit.AmountPerAccount;
        new StackedChart
        {
            Id = HtmlWriter.Id("chart", kind, entry.Carrier, entry.Group),
            Title = Title(entry, unit),
            Note = $"{context.CarrierTitle(entry.Carrier)}, {UnitText.Of(unit.Amount.Symbol)} {(context.Steps.Step == "hour" ? "an" : "a")} {context.Steps.Step}, modelled",
            Unit = $"{UnitText.Of(unit.Amount.Symbol)} {(context.Steps.Step == "hour" ? "an" : "a")} {context.Steps.Step}",
            Steps = context.Steps,
            Layers = [.. Layers(entry).Select(l => l with { Values = Scale(l.Values, factor) })],
            LineName = entry.Curtailed.Any(c => c > 0) ? "needed here" : "used here",
            Line = Scale(entry.Use, factor),
            Missing = Scale(entry.Curtailed, factor),
            Further = [.. new[] { ("exported", entry.Exports), ("stored", entry.Injection) }.Where(f => f.Item2.Sum() > ReportContext.Rounding * Total(entry)).Select(f => (f.Item1, Scale(f.Item2, factor)))],
        }.Write(html);
    }

    private List<StackLayer> Layers(BalanceSeries.Entry e)
    {
        double small = SmallShare * Total(e);
        var other = new double[context.Steps.Count];
        var layers = new List<StackLayer>();
        double[] own = [.. e.Supply];
        foreach ((string fuel, double[] output) in e.Converted)
        {
            if (fuel.Length == 0 || fuel == e.Carrier)
                AddTo(own, output);
        }

        Add("own production", ReportContext.ZoneColour(e.Group), own, 0);
        foreach ((string fuel, double[] output) in e.Converted.Where(c => c.Key.Length > 0 && c.Key != e.Carrier).OrderByDescending(c => c.Value.Sum()).ThenBy(c => c.Key, StringComparer.Ordinal))
            Add("from " + ShortCarrier(fuel), ReportContext.CarrierColour(fuel), output, 0);
        int neighbours = 0;
        foreach ((string zone, double[] arrivals) in e.ImportsFrom.OrderByDescending(i => i.Value.Sum()).ThenBy(i => i.Key, StringComparer.Ordinal))
        {
            if (neighbours++ < MostNeighbours)
                Add(context.Zones.Name(zone), ReportContext.ZoneColour(zone), arrivals, 0);
            else
                AddTo(other, arrivals);
        }

        Add("from storage", "var(--store)", e.Withdrawal, 3);
        Add("emergency measures", "var(--measure)", e.Measures, 2);
        if (other.Sum() > 1e-3 * small)
            layers.Add(new StackLayer("others", "var(--rest)", other));
        return layers;

        void Add(string name, string colour, double[] values, int pattern)
        {
            if (values.Sum() > small)
                layers.Add(new StackLayer(name, colour, values, pattern));
            else
                AddTo(other, values);
        }
    }

    private string Title(BalanceSeries.Entry e, DisplayUnit unit)
    {
        string name = context.Zones.Title(e.Group);
        double own = e.Supply.Sum(), imports = e.ImportsFrom.Values.Sum(v => v.Sum()), exports = e.Exports.Sum(), use = e.Use.Sum(), total = Total(e) - e.Withdrawal.Sum();
        if (e.Curtailed.Sum() is > 0 and double lacking)
            return $"{name} lacks {Of(lacking)} of {Amount(use)}";
        (string fuel, double made) = e.Converted.Select(c => (c.Key, c.Value.Sum())).DefaultIfEmpty(("", 0)).MaxBy(c => c.Item2);
        if (fuel.Length > 0 && made >= 0.4 * total && fuel != e.Carrier)
            return $"{name}: {Of(made)} of {Amount(total)} comes from {ShortCarrier(fuel)}";
        if (imports >= 0.4 * total && use > 0.3 * total)
        {
            (string from, double[] most) = e.ImportsFrom.MaxBy(i => i.Value.Sum());
            return $"{name} receives {Of(imports)} of {Amount(total)} from elsewhere, most from {context.Zones.Name(from)}, {Of(most.Sum())}";
        }

        if (exports > 0.1 * total && own > 0.9 * total)
            return $"{name} produces {Amount(own)} and sends out {Of(exports)} of it";
        if (exports > 0.5 * total)
            return imports > own ? $"{name} passes on {Of(exports)} of {Amount(total)}" : $"{name} sends out {Of(exports)} of {Amount(total)}";
        double liquefied = e.Converted.Where(c => context.FindCarrier(c.Key)?.Kind == CarrierKind.Lng).Sum(c => c.Value.Sum());
        double converted = e.Converted.Values.Sum(v => v.Sum()) - liquefied;
        return $"{name} produces {Of(own + converted)} of {Amount(total)} itself{(liquefied > 0.01 * total ? $", {Of(liquefied)} come as LNG" : "")}";

        string Of(double value) => NumberText.Of(value * unit.AmountPerAccount);
        string Amount(double value) => ReportContext.Amount(value * unit.AmountPerAccount, unit.Amount.Symbol);
    }

    /// <summary>"LNG", "coal", "crude oil": the kind says it in fewer letters than the name.</summary>
    private string ShortCarrier(string id) => context.FindCarrier(id)?.Kind switch
    {
        CarrierKind.Lng => "LNG",
        CarrierKind.Gas => "gas",
        CarrierKind.Crude => "crude oil",
        CarrierKind.Products => "oil products",
        _ => context.Carrier(id),
    };

    private static double[] Scale(double[] values, double factor) => [.. values.Select(v => v * factor)];

    private static void AddTo(double[] sums, double[] values)
    {
        for (int i = 0; i < sums.Length; i++)
            sums[i] += values[i];
    }
}
