using System.Globalization;
using Corridor.Model;
using Corridor.Model.Network;
using Corridor.Model.Provenance;
using Corridor.Model.Time;
using Corridor.Model.Units;
using Corridor.Reporting.Look;
using Corridor.Reporting.Summaries;
using Corridor.Reporting.Terminal;
using Corridor.Studies.Compilation;
using Corridor.Studies.Dispatch;

namespace Corridor.Reporting.Maps;

/// <summary>Makes the model of a map from a run.</summary>
public static class MapModelBuilder
{
    /// <summary>The map of a run.</summary>
    /// <param name="report">A run with figures.</param>
    /// <param name="language">ISO 639-1 code of the reader's language; names that the package lacks in it are English.</param>
    /// <param name="title">What the map answers; null for "Flows of energy" and the period.</param>
    /// <param name="units">Units of each carrier; null for the usual ones.</param>
    public static MapModel Build(RunReport report, string language = "en", string? title = null, IReadOnlyDictionary<string, DisplayUnit>? units = null)
    {
        ArgumentNullException.ThrowIfNull(report);
        return new Builder(report, language, units ?? DisplayUnit.Of(report.System)).Build(title);
    }

    /// <summary>The map of what changed from one run to another: the figures of the second, with those of the first beside them.</summary>
    /// <param name="before">Run A.</param>
    /// <param name="after">Run B; over the same months.</param>
    /// <param name="title">What the map answers.</param>
    /// <exception cref="ArgumentException">The runs span different months.</exception>
    public static MapModel Difference(MapModel before, MapModel after, string title)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        return MapDifference.Between(before, after, title);
    }

    private sealed class Builder
    {
        private readonly RunReport _report;
        private readonly EnergySystem _system;
        private readonly CompiledNetwork _network;
        private readonly MapSteps _steps;
        private readonly IReadOnlyDictionary<string, DisplayUnit> _units;
        private readonly MapNames _names;
        private readonly Dictionary<string, int> _placeOf = new(StringComparer.Ordinal);
        private readonly List<MapPlace> _places = [];
        private readonly ILookup<string, RoutePoint> _points;
        private int _withoutPlace;

        public Builder(RunReport report, string language, IReadOnlyDictionary<string, DisplayUnit> units)
        {
            _report = report;
            _system = report.System;
            _network = report.Result.Network;
            _steps = new MapSteps(report.Horizon);
            _units = units;
            _names = new MapNames(_system, language);
            _points = _system.RoutePoints.ToLookup(p => p.Arc, StringComparer.Ordinal);
        }

        public MapModel Build(string? title)
        {
            AddPlaces();
            var flows = new List<MapFlow>();
            Dictionary<string, int> dispatched = new(StringComparer.Ordinal);
            for (int i = 0; i < _network.Arcs.Count; i++)
                dispatched[_network.Arcs[i].Id] = i;
            foreach (ArcRow row in Arcs())
            {
                if (_placeOf.TryGetValue(row.From, out int from) && _placeOf.TryGetValue(row.To, out int to))
                    flows.Add(Flow(row, from, to, dispatched.TryGetValue(row.Id, out int index) ? index : -1));
                else
                    _withoutPlace++;
            }

            string period = PeriodText(_report.Horizon);
            return new MapModel
            {
                Title = title ?? $"Flows of energy, {period}",
                Period = period,
                Certificate = _report.Certificate.Certified ? "certified" : "not certified",
                Steps = _steps.Steps,
                Carriers = [.. _system.Carriers.Where(c => _network.Nodes.Any(n => n.Carrier == c.Id)).Select(Carrier)],
                Places = _places,
                Flows = flows,
                Countries = [.. _names.Countries()],
                FlowsWithoutPlace = _withoutPlace,
            };
        }

        private static string PeriodText(Horizon horizon)
        {
            string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
            bool year = horizon.From is { Month: 1, Day: 1 } && horizon.To == horizon.From.AddYears(1);
            return year ? horizon.From.Year.ToString(CultureInfo.InvariantCulture) : horizon.From.AddDays(1) == horizon.To ? Day(horizon.From) : $"{Day(horizon.From)} to {Day(horizon.To.AddDays(-1))}";
        }

        private MapCarrier Carrier(Carrier carrier)
        {
            DisplayUnit unit = _units[carrier.Id];
            double? energy = carrier.Kind == CarrierKind.Electricity ? unit.Amount.Factor / AmountUnit.Parse("TWh").Factor : EnergyOf(carrier, unit.Amount);
            string symbol = unit.Amount.Symbol, name = carrier.Name ?? carrier.Id;
            int at = symbol.AsSpan().IndexOfAny('@', '_');
            string family = carrier.Kind is CarrierKind.Gas or CarrierKind.Lng ? "natural gas" : carrier.Id;
            return new MapCarrier(carrier.Id, name.Length > 0 ? char.ToUpperInvariant(name[0]) + name[1..] : name, UnitText.Of(symbol), at < 0 ? symbol : symbol[..at], energy, energy is null ? carrier.Id : family, Palette.Carrier(carrier.Id));
        }

        private static double? EnergyOf(Carrier carrier, AmountUnit unit)
        {
            if (carrier.GrossHeatingValue is not { } value || !HeatingValue.TryParse(value, carrier.HeatingValueUnit, "gross", out HeatingValue? heating, out _))
                return null;
            var basis = new CarrierBasis(carrier.Id, unit, heating);
            return basis.TryGetFactor(AmountUnit.Parse("TWh_gross"), out double factor, out _) && factor > 0 ? 1 / factor : null;
        }

        private void AddPlaces()
        {
            Dictionary<string, Node> nodes = _system.Nodes.GroupBy(n => n.Id, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.First(), StringComparer.Ordinal);
            Dictionary<string, Zone> zones = _system.Zones.GroupBy(z => z.Id, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.First(), StringComparer.Ordinal);
            var curtailed = new Dictionary<int, double[]>();
            for (int i = 0; i < _network.Demands.Count; i++)
            {
                int node = _network.Demands[i].Node.Value;
                double[] rate = _report.Result.Demands[i].Curtailed;
                double[] sums = _steps.Sum(t => rate[t], _units[_network.Nodes[node].Carrier].AmountPerAccount);
                curtailed[node] = curtailed.TryGetValue(node, out double[]? known) ? [.. known.Zip(sums, (a, b) => a + b)] : sums;
            }

            for (int n = 0; n < _network.Nodes.Count; n++)
            {
                CompiledNode compiled = _network.Nodes[n];
                Node? node = nodes.GetValueOrDefault(compiled.Id);
                Zone? zone = zones.GetValueOrDefault(compiled.Zone);
                (double? lon, double? lat) = node is { Lon: not null, Lat: not null } ? (node.Lon, node.Lat) : (zone?.Lon, zone?.Lat);
                if (lon is null || lat is null)
                    continue;
                (string country, bool hasCountry) = _names.Country(compiled.Zone);
                _placeOf[compiled.Id] = _places.Count;
                _places.Add(new MapPlace
                {
                    Id = compiled.Id,
                    Name = _names.Place(compiled.Id, node?.Name, compiled.Zone),
                    Country = country,
                    HasCountry = hasCountry,
                    Carrier = compiled.Carrier,
                    At = new MapCoordinate(lon.Value, lat.Value),
                    Curtailed = curtailed.GetValueOrDefault(n) ?? new double[_steps.Steps.Count],
                });
            }
        }

        private MapFlow Flow(ArcRow row, int from, int to, int index)
        {
            bool inService = index >= 0 && Array.Exists(_network.Arcs[index].Capacity, d => Array.Exists(d, c => c > 0));
            bool planned = row.Status is AssetStatus.Construction or AssetStatus.Planned or AssetStatus.Proposed
                || (row.Status == AssetStatus.Operating && row.Start >= _report.Horizon.To);
            return new MapFlow
            {
                Id = row.Id,
                Name = _names.Of(row.Id, row.Name),
                ShortName = _names.Short(row.Id, row.Name),
                Carrier = _places[from].Carrier,
                From = from,
                To = to,
                Mode = row.Mode,
                State = inService ? FlowState.InService : planned ? FlowState.Planned : FlowState.OutOfService,
                Distance = row.Distance,
                Route = [.. _points[row.Id].OrderBy(p => p.Sequence).Select(p => new MapCoordinate(p.Lon, p.Lat))],
                Forward = Direction(index, 0),
                Backward = Direction(index, 1),
            };
        }

        private MapDirection Direction(int index, int direction)
        {
            if (index < 0)
            {
                var nothing = new double[_steps.Steps.Count];
                return new MapDirection { Arriving = nothing, Entering = nothing, Capacity = nothing };
            }

            CompiledArc arc = _network.Arcs[index];
            double[] flow = _report.Result.Arcs[index].Flow[direction];
            double factor = _units[_network.Nodes[arc.From.Value].Carrier].AmountPerAccount;
            // Interior solutions leave dust below the solver's tolerance; a flow is never negative.
            return new MapDirection
            {
                Arriving = _steps.Sum(t => Math.Max(0, ArcFlow.Arriving(arc, flow, t)), factor),
                Entering = _steps.Sum(t => Math.Max(0, flow[t]), factor),
                Capacity = _steps.Sum(t => arc.Capacity[direction][t], factor),
            };
        }

        private IEnumerable<ArcRow> Arcs()
        {
            foreach (Pipeline p in _system.Pipelines)
                yield return new ArcRow(p.Id, p.Name, p.From, p.To, FlowMode.Line, p.Length?.InKilometres(), p.Status, p.Start);
            foreach (PowerLine p in _system.PowerLines)
                yield return new ArcRow(p.Id, p.Name, p.From, p.To, FlowMode.Line, p.Length?.InKilometres(), p.Status, p.Start);
            foreach (Transport t in _system.Transports)
                yield return new ArcRow(t.Id, t.Name, t.From, t.To, t.Mode == TransportMode.Ship ? FlowMode.Ship : FlowMode.Land, t.Distance?.InKilometres(), t.Status, t.Start);
        }

        private sealed record ArcRow(string Id, string? Name, string From, string To, FlowMode Mode, double? Distance, AssetStatus Status, DateOnly? Start);
    }
}
