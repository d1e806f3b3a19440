using System.Globalization;
using Corridor.Data.Formats.Exchange;
using Corridor.Model;
using Corridor.Model.Findings;
using Corridor.Model.Network;
using Corridor.Model.PowerGrids;
using Corridor.Model.Units;

namespace Corridor.Data.Formats.PowerGrids;

/// <summary>Makes a package of one day of a power grid: nodes, demands, supplies and power lines with what a power flow needs beside them.</summary>
public sealed class GridToPackage
{
    private const string Carrier = "electricity";
    private const string Zone = "grid";
    private readonly PowerGrid _grid;
    private readonly GridPackageOptions _options;
    private readonly FidelityReport _fidelity;
    private readonly ForeignIds _ids = new();
    private readonly string[] _nodes;
    private readonly PriceUnit _price;
    private readonly List<Supply> _supplies = [];
    private readonly List<SupplyStep> _steps = [];
    private readonly List<PowerUnit> _units = [];
    private readonly List<Demand> _demands = [];

    private GridToPackage(PowerGrid grid, GridPackageOptions options, FidelityReport fidelity)
    {
        _grid = grid;
        _options = options;
        _fidelity = fidelity;
        _price = PriceUnit.Parse(options.Currency + "/MWh");
        _nodes = [.. grid.Buses.Select(b => _ids.Take(b.Id))];
    }

    /// <summary>Makes a package.</summary>
    /// <param name="grid">The grid.</param>
    /// <param name="options">What the grid does not say.</param>
    /// <param name="fidelity">Takes what came over and what did not, by the names that MATPOWER gives the figures.</param>
    public static EnergySystem Convert(PowerGrid grid, GridPackageOptions options, FidelityReport fidelity)
    {
        ArgumentNullException.ThrowIfNull(grid);
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(fidelity);
        return new GridToPackage(grid, options, fidelity).Make();
    }

    private EnergySystem Make()
    {
        List<Node> nodes = Nodes();
        List<PowerNode> powerNodes = PowerNodes();
        Demands();
        Units();
        var lines = new GridLines(_grid, _nodes, _ids, _price, _options.Source?.Id, _fidelity);
        List<PowerLine> powerLines = [.. lines.Branches(), .. lines.DcLines()];
        _fidelity.Exact("case", "baseMVA", "power_lines.reactance, resistance, charging (in ohm and Mvar)");
        return new EnergySystem
        {
            Description = new PackageDescription
            {
                Name = new ForeignIds().Take(_grid.Name).Replace('.', '-'),
                Title = _grid.Name,
                Currency = _options.Currency,
                From = _options.Day,
                To = _options.Day.AddDays(1),
            },
            Carriers = [new Carrier { Id = Carrier, Name = "Electricity", Kind = CarrierKind.Electricity, Unit = GridScale.MegawattHour, Source = _options.Source?.Id }],
            Zones = [new Zone { Id = Zone, Name = _grid.Name, Source = _options.Source?.Id }],
            Nodes = nodes,
            PowerNodes = powerNodes,
            Demands = _demands,
            Supplies = _supplies,
            SupplySteps = _steps,
            PowerUnits = _units,
            PowerLines = powerLines,
            Sources = _options.Source is { } source ? [source] : [],
        };
    }

    internal static string? Note(SourcePlace place) =>
        place.Line > 0 ? string.Create(CultureInfo.InvariantCulture, $"{place.File} line {place.Line}") : null;

    private List<Node> Nodes()
    {
        var nodes = new List<Node>(_nodes.Length);
        for (int i = 0; i < _nodes.Length; i++)
        {
            GridBus bus = _grid.Buses[i];
            nodes.Add(new Node
            {
                Id = _nodes[i],
                Name = i < _options.BusNames.Count ? _options.BusNames[i] : bus.Id,
                Carrier = Carrier,
                Zone = Zone,
                Lon = bus.Longitude,
                Lat = bus.Latitude,
                Source = _options.Source?.Id,
                Note = Note(bus.Place),
            });
        }

        _fidelity.Exact("bus", "bus_i", "nodes.id", _nodes.Length);
        return nodes;
    }

    private List<PowerNode> PowerNodes()
    {
        var rows = new List<PowerNode>(_nodes.Length);
        for (int i = 0; i < _nodes.Length; i++)
        {
            GridBus bus = _grid.Buses[i];
            rows.Add(new PowerNode
            {
                Node = _nodes[i],
                Control = bus.Control,
                NominalVoltage = bus.NominalVoltage > 0.0 ? bus.NominalVoltage : null,
                Voltage = bus.Voltage,
                Angle = bus.Angle,
                VoltageMin = bus.VoltageMin > 0.0 ? bus.VoltageMin : null,
                VoltageMax = double.IsFinite(bus.VoltageMax) ? bus.VoltageMax : null,
                ReactiveDemand = bus.ReactiveDemand == 0.0 ? null : bus.ReactiveDemand,
                ShuntConductance = bus.ShuntConductance == 0.0 ? null : bus.ShuntConductance,
                ShuntSusceptance = bus.ShuntSusceptance == 0.0 ? null : bus.ShuntSusceptance,
                Area = bus.Area,
                LossZone = bus.Zone,
                Source = _options.Source?.Id,
                Note = Note(bus.Place),
            });
        }

        (string Column, string Target)[] columns = [
            ("type", "control"), ("Qd", "reactive_demand"), ("Bs", "shunt_susceptance"), ("area", "area"), ("Vm", "voltage"), ("Va", "angle"),
            ("baseKV", "nominal_voltage"), ("zone", "loss_zone"), ("Vmax", "voltage_max"), ("Vmin", "voltage_min")];
        foreach ((string column, string target) in columns)
            _fidelity.Exact("bus", column, "power_nodes." + target, _nodes.Length);
        int shunts = 0;
        foreach (GridBus bus in _grid.Buses.Where(b => b.ShuntConductance != 0.0))
        {
            shunts++;
            _fidelity.Approximated("bus", "Gs", "power_nodes.shunt_conductance", "Power flow and optimal power flow take it, a dispatch leaves it out", Example(bus.Id, bus.ShuntConductance, bus.Place));
        }

        _fidelity.Exact("bus", "Gs", "power_nodes.shunt_conductance", _nodes.Length - shunts);
        return rows;
    }

    private void Demands()
    {
        int exact = 0;
        for (int i = 0; i < _nodes.Length; i++)
        {
            GridBus bus = _grid.Buses[i];
            if (bus.ActiveDemand >= 0.0)
                exact++;
            if (bus.ActiveDemand > 0.0)
            {
                _demands.Add(new Demand
                {
                    Id = _ids.Take(bus.Id, "load"),
                    Node = _nodes[i],
                    Sector = DemandSector.Other,
                    AnnualVolume = new Amount(bus.ActiveDemand * GridScale.YearHours, GridScale.MegawattHour),
                    AmountUnit = GridScale.MegawattHour,
                    Source = _options.Source?.Id,
                    Note = Note(bus.Place),
                });
            }
            else if (bus.ActiveDemand < 0.0)
            {
                _fidelity.Approximated("bus", "Pd", "supplies.capacity", "A negative demand becomes a supply that always runs at its capacity", Example(bus.Id, bus.ActiveDemand, bus.Place));
                var rate = new Rate(-bus.ActiveDemand, GridScale.Megawatt);
                _supplies.Add(new Supply
                {
                    Id = _ids.Take(bus.Id, "feed"),
                    Node = _nodes[i],
                    Capacity = rate,
                    MinOutput = rate,
                    RateUnit = GridScale.Megawatt,
                    Source = _options.Source?.Id,
                    Note = Note(bus.Place),
                });
            }
        }

        _fidelity.Exact("bus", "Pd", "demands.annual_volume", exact);
    }

    private void Units()
    {
        for (int i = 0; i < _grid.Units.Count; i++)
            Add(_grid.Units[i], i);
        int count = _grid.Units.Count;
        (string Column, string Target)[] columns = [
            ("bus", "supplies.node"), ("Pg", "power_units.active_power"), ("Qg", "power_units.reactive_power"), ("Qmax", "power_units.reactive_max"), ("Qmin", "power_units.reactive_min"),
            ("Vg", "power_units.voltage_setpoint"), ("status", "supplies.status"), ("apf", "power_units.participation")];
        foreach ((string column, string target) in columns)
            _fidelity.Exact("gen", column, target, count);
    }

    private void Add(GridUnit unit, int index)
    {
        string id = _ids.Take(unit.Id);
        double capacity = Math.Max(GridScale.Bounded(unit.ActiveMax), 0.0);
        if (unit.ActiveMax < 0.0)
            _fidelity.Approximated("gen", "Pmax", "supplies.capacity", "A negative greatest output becomes 0: a package's supply cannot be made to consume", Example(unit.Id, unit.ActiveMax, unit.Place));
        else
            _fidelity.Exact("gen", "Pmax", "supplies.capacity");
        double least = Math.Clamp(GridScale.Bounded(unit.ActiveMin), 0.0, capacity);
        if (unit.ActiveMin > unit.ActiveMax)
            _fidelity.Approximated("gen", "Pmin", "supplies.min_output", "A least output above the greatest, out of service, becomes the greatest", Example(unit.Id, unit.ActiveMin, unit.Place));
        else if (unit.ActiveMin < 0.0)
            _fidelity.Approximated("gen", "Pmin", "power_units.active_min", "Power flow and optimal power flow take it, a dispatch takes outputs from 0", Example(unit.Id, unit.ActiveMin, unit.Place));
        else
            _fidelity.Exact("gen", "Pmin", "supplies.min_output");
        UnitCosts? costs = unit.Cost is { } cost ? UnitCosts.Of(cost, unit.ActiveMin, capacity) : null;
        Report(unit, costs);
        bool hasSteps = costs is { Steps.Count: > 0 };
        _supplies.Add(new Supply
        {
            Id = id,
            Name = index < _options.UnitNames.Count ? _options.UnitNames[index] : null,
            Node = _nodes[unit.Bus],
            Capacity = new Rate(capacity, GridScale.Megawatt),
            MinOutput = least > 0.0 ? new Rate(least, GridScale.Megawatt) : null,
            Cost = costs is { } c ? new UnitPrice(c.Marginal, _price) : null,
            CostSlope = costs is { Slope: > 0.0 } s ? new UnitPrice(s.Slope, _price) : null,
            HourlyCost = costs is { } h && h.Hourly != 0.0 ? h.Hourly : null,
            RateUnit = GridScale.Megawatt,
            PriceUnit = costs is null ? null : _price,
            Status = unit.InService ? AssetStatus.Operating : AssetStatus.Suspended,
            Source = _options.Source?.Id,
            Note = Note(unit.Place),
        });
        for (int k = 0; hasSteps && k < costs!.Value.Steps.Count; k++)
        {
            (double share, double marginal) = costs.Value.Steps[k];
            _steps.Add(new SupplyStep { Supply = id, Step = k + 1, Share = share, Cost = new UnitPrice(marginal, _price), PriceUnit = _price, Source = _options.Source?.Id });
        }

        _units.Add(new PowerUnit
        {
            Supply = id,
            ActivePower = unit.ActivePower,
            ActiveMin = unit.ActiveMin < 0.0 ? GridScale.Bounded(unit.ActiveMin) : null,
            ReactivePower = unit.ReactivePower == 0.0 ? null : unit.ReactivePower,
            ReactiveMin = double.IsFinite(unit.ReactiveMin) ? unit.ReactiveMin : null,
            ReactiveMax = double.IsFinite(unit.ReactiveMax) ? unit.ReactiveMax : null,
            VoltageSetpoint = Math.Max(unit.VoltageSetpoint, 0.0),
            Participation = unit.Participation > 0.0 ? unit.Participation : null,
            StartCost = unit.Cost is { StartUp: not 0.0 } start ? start.StartUp : null,
            StopCost = unit.Cost is { ShutDown: not 0.0 } stop ? stop.ShutDown : null,
            Source = _options.Source?.Id,
            Note = Note(unit.Place),
        });
    }

    private void Report(GridUnit unit, UnitCosts? costs)
    {
        if (costs is not { } c)
            return;
        string target = c.Steps.Count > 0 ? "supply_steps, supplies.hourly_cost" : "supplies.cost, cost_slope, hourly_cost";
        if (c.Problem is { } problem)
            _fidelity.Approximated("gencost", "cost", target, problem, Example(unit.Id, null, unit.Place));
        else
            _fidelity.Exact("gencost", "cost", target);
        _fidelity.Exact("gencost", "startup", "power_units.start_cost");
        _fidelity.Exact("gencost", "shutdown", "power_units.stop_cost");
    }

    /// <summary>An example for the fidelity report.</summary>
    internal static string Example(string id, double? value, SourcePlace place)
    {
        string text = value is { } v ? string.Create(CultureInfo.InvariantCulture, $"{id} = {v}") : id;
        return place.Line > 0 ? string.Create(CultureInfo.InvariantCulture, $"{text} (line {place.Line})") : text;
    }
}
