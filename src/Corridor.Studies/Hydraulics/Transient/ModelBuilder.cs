using System.Globalization;
using Corridor.Model.Hydraulics;
using Corridor.Studies.Hydraulics.Laws;

namespace Corridor.Studies.Hydraulics.Transient;

/// <summary>Makes the model of a run: puts pipes on the grid, breaks and shuts them where the schedule wants it, and starts all banks.</summary>
internal sealed class ModelBuilder(
    GasNetwork network,
    HydraulicSolution? initial,
    TransientSettings settings,
    TransientSchedule schedule,
    List<HydraulicComplaint> complaints)
{
    private readonly List<string> _names = [];
    private readonly List<double> _heights = [];
    private readonly List<double> _pressures = [];
    private readonly List<GridPipe> _pipes = [];
    private readonly List<double> _pipeFlows = [];
    private readonly List<LinkLaw> _links = [];
    private readonly List<(StationMode Mode, double Value, double Flow)> _orders = [];
    private readonly List<TimedAction> _actions = [];
    private readonly Dictionary<GasQuality, DensityTable> _tables = [];
    private double _highest;

    internal TransientModel? Build()
    {
        _highest = HighestPressure();
        var start = StartPressures.Of(network, initial, schedule, settings);
        for (int i = 0; i < network.Nodes.Count; i++)
        {
            _names.Add(network.Nodes[i].Id);
            _heights.Add(network.Nodes[i].Height);
            _pressures.Add(start[i]);
        }

        int count = network.Elements.Count;
        var firstPipe = new int[count];
        var parts = new int[count];
        var linkOf = new int[count];
        Array.Fill(firstPipe, -1);
        Array.Fill(linkOf, -1);
        for (int e = 0; e < count; e++)
        {
            GasElement element = network.Elements[e];
            if (!element.InService || !network.Nodes[element.From].InService || !network.Nodes[element.To].InService)
                continue;
            if (element is GasPipe pipe)
            {
                firstPipe[e] = _pipes.Count;
                if (!AddPipe(e, pipe))
                    return null;
                parts[e] = _pipes.Count - firstPipe[e];
            }
            else
            {
                linkOf[e] = _links.Count;
                AddElement(e, element);
            }
        }

        AddEvents(linkOf);
        if (complaints.Any(complaint => complaint.IsFatal))
            return null;
        return Assemble(firstPipe, parts, linkOf);
    }

    private TransientModel Assemble(int[] firstPipe, int[] parts, int[] linkOf)
    {
        var grid = new PipeGrid(_pipes);
        int nodes = _names.Count;
        var bare = new double[nodes];
        Array.Fill(bare, settings.BareNodeVolume);
        foreach (GridPipe pipe in _pipes)
        {
            bare[pipe.From] = 0.0;
            bare[pipe.To] = 0.0;
        }

        var tables = new DensityTable[nodes];
        for (int i = 0; i < nodes; i++)
            tables[i] = Table(i < network.Nodes.Count ? GasAt(i) : network.Gas)!;
        foreach (GridPipe pipe in _pipes)
        {
            tables[pipe.From] = pipe.From < network.Nodes.Count ? tables[pipe.From] : pipe.Gas;
            tables[pipe.To] = pipe.To < network.Nodes.Count ? tables[pipe.To] : pipe.Gas;
        }

        HydraulicSettings laws = settings.Hydraulics;
        var friction = FrictionLaws.For(FrictionOf());
        var nozzle = new Nozzle(network.Gas.IsentropicExponent ?? 1.3, settings.DischargeCoefficient, network.NormPressure);
        var bank = new NodeBank(nodes, bare, tables, nozzle);
        var pipes = new PipeBank(grid, friction, laws.Gravity, settings.HasConvection);
        var links = new LinkBank(_links);
        double flow = FlowScale();
        for (int i = 0; i < nodes; i++)
            bank.Pressure[i] = _pressures[i];
        for (int e = 0; e < _links.Count; e++)
        {
            links.Order(e, _orders[e].Mode, _orders[e].Value);
            links.Flow[e] = _orders[e].Flow;
        }

        FillProfiles(grid, pipes, bank);
        var solver = new StageSolver(grid, pipes, bank, links, _pressures.Max(), flow)
        {
            MaxIterations = settings.MaxIterations,
            Tolerance = settings.NewtonTolerance,
        };
        return new TransientModel
        {
            Network = network,
            Settings = settings,
            Schedule = schedule,
            NodeNames = _names,
            Grid = grid,
            Pipes = pipes,
            Nodes = bank,
            Links = links,
            Solver = solver,
            FirstPipe = firstPipe,
            PipeParts = parts,
            LinkOf = linkOf,
            Actions = [.. _actions.OrderBy(action => action.Time)],
            FlowScale = flow,
        };
    }

    private void FillProfiles(PipeGrid grid, PipeBank pipes, NodeBank nodes)
    {
        for (int k = 0; k < grid.Count; k++)
        {
            int first = grid.PointStart[k];
            int cells = grid.PointStart[k + 1] - 1 - first;
            double from = nodes.Pressure[grid.From[k]];
            double to = nodes.Pressure[grid.To[k]];
            for (int i = 0; i <= cells; i++)
            {
                // Steady flow of an ideal gas: p² falls evenly. The settled start replaces it by the discrete equations' own profile.
                double share = (double)i / cells;
                pipes.Pressure[first + i] = i == 0 ? from : i == cells ? to : Math.Sqrt(((1.0 - share) * from * from) + (share * to * to));
                pipes.Flow[first + i] = _pipeFlows[k];
            }
        }
    }

    private bool AddPipe(int e, GasPipe pipe)
    {
        FrictionKind kind = FrictionOf();
        double factor = kind == FrictionKind.Fixed || settings.Hydraulics.Friction is null && pipe.FrictionFactor is not null
            ? pipe.FrictionFactor ?? double.NaN
            : double.NaN;
        if (double.IsNaN(factor) && kind == FrictionKind.Fixed)
        {
            complaints.Add(new HydraulicComplaint(ComplaintKind.MissingFigure, -1, e, $"Pipe '{pipe.Id}' states no friction factor, which the fixed friction law needs.", true));
            return true;
        }

        GasQuality quality = GasAt(initial is { Status: HydraulicStatus.Converged } && initial.Elements[e].Flow < 0.0 ? pipe.To : pipe.From);
        if (Table(quality) is not { } gas)
            return false;
        double viscosity = quality.DynamicViscosity ?? settings.Hydraulics.DefaultViscosity;
        double flow = initial is null || !double.IsFinite(initial.Elements[e].Flow) ? 0.0 : initial.Elements[e].Flow;
        var breaks = schedule.Events.OfType<PipeRupture>().Where(rupture => rupture.Element == e).OrderBy(rupture => rupture.Distance).ToList();
        int from = ValveAt(pipe.From, breaks, gas, pipe.Id, flow);
        int last = ValveAt(pipe.To, breaks, gas, pipe.Id, -flow);
        double slope = (_heights[pipe.To] - _heights[pipe.From]) / pipe.Length;
        double offset = 0.0;
        double area = 0.25 * Math.PI * pipe.Diameter * pipe.Diameter;
        for (int b = 0; b <= breaks.Count; b++)
        {
            double end = b < breaks.Count ? breaks[b].Distance : pipe.Length;
            int to = last;
            if (b < breaks.Count)
            {
                double share = end / pipe.Length;
                double p0 = _pressures[pipe.From];
                double p1 = _pressures[pipe.To];
                to = AddNode(
                    string.Create(CultureInfo.InvariantCulture, $"{pipe.Id} at {end} m"),
                    _heights[pipe.From] + (slope * end),
                    Math.Sqrt(((1.0 - share) * p0 * p0) + (share * p1 * p1)));
                string message = string.Create(CultureInfo.InvariantCulture, $"Pipe '{pipe.Id}' breaks at {end / 1000:0.###} km.");
                _actions.Add(new TimedAction(breaks[b].Time, ActionKind.OpenHole, to, StationMode.Closed, breaks[b].Opening * area, message));
            }

            double length = end - offset;
            int cells = Math.Max(settings.CellsMin, (int)Math.Ceiling(length / settings.CellLength * (1.0 - 1e-12)));
            _pipes.Add(new GridPipe(
                e, offset, from, to, length, pipe.Diameter, slope * length, cells, factor, pipe.LossCoefficient / pipe.Length, pipe.Roughness, viscosity, gas));
            _pipeFlows.Add(flow);
            offset = end;
            from = to;
        }

        return true;
    }

    /// <summary>The node where a pipe begins or ends: behind a valve where a break will close it.</summary>
    private int ValveAt(int node, List<PipeRupture> breaks, DensityTable gas, string pipe, double flowInto)
    {
        double closing = breaks.Count > 0 ? breaks.Min(rupture => rupture.Time + rupture.ValveDelay) : double.PositiveInfinity;
        foreach (NodeRupture rupture in schedule.Events.OfType<NodeRupture>().Where(rupture => rupture.Node == node))
            closing = Math.Min(closing, rupture.Time + rupture.ValveDelay);
        if (double.IsInfinity(closing))
            return node;
        int behind = AddNode($"{pipe} behind its valve at {_names[node]}", _heights[node], _pressures[node]);
        int link = _links.Count;
        _links.Add(new LinkLaw { Source = -1, From = node, To = behind, Gas = gas });
        _orders.Add((StationMode.Bypass, double.NaN, flowInto));
        _actions.Add(new TimedAction(closing, ActionKind.Order, link, StationMode.Closed, double.NaN, $"The valve of pipe '{pipe}' at '{_names[node]}' closes."));
        return behind;
    }

    private int AddNode(string name, double height, double pressure)
    {
        _names.Add(name);
        _heights.Add(height);
        _pressures.Add(pressure);
        return _names.Count - 1;
    }

    private void AddElement(int e, GasElement element)
    {
        double flow = initial is null || !double.IsFinite(initial.Elements[e].Flow) ? 0.0 : initial.Elements[e].Flow;
        DensityTable gas = Table(GasAt(element.From))!;
        if (gas is null)
            return;
        var known = initial is { Status: HydraulicStatus.Converged } ? initial.Elements[e].Mode : null;
        (LinkLaw law, StationControl control) = LinkMaker.Make(e, element, known, gas, network, settings.Hydraulics, complaints);
        _links.Add(law);
        _orders.Add((control.Mode, control.Value, flow));
    }

    private void AddEvents(int[] linkOf)
    {
        foreach (GasEvent happening in schedule.Events)
        {
            switch (happening)
            {
                case StationChange change:
                    Order(change.Time, linkOf[change.Element], change.Control, $"{Describe(change.Element)} changes to {change.Control.Mode}.");
                    break;
                case StationTrip trip:
                    StationMode mode = network.Elements[trip.Element] is GasCompressorStation { HasBypass: true } ? StationMode.Bypass : StationMode.Closed;
                    Order(trip.Time, linkOf[trip.Element], new StationControl(mode), $"{Describe(trip.Element)} trips.");
                    break;
                case ValveChange valve:
                    StationMode state = valve.IsOpen ? StationMode.Bypass : StationMode.Closed;
                    Order(valve.Time, linkOf[valve.Element], new StationControl(state), $"{Describe(valve.Element)} {(valve.IsOpen ? "opens" : "closes")}.");
                    break;
                case EntryLoss loss:
                    _actions.Add(new TimedAction(loss.Time, ActionKind.LoseEntry, loss.Node, StationMode.Closed, 0.0, $"The entry at '{_names[loss.Node]}' is lost."));
                    break;
                case NodeRupture rupture:
                    BreakNode(rupture, linkOf);
                    break;
                default:
                    break;
            }
        }

        foreach (ControlSeries series in schedule.Boundary?.Controls ?? [])
        {
            for (int k = 1; k < series.Times.Count; k++)
            {
                if (series.Controls[k].Mode != series.Controls[k - 1].Mode)
                    Order(series.Times[k], linkOf[series.Element], series.Controls[k], null);
            }
        }
    }

    private void BreakNode(NodeRupture rupture, int[] linkOf)
    {
        double widest = 0.0;
        for (int e = 0; e < network.Elements.Count; e++)
        {
            GasElement element = network.Elements[e];
            if (element.From != rupture.Node && element.To != rupture.Node)
                continue;
            if (element is GasPipe pipe)
                widest = Math.Max(widest, 0.25 * Math.PI * pipe.Diameter * pipe.Diameter);
            else
                Order(rupture.Time + rupture.ValveDelay, linkOf[e], new StationControl(StationMode.Closed), null);
        }

        if (widest == 0.0)
        {
            complaints.Add(new HydraulicComplaint(ComplaintKind.MissingFigure, rupture.Node, -1, $"No pipe ends at node '{_names[rupture.Node]}'; the size of its break is not known.", true));
            return;
        }

        _actions.Add(new TimedAction(rupture.Time, ActionKind.OpenHole, rupture.Node, StationMode.Closed, rupture.Opening * widest, $"Node '{_names[rupture.Node]}' breaks."));
    }

    private void Order(double time, int link, StationControl control, string? message)
    {
        if (link >= 0 && double.IsFinite(time))
            _actions.Add(new TimedAction(time, ActionKind.Order, link, control.Mode, control.Value, message));
    }

    private string Describe(int element) => $"The {network.Elements[element].Kind} '{network.Elements[element].Id}'";

    private FrictionKind FrictionOf() => settings.Hydraulics.Friction ?? network.Friction ?? FrictionKind.Colebrook;

    private GasQuality GasAt(int node)
    {
        if (initial is { Status: HydraulicStatus.Converged } && settings.Hydraulics.TrackQuality)
            return initial.Nodes[node].Gas ?? network.Gas;
        return network.Gas;
    }

    private DensityTable? Table(GasQuality gas)
    {
        if (_tables.TryGetValue(gas, out DensityTable? table))
            return table;
        EquationOfStateKind kind = settings.Hydraulics.EquationOfState ?? network.EquationOfState ?? EquationOfStateKind.Papay;
        if (GasLaws.For(kind, gas, out string? missing) is not { } law)
        {
            complaints.Add(new HydraulicComplaint(ComplaintKind.MissingFigure, -1, -1, $"Gas '{gas.Name}' states no {missing}, which the equation of state {GasLaws.Name(kind)} needs.", true));
            return null;
        }

        table = new DensityTable(law, network.Temperature, _highest);
        _tables.Add(gas, table);
        return table;
    }

    private double HighestPressure()
    {
        double highest = 10e6;
        foreach (GasNode node in network.Nodes)
            highest = Math.Max(highest, Math.Max(node.PressureMax ?? 0.0, node.PressureSetpoint ?? 0.0));
        foreach (NodeSeries series in schedule.Boundary?.Pressures ?? [])
            highest = Math.Max(highest, series.Series.Values.Max());
        return 1.5 * highest;
    }

    private double FlowScale()
    {
        double scale = 1e-3;
        foreach (GasNode node in network.Nodes)
            scale = Math.Max(scale, Math.Abs(node.Injection));
        foreach (double flow in _pipeFlows)
            scale = Math.Max(scale, Math.Abs(flow));
        foreach (NodeSeries series in schedule.Boundary?.Injections ?? [])
            scale = Math.Max(scale, series.Series.Values.Max(Math.Abs));
        return scale;
    }
}
