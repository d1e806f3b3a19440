using System.Text.Json;
using Corridor.Data.Formats.Documents;
using Corridor.Model.Findings;
using Corridor.Model.Hydraulics;

namespace Corridor.Data.Formats.PandaPipes;

/// <summary>Makes nodes and elements of the tables. Ids are the indices of the tables, which alone are unique there; names are kept beside them.</summary>
internal sealed class PandaPipesMapping(PandaPipesDocument document, IReadOnlyDictionary<string, PandaPipesFrame> tables, JsonTree? standardTypes, FindingList findings)
{
    private const double PascalPerBar = 1e5;

    // Tables that are no part of a network of pipes: drawings, results of other programs, groups.
    private static readonly HashSet<string> Mapped = new(StringComparer.Ordinal)
    {
        "junction", "pipe", "valve", "pump", "compressor", "press_control", "pressure_control", "flow_control", "heat_exchanger",
        "ext_grid", "sink", "source", "mass_storage", "junction_geodata", "pipe_geodata",
    };

    private readonly List<GasNode> _nodes = [];
    private readonly List<GasElement> _elements = [];
    private readonly Dictionary<string, int> _nodeIndex = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Table, int Row), int> _rows = [];
    private readonly Dictionary<string, int> _pipeRows = new(StringComparer.Ordinal);
    private readonly Dictionary<int, (double Sum, int Count)> _held = [];
    private readonly Dictionary<int, double> _injections = [];
    private readonly Dictionary<(string Table, string Type), JsonTree?> _types = [];
    private int[] _junctionNodes = [];

    internal IReadOnlyList<GasElement> Elements => _elements;

    internal IReadOnlyList<int> JunctionNodes => _junctionNodes;

    internal IReadOnlyDictionary<(string Table, int Row), int> ElementRows => _rows;

    internal void Map()
    {
        MapJunctions(tables["junction"]);
        Each("pipe", MapPipe);
        Each("valve", MapValve);
        Each("pump", MapPump);
        Each("compressor", MapCompressor);
        Each("press_control", MapPressureControl);
        Each("pressure_control", MapPressureControl);
        Each("flow_control", MapFlowControl);
        Each("heat_exchanger", MapHeatExchanger);
        Each("ext_grid", MapGrid);
        Each("sink", (t, row) => MapFlow(t, row, -1));
        Each("source", (t, row) => MapFlow(t, row, 1));
        Each("mass_storage", (t, row) => MapFlow(t, row, -1));
        ReportUnknownTables();
    }

    /// <summary>The nodes with the pressures and flows that the tables state.</summary>
    internal List<GasNode> Nodes()
    {
        foreach ((int node, (double sum, int count)) in _held)
            _nodes[node] = _nodes[node] with { PressureSetpoint = sum / count };
        foreach ((int node, double injection) in _injections)
            _nodes[node] = _nodes[node] with { Injection = injection };
        return _nodes;
    }

    private void MapJunctions(PandaPipesFrame table)
    {
        _junctionNodes = new int[table.Count];
        PandaPipesFrame? drawing = tables.GetValueOrDefault("junction_geodata");
        var drawn = new Dictionary<string, int>(StringComparer.Ordinal);
        for (int row = 0; drawing is not null && row < drawing.Count; row++)
            drawn.TryAdd(drawing.Index[row], row);
        for (int row = 0; row < table.Count; row++)
        {
            string id = table.Index[row];
            if (!_nodeIndex.TryAdd(id, _nodes.Count))
            {
                findings.Add(FormatFindings.DuplicateId.At($"junction {id}", PlaceOf(table, row), $"There are two junctions with the index {id}."));
                _junctionNodes[row] = -1;
                continue;
            }

            _junctionNodes[row] = _nodes.Count;
            int at = drawn.GetValueOrDefault(id, -1);
            _nodes.Add(new GasNode
            {
                Id = id,
                Name = table.Text(row, "name"),
                X = at < 0 ? double.NaN : drawing!.Number(at, "x") ?? double.NaN,
                Y = at < 0 ? double.NaN : drawing!.Number(at, "y") ?? double.NaN,
                Height = table.Number(row, "height_m") ?? 0,
                InService = Flag(table, row, "in_service", true),
                Place = PlaceOf(table, row),
            });
        }
    }

    private void MapPipe(PandaPipesFrame table, int row)
    {
        _pipeRows.TryAdd(table.Index[row], row);
        double? diameter = table.Number(row, "diameter_m") ?? table.Number(row, "inner_diameter_mm") / 1000 ?? StandardDiameter(table, row);
        double? length = Demand(table, row, "length_km") * 1000;
        if (diameter is null)
            Report(FormatFindings.Missing, table, row, "diameter_m", "has no diameter, and names no standard type that has one");
        if (!IsPositive(table, row, "diameter_m", diameter) | !IsPositive(table, row, "length_km", length) || Ends(table, row) is not { } ends)
            return;
        Add(table, row, new GasPipe
        {
            Id = table.Index[row],
            From = ends.From,
            To = ends.To,
            Length = length!.Value,
            Diameter = diameter!.Value,
            Roughness = NonNegative(table, row, "k_mm") / 1000 ?? 0,
            LossCoefficient = NonNegative(table, row, "loss_coefficient") ?? 0,
            HeatTransferCoefficient = table.Number(row, "alpha_w_per_m2k") ?? table.Number(row, "u_w_per_m2k"),
            AmbientTemperature = table.Number(row, "text_k"),
            InService = Flag(table, row, "in_service", true),
            Place = PlaceOf(table, row),
        });
        if (table.Number(row, "qext_w") is { } heat && heat != 0)
            Report(FormatFindings.NoEffect, table, row, "qext_w", "is heated from outside (qext_w), which has no effect on the flow here");
    }

    private void MapValve(PandaPipesFrame table, int row)
    {
        (int From, int To)? ends = table.Has("junction") && table.Has("element") ? ValveEnds(table, row) : Ends(table, row);
        double? diameter = table.Number(row, "diameter_m") ?? table.Number(row, "inner_diameter_mm") / 1000;
        if (ends is null || Loss(table, row, diameter) is not { } loss)
            return;
        Add(table, row, new GasValve
        {
            Id = table.Index[row],
            From = ends.Value.From,
            To = ends.Value.To,
            IsOpen = Flag(table, row, "opened", true),
            Loss = loss,
            InService = Flag(table, row, "in_service", true),
            Place = PlaceOf(table, row),
        });
    }

    /// <summary>Ends of a valve of newer files: a junction, and either another or the end of a pipe, which gets a node of its own.</summary>
    private (int From, int To)? ValveEnds(PandaPipesFrame table, int row)
    {
        int from = Node(table, row, "junction");
        if (table.Text(row, "et") is not "pi" and not "pipe")
        {
            int to = Node(table, row, "element");
            return Distinct(table, row, from, to);
        }

        string? pipe = table.Text(row, "element");
        if (from < 0 || pipe is null || !_pipeRows.TryGetValue(pipe, out int pipeRow) || !_rows.TryGetValue(("pipe", pipeRow), out int element))
        {
            Report(FormatFindings.UnknownId, table, row, "element", $"stands at the pipe {pipe}, which does not exist");
            return null;
        }

        var behind = (GasPipe)_elements[element];
        if (behind.From != from && behind.To != from)
        {
            Report(FormatFindings.Contradiction, table, row, "element", $"stands between junction {_nodes[from].Id} and pipe {pipe}, which do not meet");
            return null;
        }

        int inner = _nodes.Count;
        _nodes.Add(_nodes[from] with { Id = $"{_nodes[from].Id}/pipe {pipe}", Name = null });
        _elements[element] = behind.From == from ? behind with { From = inner } : behind with { To = inner };
        return (from, inner);
    }

    private void MapPump(PandaPipesFrame table, int row)
    {
        string? type = table.Text(row, "std_type");
        JsonTree? description = type is null ? null : StandardType("pump", type);
        double[]? coefficients = description is null ? null : document.Numbers(description["reg_par"] ?? description["_reg_par"], PlaceOf(table, row));
        if (coefficients is not { Length: > 0 })
        {
            Report(FormatFindings.UnknownId, table, row, "std_type", $"is of the standard type '{type}', which the file does not describe");
            return;
        }

        if (Ends(table, row) is { } ends)
            Add(table, row, new GasPump { Id = table.Index[row], From = ends.From, To = ends.To, LiftByVolumeFlow = coefficients, InService = Flag(table, row, "in_service", true), Place = PlaceOf(table, row) });
    }

    private void MapCompressor(PandaPipesFrame table, int row)
    {
        double? ratio = Demand(table, row, "pressure_ratio");
        if (!IsPositive(table, row, "pressure_ratio", ratio) || Ends(table, row) is not { } ends)
            return;
        Add(table, row, new GasCompressorStation
        {
            Id = table.Index[row],
            From = ends.From,
            To = ends.To,
            Control = new StationControl(StationMode.Ratio, ratio!.Value),
            HasBypass = true,
            InService = Flag(table, row, "in_service", true),
            Place = PlaceOf(table, row),
        });
    }

    private void MapPressureControl(PandaPipesFrame table, int row)
    {
        if (Ends(table, row) is not { } ends || Loss(table, row, diameter: null) is not { } loss)
            return;
        StationControl control;
        if (!Flag(table, row, "control_active", true))
        {
            control = new StationControl(StationMode.Bypass);
        }
        else
        {
            int controlled = Node(table, row, "controlled_junction");
            double? pressure = Demand(table, row, "controlled_p_bar");
            if (controlled < 0 || pressure is null)
                return;
            if (controlled != ends.From && controlled != ends.To)
            {
                Report(FormatFindings.NotModelled, table, row, "controlled_junction", $"holds the pressure of junction {_nodes[controlled].Id}, which is not one of its ends");
                return;
            }

            double absolute = pressure.Value * PascalPerBar + PandaPipesCase.AmbientPressure(_nodes[controlled].Height);
            control = new StationControl(controlled == ends.To ? StationMode.OutletPressure : StationMode.InletPressure, absolute);
        }

        Add(table, row, new GasControlValve { Id = "pressure-" + table.Index[row], From = ends.From, To = ends.To, Control = control, LossIn = loss, InService = Flag(table, row, "in_service", true), Place = PlaceOf(table, row) });
    }

    private void MapFlowControl(PandaPipesFrame table, int row)
    {
        if (Ends(table, row) is not { } ends)
            return;
        bool isActive = Flag(table, row, "control_active", true);
        double? flow = isActive ? Demand(table, row, "controlled_mdot_kg_per_s") : 0;
        if (flow is null)
            return;
        // A negative flow is a positive one the other way.
        (int from, int to) = flow < 0 ? (ends.To, ends.From) : (ends.From, ends.To);
        StationControl control = isActive ? new StationControl(StationMode.Flow, Math.Abs(flow.Value)) : new StationControl(StationMode.Bypass);
        Add(table, row, new GasControlValve { Id = "flow-" + table.Index[row], From = from, To = to, Control = control, InService = Flag(table, row, "in_service", true), Place = PlaceOf(table, row) });
    }

    private void MapHeatExchanger(PandaPipesFrame table, int row)
    {
        double? diameter = table.Number(row, "diameter_m") ?? table.Number(row, "inner_diameter_mm") / 1000;
        if (Ends(table, row) is not { } ends || Loss(table, row, diameter) is not { } loss)
            return;
        Add(table, row, new GasResistor { Id = table.Index[row], From = ends.From, To = ends.To, Loss = loss, InService = Flag(table, row, "in_service", true), Place = PlaceOf(table, row) });
        if (table.Number(row, "qext_w") is { } heat && heat != 0)
            Report(FormatFindings.NoEffect, table, row, "qext_w", "exchanges heat, which has no effect on the flow here");
    }

    private void MapGrid(PandaPipesFrame table, int row)
    {
        if (!Flag(table, row, "in_service", true))
            return;
        string type = table.Text(row, "type") ?? "pt";
        if (!type.Contains('p', StringComparison.Ordinal))
            return;
        int node = Node(table, row, "junction");
        double? pressure = Demand(table, row, "p_bar");
        if (node < 0 || pressure is null)
            return;
        double absolute = pressure.Value * PascalPerBar + PandaPipesCase.AmbientPressure(_nodes[node].Height);
        if (!IsPositive(table, row, "p_bar", absolute))
            return;
        // Several external grids at one junction hold the mean of their pressures, as in pandapipes.
        (double sum, int count) = _held.GetValueOrDefault(node);
        _held[node] = (sum + absolute, count + 1);
    }

    private void MapFlow(PandaPipesFrame table, int row, int sign)
    {
        if (!Flag(table, row, "in_service", true))
            return;
        int node = Node(table, row, "junction");
        if (node >= 0 && Demand(table, row, "mdot_kg_per_s") is { } flow)
            _injections[node] = _injections.GetValueOrDefault(node) + sign * flow * (table.Number(row, "scaling") ?? 1);
    }

    private void ReportUnknownTables()
    {
        foreach (PandaPipesFrame table in tables.Values)
        {
            if (Mapped.Contains(table.Name) || table.Count == 0 || table.Name.EndsWith("_geodata", StringComparison.Ordinal))
                continue;
            bool isBranch = table.Has("from_junction") || table.Has("to_junction") || table.Has("return_junction") || table.Has("junction");
            bool isActive = Enumerable.Range(0, table.Count).Any(row => Flag(table, row, "in_service", true));
            if (isBranch && isActive)
                findings.Add(FormatFindings.NotModelled.At(table.Name, table.Place, $"The table '{table.Name}' has rows in service; such elements are not modelled."));
            else
                findings.Add(FormatFindings.NoEffect.At(table.Name, table.Place, $"The table '{table.Name}' has no effect here."));
        }
    }

    private void Each(string name, Action<PandaPipesFrame, int> map)
    {
        if (!tables.TryGetValue(name, out PandaPipesFrame? table))
            return;
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (int row = 0; row < table.Count; row++)
        {
            if (seen.Add(table.Index[row]))
                map(table, row);
            else
                Report(FormatFindings.DuplicateId, table, row, null, "has the index of another row");
        }
    }

    private void Add(PandaPipesFrame table, int row, GasElement element)
    {
        _rows[(table.Name, row)] = _elements.Count;
        _elements.Add(element);
    }

    private (int From, int To)? Ends(PandaPipesFrame table, int row) => Distinct(table, row, Node(table, row, "from_junction"), Node(table, row, "to_junction"));

    private (int From, int To)? Distinct(PandaPipesFrame table, int row, int from, int to)
    {
        if (from < 0 || to < 0)
            return null;
        if (from != to)
            return (from, to);
        Report(FormatFindings.Contradiction, table, row, null, "begins and ends at the same junction");
        return null;
    }

    private int Node(PandaPipesFrame table, int row, string column)
    {
        string? id = table.Text(row, column);
        if (id is null)
        {
            Report(FormatFindings.Missing, table, row, column, $"has no '{column}'");
            return -1;
        }

        int node = _nodeIndex.GetValueOrDefault(id, -1);
        if (node < 0)
            Report(FormatFindings.UnknownId, table, row, column, $"names junction {id}, which does not exist");
        return node;
    }

    private double? Demand(PandaPipesFrame table, int row, string column)
    {
        if (table.Cell(row, column) is not { } cell)
            Report(FormatFindings.Missing, table, row, column, $"has no '{column}'");
        else if (!cell.IsNumber)
            Report(FormatFindings.WrongKind, table, row, column, $"has {cell.Describe()} as '{column}'; a number is expected");
        else if (!double.IsFinite(cell.Number))
            Report(FormatFindings.NotFinite, table, row, column, $"has a number as '{column}' that is too large");
        else
            return cell.Number;
        return null;
    }

    private double? NonNegative(PandaPipesFrame table, int row, string column)
    {
        double? value = table.Number(row, column);
        if (value is not < 0)
            return value;
        Report(FormatFindings.OutOfRange, table, row, column, $"has a negative '{column}'");
        return null;
    }

    private bool IsPositive(PandaPipesFrame table, int row, string column, double? value)
    {
        if (value is > 0)
            return true;
        if (value is not null)
            Report(FormatFindings.OutOfRange, table, row, column, $"has a '{column}' that is not above zero");
        return false;
    }

    private PressureLoss? Loss(PandaPipesFrame table, int row, double? diameter)
    {
        if (NonNegative(table, row, "loss_coefficient") is not { } drag || drag == 0)
            return PressureLoss.None;
        // Where no diameter is stated, that of pandapipes for such elements.
        return !IsPositive(table, row, "diameter_m", diameter ?? 0.1) ? null : PressureLoss.ByDrag(drag, diameter ?? 0.1);
    }

    private double? StandardDiameter(PandaPipesFrame table, int row) =>
        table.Text(row, "std_type") is { } type && StandardType("pipe", type)?["inner_diameter_mm"] is { IsNumber: true } diameter ? diameter.Number / 1000 : null;

    private JsonTree? StandardType(string table, string type)
    {
        if (_types.TryGetValue((table, type), out JsonTree? known))
            return known;
        JsonTree? types = standardTypes?[table];
        JsonTree? entry = types is null ? null : document.Content(types, document.At(types))?[type];
        return _types[(table, type)] = entry is null ? null : document.Content(entry, document.At(entry));
    }

    private static bool Flag(PandaPipesFrame table, int row, string column, bool otherwise) => table.Cell(row, column)?.Kind switch
    {
        JsonTokenType.True => true,
        JsonTokenType.False => false,
        JsonTokenType.Number => table.Cell(row, column)!.Number != 0,
        _ => otherwise,
    };

    private static SourcePlace PlaceOf(PandaPipesFrame table, int row) => table.Place with { Field = $"{table.Name}[{table.Index[row]}]" };

    private void Report(FindingKind kind, PandaPipesFrame table, int row, string? column, string message)
    {
        string subject = $"{table.Name} {table.Index[row]}";
        SourcePlace place = table.Place with { Field = column is null ? $"{table.Name}[{table.Index[row]}]" : $"{table.Name}[{table.Index[row]}].{column}" };
        findings.Add(kind.At(subject, place, $"{subject} {message}."));
    }
}
