using Corridor.Model.Network;
using Corridor.Model.Schema;
using Corridor.Model.Units;
using Corridor.Reporting.Summaries;
using Corridor.Reporting.Terminal;
using Corridor.Studies.Comparison;

namespace Corridor.Reporting.Comparison;

/// <summary>The words of a comparison: names of figures, values with their sign, sentences. The screen and the page say the same.</summary>
public sealed class ComparisonText
{
    private const char Tie = '\u00A0';
    private const int MostDigits = 8;

    private readonly RunComparison _comparison;
    private readonly ElementNames[] _names;
    private readonly ZoneTree[] _zones;
    private readonly Dictionary<string, string> _carriers = new(StringComparer.Ordinal);
    private readonly Dictionary<string, double> _energy = new(StringComparer.Ordinal);

    /// <summary>Prepares the names.</summary>
    /// <param name="comparison">The comparison.</param>
    public ComparisonText(RunComparison comparison)
    {
        ArgumentNullException.ThrowIfNull(comparison);
        _comparison = comparison;
        _names = [.. comparison.Runs.Select(r => new ElementNames(r.Report.System))];
        _zones = [.. comparison.Runs.Select(r => new ZoneTree(r.Report.System))];
        foreach (Carrier carrier in comparison.Runs.SelectMany(r => r.Report.System.Carriers))
        {
            _carriers.TryAdd(carrier.Id, carrier.Name ?? carrier.Id);
            _energy.TryAdd(carrier.Id, EnergyPerUnit(carrier, comparison.Runs[0].Summary.Currency));
        }
    }

    /// <summary>What a run is called in sentences: its scenario, or its folder where several runs have one scenario.</summary>
    /// <param name="run">Index of the run.</param>
    public string Called(int run)
    {
        ComparedRun it = _comparison.Runs[run];
        bool alone = _comparison.Runs.Count(r => r.Summary.Scenario == it.Summary.Scenario) == 1;
        return alone || it.Path is null ? it.Summary.Scenario : Path.GetFileName(Path.TrimEndingDirectorySeparator(it.Path.Replace('\\', '/')));
    }

    /// <summary>The name of a carrier.</summary>
    /// <param name="carrier">Its id.</param>
    public string Carrier(string carrier) => _carriers.GetValueOrDefault(carrier, carrier);

    /// <summary>What a figure is about, in words.</summary>
    /// <param name="key">The figure.</param>
    public string Name(FigureKey key) => key.Group switch
    {
        FigureGroup.Cost => key.Id == RunFigureList.TotalCost ? "whole system" : key.Id == "co2" ? "CO2" : key.Id.Replace('_', ' '),
        FigureGroup.Origin => $"{Zone(key.Id)} from {(key.Measure == key.Id ? "its own" : Zone(key.Measure))}",
        FigureGroup.Contract => Element(key.Id) + (key.Measure == "shortfall" ? ", paid, not taken" : ""),
        FigureGroup.Storage => Element(key.Id) + (key.Measure == "minimum" ? ", lowest" : ", at the end"),
        FigureGroup.Flow => Element(key.Id),
        _ => Zone(key.Id),
    };

    /// <summary>Heading of a group of figures.</summary>
    /// <param name="group">The group.</param>
    public static string Title(FigureGroup group) => group switch
    {
        FigureGroup.Cost => "Cost",
        FigureGroup.Curtailed => "Short",
        FigureGroup.GivenUp => "Given up for its price",
        FigureGroup.Flow => "Flows",
        FigureGroup.Price => "Prices",
        FigureGroup.Production => "Production, conversion",
        FigureGroup.Contract => "Contracts",
        FigureGroup.Storage => "Storages",
        FigureGroup.Origin => "Who supplies whom",
        _ => group.ToString(),
    };

    /// <summary>Unit for people: costs in million, shares in percent.</summary>
    /// <param name="key">The figure.</param>
    /// <param name="unit">Its unit.</param>
    public static string Unit(FigureKey key, string unit) => key.Group switch
    {
        FigureGroup.Cost => $"million{Tie}{unit}",
        FigureGroup.Origin => "% of use",
        _ => UnitText.Of(unit),
    };

    /// <summary>A value for people.</summary>
    /// <param name="key">What it is.</param>
    /// <param name="value">The value.</param>
    /// <param name="scale">The largest figure of its kind.</param>
    public static string Value(FigureKey key, double value, double scale) => NumberText.Of(value * Factor(key), scale * Factor(key));

    /// <summary>A change for people, with its sign.</summary>
    /// <param name="key">What it is.</param>
    /// <param name="change">The change.</param>
    /// <param name="scale">The largest figure of its kind.</param>
    public static string Change(FigureKey key, double change, double scale)
    {
        string text = Value(key, change, scale);
        return change > 0 && text is not ("0" or NumberText.None) ? "+" + text : text;
    }

    /// <summary>Whether a cost in a unit of account, an amount, or a share: which factor makes it readable.</summary>
    private static double Factor(FigureKey key) => key.Group switch
    {
        FigureGroup.Cost => 1e-6,
        FigureGroup.Origin => 100,
        _ => 1,
    };

    /// <summary>The answer in sentences: cost, shortage, the flow that changes most.</summary>
    /// <param name="run">Index of the run.</param>
    public IEnumerable<string> Answer(int run)
    {
        ComparedRun other = _comparison.Runs[run], reference = _comparison.Runs[0];
        ComparedFigure cost = _comparison.Figures[0];
        double change = cost.Change(run);
        yield return cost.Changed && Math.Abs(change) > 1e-7 * cost.Scale
            ? $"{other.Label} ({Called(run)}) costs {NumberText.Money(Math.Abs(change))}{Tie}{cost.Unit} {(change > 0 ? "more" : "less")} than {reference.Label} ({Called(0)}), {NumberText.Of(100 * Math.Abs(change) / Math.Abs(cost.Values[0]))}{Tie}% of its cost."
            : $"{other.Label} ({Called(run)}) costs as much as {reference.Label} ({Called(0)}).";
        var shortages = _comparison.Figures.Where(f => f.Key.Group == FigureGroup.Curtailed).GroupBy(f => f.Key.Carrier)
            .Select(g => (Carrier: g.Key, g.First().Unit, Change: g.Where(f => f.Changed).Sum(f => f.Change(run)), After: g.Where(f => f.Changed).Sum(f => f.Values[run]))).Where(g => g.Change != 0).ToArray();
        yield return shortages.Length == 0
            ? "Nobody goes shorter or less short."
            : string.Join(" ", shortages.Select(s => $"{NumberText.Of(Math.Abs(s.Change))}{Tie}{UnitText.Of(s.Unit)} {(s.Change > 0 ? "more" : "less")} of {Carrier(s.Carrier).ToLowerInvariant()} is curtailed."));
        if (_comparison.Figures.Where(f => f.Key.Group == FigureGroup.Flow && f.Changed && Math.Abs(f.Change(run)) > 1e-6 * f.Scale).MaxBy(f => Math.Abs(f.Change(run)) * _energy.GetValueOrDefault(f.Key.Carrier)) is { } flow)
            yield return $"The flow that changes most, by energy: {Name(flow.Key)}, {Value(flow.Key, flow.Values[0], flow.Scale)} → {Value(flow.Key, flow.Values[run], flow.Scale)}{Tie}{UnitText.Of(flow.Unit)}.";
    }

    /// <summary>A number of rows in words.</summary>
    /// <param name="count">Number of rows, ≥ 0.</param>
    public static string Rows(int count) => count == 1 ? "1 row" : $"{NumberText.Count(count)} rows";

    /// <summary>A difference of a row in a line.</summary>
    /// <param name="row">The difference.</param>
    public static string Row(RowDifference row)
    {
        ArgumentNullException.ThrowIfNull(row);
        string cells = string.Join(", ", row.Fields.Where(f => f.Column is not ("source" or "basis" or "note" or "name")).Take(4).Select(f => row.Kind switch
        {
            RowDifferenceKind.Changed => $"{f.Column} {Cell(f.Before)} → {Cell(f.After)}",
            RowDifferenceKind.Added => $"{f.Column} {Cell(f.After)}",
            _ => $"{f.Column} {Cell(f.Before)}",
        }));
        return row.Kind switch
        {
            RowDifferenceKind.Added => "new: " + cells,
            RowDifferenceKind.Removed => "gone: " + cells,
            _ => cells,
        };
    }

    // Net TWh in a unit of amounts; without a heating value the carrier is not weighed.
    private static double EnergyPerUnit(Carrier carrier, string currency)
    {
        AmountUnit unit = DisplayUnit.For(carrier, new Currency(currency)).Amount;
        if (unit.Dimension == Dimension.Energy)
            return unit.Factor / AmountUnit.Parse("TWh").Factor;
        if (carrier.NetHeatingValue is not { } value || !HeatingValue.TryParse(value, carrier.HeatingValueUnit, "net", out HeatingValue? net, out _))
            return 0;
        var basis = new CarrierBasis(carrier.Id, carrier.Unit, null, net, carrier.BarrelsPerTonne);
        return basis.TryFromAccount(1 / DisplayUnit.For(carrier, new Currency(currency)).AmountPerAccount, AmountUnit.Parse("TWh_net"), out Amount energy, out _) ? energy.Value : 0;
    }

    // A figure that was computed has more digits than anyone reads.
    private static string Cell(string text)
    {
        if (text.Length == 0)
            return "empty";
        string[] parts = text.Split(' ', 2);
        return parts[0].Length > MostDigits && CellText.TryParseNumber(parts[0], out double number, out _)
            ? string.Join(' ', [NumberText.Of(number), .. parts[1..]])
            : text;
    }

    private string Zone(string id)
    {
        if (id.StartsWith("stock:", StringComparison.Ordinal))
            return "first stock";
        foreach (ZoneTree zones in _zones)
        {
            if (zones.Name(id) is { } name && name != id)
                return name;
        }

        return id;
    }

    private string Element(string id) => _names.Select(n => n.Find(id)).FirstOrDefault(n => n is not null) ?? id;
}
