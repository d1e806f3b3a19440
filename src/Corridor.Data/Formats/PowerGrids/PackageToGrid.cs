using Corridor.Data.Formats.Exchange;
using Corridor.Model;
using Corridor.Model.Findings;
using Corridor.Model.Network;
using Corridor.Model.PowerGrids;
using Corridor.Model.Units;

namespace Corridor.Data.Formats.PowerGrids;

/// <summary>
/// Makes the power grid of a package: its electricity nodes with what stands at them on a day. Figures are those of the tables, without profiles and dated values; demands are
/// annual volumes over 8760 hours.
/// </summary>
public sealed class PackageToGrid
{
    private readonly EnergySystem _system;
    private readonly PackageGridOptions _options;
    private readonly FidelityReport _fidelity;
    private readonly FindingList _findings;
    private readonly DateOnly? _day;
    private readonly Dictionary<string, int> _buses = new(StringComparer.Ordinal);
    private readonly Dictionary<string, PowerUnit> _powerUnits = new(StringComparer.Ordinal);
    private readonly List<GridUnit> _units = [];
    private double[] _demands = [];

    private PackageToGrid(EnergySystem system, PackageGridOptions options, FidelityReport fidelity, FindingList findings)
    {
        _system = system;
        _options = options;
        _fidelity = fidelity;
        _findings = findings;
        _day = options.Day ?? system.Description.From;
    }

    /// <summary>Makes the power grid of a package.</summary>
    /// <param name="system">The package; its references hold.</param>
    /// <param name="options">How.</param>
    /// <param name="fidelity">Takes what came over and what did not, by table and column.</param>
    /// <param name="findings">Takes what stands in the way (G…).</param>
    /// <returns>The grid; null where a finding of severity error stands in its way.</returns>
    public static PowerGrid? Convert(EnergySystem system, PackageGridOptions options, FidelityReport fidelity, FindingList findings)
    {
        ArgumentNullException.ThrowIfNull(system);
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(fidelity);
        ArgumentNullException.ThrowIfNull(findings);
        if (!(options.BasePower > 0.0 && double.IsFinite(options.BasePower)))
            throw new ArgumentException("The base power must be positive.", nameof(options));
        int before = findings.Errors;
        PowerGrid? grid = new PackageToGrid(system, options, fidelity, findings).Make();
        return findings.Errors > before ? null : grid;
    }

    private PowerGrid? Make()
    {
        var carriers = new HashSet<string>(_system.Carriers.Where(c => c.Kind == CarrierKind.Electricity).Select(c => c.Id), StringComparer.Ordinal);
        List<Node> nodes = [.. _system.Nodes.Where(n => carriers.Contains(n.Carrier))];
        if (nodes.Count == 0)
        {
            _findings.Add(FormatFindings.NothingSelected.At("nodes", SourcePlace.None, "The package has no node of a carrier of kind electricity, so that it has no power grid."));
            return null;
        }

        foreach (Node node in nodes)
            _buses.TryAdd(node.Id, _buses.Count);
        foreach (PowerUnit row in _system.PowerUnits)
            _powerUnits.TryAdd(row.Supply, row);
        _demands = new double[nodes.Count];
        Demands();
        var prices = new PackagePrices(_system.Description.Currency, _fidelity);
        Supplies(prices);
        Others();
        var lines = new PackageLines(_system, _options, _buses, IsInService, prices, _fidelity, _findings);
        List<GridBranch> branches = lines.Branches();
        List<GridDcLine> dcLines = lines.DcLines();
        prices.Tell(_findings);
        GridBus[] buses = Buses(nodes, branches);
        return new PowerGrid { Name = _system.Description.Title ?? _system.Description.Name, Currency = _system.Description.Currency, BasePower = _options.BasePower, Buses = buses, Branches = branches, Units = _units, DcLines = dcLines };
    }

    private bool IsInService(AssetStatus status, DateOnly? start, DateOnly? end) =>
        status == AssetStatus.Operating && (_day is not { } day || ((start is null || start <= day) && (end is null || day < end)));

    private void Demands()
    {
        foreach (Demand row in _system.Demands)
        {
            if (!_buses.TryGetValue(row.Node, out int bus))
                continue;
            if (!IsInService(AssetStatus.Operating, row.Start, row.End))
            {
                _fidelity.Dropped("demands", "annual_volume", "The demand is not there on the day", row.Id);
                continue;
            }

            if (!new CarrierBasis("electricity", GridScale.MegawattHour).TryToAccount(row.AnnualVolume, out double volume, out string? problem))
            {
                _findings.Add(FormatFindings.UnknownUnit.At("demands " + row.Id, SourcePlace.None, problem));
                continue;
            }

            _demands[bus] += volume / GridScale.YearHours;
            if (row.Profile is null)
                _fidelity.Exact("demands", "annual_volume", "bus.Pd");
            else
                _fidelity.Approximated("demands", "profile", "bus.Pd", "The average over the year stands in for the profile", row.Id);
        }
    }

    private void Supplies(PackagePrices prices)
    {
        var costs = new PackageCosts(_system, prices, _fidelity);
        foreach (Supply row in _system.Supplies)
        {
            if (!_buses.TryGetValue(row.Node, out int bus))
                continue;
            var basis = new CarrierBasis("electricity", GridScale.MegawattHour);
            string? problem = null;
            double least = 0.0;
            if (!basis.TryToAccount(row.Capacity, out double capacity, out problem) || (row.MinOutput is { } output && !basis.TryToAccount(output, out least, out problem)))
            {
                _findings.Add(FormatFindings.UnknownUnit.At("supplies " + row.Id, SourcePlace.None, problem));
                continue;
            }

            (capacity, least) = (Megawatts(capacity, row.Capacity), row.MinOutput is { } minimum ? Megawatts(least, minimum) : 0.0);
            bool isIn = IsInService(row.Status, row.Start, row.End);
            if (row.Profile is not null || row.MinProfile is not null)
                _fidelity.Approximated("supplies", "profile", "gen.Pmax", "The capacity stands without its profile", row.Id);
            else
                _fidelity.Exact("supplies", "capacity", "gen.Pmax");
            _powerUnits.TryGetValue(row.Id, out PowerUnit? unit);
            if (unit is null && isIn && least >= capacity && capacity > 0.0)
            {
                _demands[bus] -= capacity;
                _fidelity.Exact("supplies", "min_output", "bus.Pd, as a negative demand: it always runs at its capacity, and is no unit of power_units");
                continue;
            }

            if (unit is null)
                _fidelity.Defaulted("power_units", "supply", "gen.Pg, Vg, Qmin, Qmax", "The supply has no row: output 0, voltage 1, no reactive limits", row.Id);
            _units.Add(new GridUnit
            {
                Id = row.Id,
                Bus = bus,
                ActivePower = unit?.ActivePower ?? 0.0,
                ReactivePower = unit?.ReactivePower ?? 0.0,
                ActiveMin = GridScale.Unbounded(unit?.ActiveMin ?? least),
                ActiveMax = GridScale.Unbounded(capacity),
                ReactiveMin = unit?.ReactiveMin ?? double.NegativeInfinity,
                ReactiveMax = unit?.ReactiveMax ?? double.PositiveInfinity,
                VoltageSetpoint = unit?.VoltageSetpoint ?? 1.0,
                Participation = unit?.Participation ?? 0.0,
                InService = isIn,
                Cost = costs.Of(row, unit, capacity),
            });
        }
    }

    /// <summary>Rates in MW come over as printed; others through the amounts of an hour.</summary>
    private static double Megawatts(double perDay, Rate rate) => rate.Unit.Equals(GridScale.Megawatt) ? rate.Value : perDay / 24.0;

    /// <summary>Storages at electricity nodes, as units without a cost; converters are left out.</summary>
    private void Others()
    {
        var basis = new CarrierBasis("electricity", GridScale.MegawattHour);
        foreach (ConverterFlow flow in _system.ConverterFlows)
        {
            if (_buses.ContainsKey(flow.Node))
                _fidelity.Dropped("converters", "capacity", "What a converter takes from or gives to the grid follows from its fuels; it is no unit of the grid", flow.Converter);
        }

        foreach (Storage row in _system.Storages)
        {
            if (!_buses.TryGetValue(row.Node, out int bus))
                continue;
            if (!basis.TryToAccount(row.MaxWithdrawal, out double withdrawal, out string? problem) || !basis.TryToAccount(row.MaxInjection, out double injection, out problem))
            {
                _findings.Add(FormatFindings.UnknownUnit.At("storages " + row.Id, SourcePlace.None, problem));
                continue;
            }

            _fidelity.Approximated("storages", "max_withdrawal", "gen.Pmax, Pmin", "A storage becomes a unit that may give and take, without cost and level", row.Id);
            _units.Add(new GridUnit { Id = row.Id, Bus = bus, ActiveMax = Megawatts(withdrawal, row.MaxWithdrawal), ActiveMin = -Megawatts(injection, row.MaxInjection), InService = IsInService(row.Status, row.Start, row.End) });
        }
    }

    private GridBus[] Buses(List<Node> nodes, List<GridBranch> branches)
    {
        var rows = new Dictionary<string, PowerNode>(StringComparer.Ordinal);
        foreach (PowerNode row in _system.PowerNodes)
            rows.TryAdd(row.Node, row);
        var buses = new GridBus[_buses.Count];
        foreach (Node node in nodes)
        {
            int i = _buses[node.Id];
            rows.TryGetValue(node.Id, out PowerNode? row);
            if (row is null)
                _fidelity.Defaulted("power_nodes", "node", "bus.type, Vm, Va, baseKV", "The node has no row: voltage 1, held where units in service stand", node.Id);
            buses[i] = new GridBus
            {
                Id = node.Id,
                Control = row?.Control ?? BusControl.Load,
                NominalVoltage = row?.NominalVoltage ?? 0.0,
                Voltage = row?.Voltage ?? 1.0,
                Angle = row?.Angle ?? 0.0,
                VoltageMin = row?.VoltageMin ?? 0.0,
                VoltageMax = row?.VoltageMax ?? double.PositiveInfinity,
                ActiveDemand = _demands[i],
                ReactiveDemand = row?.ReactiveDemand ?? 0.0,
                ShuntConductance = row?.ShuntConductance ?? 0.0,
                ShuntSusceptance = row?.ShuntSusceptance ?? 0.0,
                Area = row?.Area,
                Zone = row?.LossZone,
                Longitude = node.Lon,
                Latitude = node.Lat,
            };
        }

        if (rows.Count < buses.Length)
            GridControls.Default(buses, _units, branches, [.. nodes.Select(n => !rows.ContainsKey(n.Id))], _fidelity);
        return buses;
    }
}
