using System.Globalization;
using Corridor.Data.Formats.Exchange;
using Corridor.Model;
using Corridor.Model.Findings;
using Corridor.Model.Markets;
using Corridor.Model.Network;
using Corridor.Model.Provenance;
using Corridor.Model.Units;

namespace Corridor.Data.Formats.Series;

/// <summary>Maps series to tables: prices to <c>price_indices</c> and <c>price_series</c>, measured flows to <c>observations</c> at nodes.</summary>
internal sealed class SeriesMapping
{
    private const string Carrier = "gas";
    private static readonly string[] EnergyWords = ["crude oil", "coal", "natural gas", "liquefied natural gas", "lng"];
    private static readonly HashSet<string> BroughtAlong = new(["carriers", "zones", "nodes", "price_indices", "sources"], StringComparer.Ordinal);

    private readonly ForeignIds _ids = new();
    private readonly ForeignIds _sourceIds = new();
    private readonly FidelityReport _fidelity = new();
    private readonly List<SourceDocument> _sources = [];
    private readonly List<PriceIndex> _indices = [];
    private readonly List<PricePoint> _prices = [];
    private readonly List<Observation> _observations = [];
    private readonly Dictionary<string, Node> _nodes = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, Zone> _zones = new(StringComparer.Ordinal);
    private readonly HashSet<string> _openBasis = new(StringComparer.Ordinal);
    private string _file = "";

    /// <summary>Takes the values of a file.</summary>
    public void Take(SeriesFile file, FindingList findings)
    {
        _file = file.Name;
        string source = _sourceIds.Take(Path.GetFileNameWithoutExtension(file.Name));
        _sources.Add(new SourceDocument { Id = source, Title = Title(file), Licence = file.Kind == SeriesKind.WorldBank ? "CC BY 4.0" : null });
        foreach (SeriesGap gap in file.Gaps)
            _fidelity.Dropped(file.Kind.ToString(), "value", gap.Reason, gap.First, gap.Count);
        foreach (IGrouping<(string Series, string Unit), SeriesValue> series in file.Values.GroupBy(v => (v.Series, v.Unit)))
        {
            if (series.First().Point is not null)
                Flows([.. series], source);
            else
                Prices(file.Kind, series.Key.Series, series.Key.Unit, [.. series], source, findings);
        }
    }

    /// <summary>The package.</summary>
    public ImportResult? Finish(FindingList findings)
    {
        if (_prices.Count + _observations.Count == 0)
        {
            findings.Add(FormatFindings.NothingSelected.At("series", new SourcePlace(_file), "None of the series is a price of energy by the month or a measured flow of gas."));
            return null;
        }

        DateOnly[] days = [.. _prices.Select(p => p.Month), .. _observations.Select(o => o.Start)];
        var system = new EnergySystem
        {
            Description = new PackageDescription
            {
                Name = "series",
                Title = "Series of " + string.Join(", ", _sources.Select(s => s.Title)),
                Currency = _indices.Count > 0 ? _indices[0].PriceUnit.Currency.ToString() : "EUR",
                From = days.Min(),
                To = days.Max().AddMonths(1),
            },
            Carriers = _nodes.Count == 0 ? [] : [new Carrier { Id = Carrier, Kind = CarrierKind.Gas, Unit = AmountUnit.Parse("GWh_gross"), Source = _sources[0].Id, Basis = Basis.Assumed, Note = "energy, gross, as the measurements are stated" }],
            Zones = [.. _zones.Values],
            Nodes = [.. _nodes.Values],
            PriceIndices = _indices,
            PriceSeries = _prices,
            Observations = _observations,
            Sources = _sources,
        };
        return new ImportResult(system, _fidelity) { IsPart = true, BroughtAlong = BroughtAlong, OpenBasis = _openBasis };
    }

    private static string Title(SeriesFile file) => file.Kind switch
    {
        SeriesKind.WorldBank => $"World Bank commodity price data (pink sheet), file {file.Name}",
        SeriesKind.Eia => $"U.S. Energy Information Administration, file {file.Name}",
        SeriesKind.Entsog => $"ENTSOG transparency platform, file {file.Name}",
        _ => $"Series of the file {file.Name}",
    };

    private void Prices(SeriesKind kind, string name, string printed, SeriesValue[] values, string source, FindingList findings)
    {
        string example = $"{name} [{printed}]";
        if (kind == SeriesKind.WorldBank && !EnergyWords.Any(w => name.StartsWith(w, StringComparison.OrdinalIgnoreCase)))
        {
            _fidelity.Dropped(kind.ToString(), "", "no energy carrier", example, values.Length);
            return;
        }

        if (SeriesUnits.Price(printed) is not { } unit)
        {
            _fidelity.Dropped(kind.ToString(), "", "the unit is no price of an amount: a flow needs a place, which this file does not name", example, values.Length);
            return;
        }

        SeriesValue[] monthly = [.. values.Where(v => v.End.DayNumber - v.Start.DayNumber <= 31)];
        _fidelity.Dropped(kind.ToString(), "", "a value of a quarter or year is no price of a month", example, values.Length - monthly.Length);
        if (monthly.Length == 0)
            return;
        string id = _ids.Take(name);
        if (unit.Amount.Dimension == Dimension.Energy && printed.Contains("MWh", StringComparison.OrdinalIgnoreCase) && !printed.Contains("gross", StringComparison.OrdinalIgnoreCase))
            _openBasis.Add(id);
        _indices.Add(new PriceIndex { Id = id, Name = name, PriceUnit = unit, Source = source, Basis = Basis.Reported, Note = $"unit as printed: {printed.Trim('(', ')')}" });
        foreach (IGrouping<DateOnly, SeriesValue> month in monthly.GroupBy(v => new DateOnly(v.Start.Year, v.Start.Month, 1)).OrderBy(g => g.Key))
        {
            SeriesValue[] of = [.. month];
            if (of.Length == 1)
                _fidelity.Exact(kind.ToString(), "value", "price_series.value");
            else if (of.Any(v => v.End.DayNumber - v.Start.DayNumber > 7))
                findings.Add(FormatFindings.RowSkipped.At(name, of[^1].Place, string.Create(CultureInfo.InvariantCulture, $"{name} has several values of {month.Key:yyyy-MM}; the first counts.")));
            else
                _fidelity.Approximated(kind.ToString(), "value", "price_series.value", "the mean of the days or weeks of a month", string.Create(CultureInfo.InvariantCulture, $"{name} {month.Key:yyyy-MM}: {of.Length} values"), of.Length);
            double value = of.Any(v => v.End.DayNumber - v.Start.DayNumber > 7) ? of[0].Value : of.Average(v => v.Value);
            _prices.Add(new PricePoint { Index = id, Month = month.Key, Value = value, Source = source, Basis = Basis.Reported, Note = Where(of[0].Place) });
        }
    }

    private void Flows(SeriesValue[] values, string source)
    {
        foreach (SeriesValue value in values)
        {
            SeriesPoint point = value.Point!;
            string example = string.Create(CultureInfo.InvariantCulture, $"{point.Name} {value.Start:yyyy-MM-dd}: {value.Value} {value.Unit}");
            if (point.Indicator.Length > 0 && !point.Indicator.Equals("Physical Flow", StringComparison.OrdinalIgnoreCase))
                _fidelity.Dropped("Entsog", "indicator", $"{point.Indicator} is no measured flow", example);
            else if (SeriesUnits.Daily(value.Unit) is not { } unit)
                _fidelity.Dropped("Entsog", "value", "the unit is no energy in a day", example);
            else if (value.End <= value.Start)
                _fidelity.Dropped("Entsog", "periodTo", "less than a day: flows are those of whole days", example);
            else if (value.Value < 0)
                _fidelity.Dropped("Entsog", "value", "a flow below zero", example);
            else
                Observe(value, point, unit, source);
        }
    }

    private void Observe(SeriesValue value, SeriesPoint point, AmountUnit unit, string source)
    {
        // A flow by the day over a longer time is a mean; an observation states the amount of its whole time.
        int days = value.End.DayNumber - value.Start.DayNumber;
        bool isMean = days > 1 && value.Unit.Trim().EndsWith("/d", StringComparison.OrdinalIgnoreCase);
        string zone = point.Country.Length == 2 && point.Country.All(char.IsAsciiLetterUpper) ? point.Country.ToLowerInvariant() : "other";
        _zones.TryAdd(zone, new Zone { Id = zone, Name = zone == "other" ? "Elsewhere" : point.Country, Iso = zone == "other" ? null : point.Country, Source = source, Basis = Basis.Reported });
        if (!_nodes.TryGetValue(point.Key, out Node? node))
        {
            node = new Node { Id = _ids.Take(point.Key), Name = point.Name.Length > 0 ? point.Name : point.Key, Carrier = Carrier, Zone = zone, Source = source, Basis = Basis.Reported, Note = $"point {point.Key}; zone of its first operator" };
            _nodes.Add(point.Key, node);
        }

        _observations.Add(new Observation
        {
            Id = _ids.Take(string.Create(CultureInfo.InvariantCulture, $"{node.Id}-{point.Direction}-{value.Start:yyyy-MM-dd}")),
            Table = "nodes",
            Subject = node.Id,
            Measure = "flow",
            Start = value.Start,
            End = value.End,
            Value = new Amount(isMean ? value.Value * days : value.Value, unit),
            AmountUnit = unit,
            Confidence = Confidence.High,
            Source = source,
            Basis = Basis.Reported,
            Note = $"{point.Direction}, {point.Operator}; {Where(value.Place)}",
        });
        if (isMean)
            _fidelity.Approximated("Entsog", "value", "observations.value", "a flow by the day over a longer time: multiplied by its days", value.Place.ToString());
        else
            _fidelity.Exact("Entsog", "value", "observations.value");
    }

    private static string Where(SourcePlace place) => place.ToString();
}
