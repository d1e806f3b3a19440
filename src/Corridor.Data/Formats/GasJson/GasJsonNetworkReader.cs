using System.Globalization;
using Corridor.Data.Formats.Documents;
using Corridor.Model.Findings;
using Corridor.Model.Hydraulics;

namespace Corridor.Data.Formats.GasJson;

/// <summary>Reads network.json and joins it with the boundary conditions.</summary>
internal sealed class GasJsonNetworkReader(GasJsonOptions options, GasJsonUnits units, GasJsonBoundary boundary, FindingList findings)
{
    private readonly List<GasNode> _nodes = [];
    private readonly List<GasElement> _elements = [];
    private readonly Dictionary<string, int> _nodeIndex = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Table, string Id), int> _elementIndex = [];
    private readonly Dictionary<(string Table, string Member), int> _unknown = [];

    internal IReadOnlyList<GasNode> Nodes => _nodes;

    internal IReadOnlyList<GasElement> Elements => _elements;

    /// <summary>Index of a node; −1 where there is none.</summary>
    internal int NodeOf(string id) => _nodeIndex.GetValueOrDefault(id, -1);

    /// <summary>Index of an element by the name of its table; −1 where there is none.</summary>
    internal int ElementOf(string table, string id) => _elementIndex.GetValueOrDefault((table, id), -1);

    /// <summary>Reads the document; false where nothing can be made of it.</summary>
    internal bool Read(JsonTree root)
    {
        string file = options.Network;
        if (!root.IsObject)
        {
            findings.Add(FormatFindings.WrongKind.At(file, new SourcePlace(file, root.Line, root.Column), $"The document is {root.Describe()}; an object is expected."));
            return false;
        }

        var fields = new JsonFields(root, file, file, findings);
        foreach ((string id, JsonFields entry) in Entries(fields, "nodes", "node"))
            ReadNode(id, entry);
        if (_nodes.Count == 0)
        {
            findings.Add(FormatFindings.Empty.At(file, fields.Place, $"{file} has no nodes."));
            return false;
        }

        ReadTable(fields, "pipes", "pipe", "pipe", ReadPipe);
        ReadTable(fields, "compressors", "comp", "compressor", ReadCompressor);
        ReadTable(fields, "control_valves", "control_valve", "control valve", ReadControlValve);
        ReadTable(fields, "valves", "valve", "valve", ReadValve);
        ReadTable(fields, "short_pipes", "short_pipe", "short pipe", (id, _, from, to, place) => new GasShortPipe { Id = id, From = from, To = to, Place = place });
        ReadTable(fields, "resistors", "resistor", "resistor", ReadResistor);
        ReadTable(fields, "loss_resistors", "loss_resistor", "loss resistor", ReadLossResistor);
        if (fields.Take("gnodes", "receipts", "deliveries", "transfers") is { } markets)
            fields.Report(FormatFindings.LeftOut, markets, null, "Points of gas markets (gnodes, receipts, deliveries) do not change the physics.");
        foreach ((string name, JsonTree value) in fields.NotTaken())
            fields.Report(FormatFindings.NoEffect, value, name, $"'{name}' of {file} is not known.", Suggestion.Ask(name, ["nodes", "pipes", "compressors", "control_valves", "valves", "short_pipes", "resistors", "loss_resistors"]));
        foreach (((string table, string member), int count) in _unknown)
            findings.Add(FormatFindings.NoEffect.At(table, new SourcePlace(file, 0, 0, member), string.Create(CultureInfo.InvariantCulture, $"'{member}' of '{table}' is not known ({count} entries).")));
        return true;
    }

    private void ReadNode(string key, JsonFields fields)
    {
        string id = SameId(key, fields, "node");
        double? least = Scaled(fields.NonNegative("min_pressure", "p_min"), units.Pressure);
        double? greatest = Scaled(fields.NonNegative("max_pressure", "p_max"), units.Pressure);
        double? injectionMin = Scaled(fields.Number("min_injection"), units.MassFlow);
        double? injectionMax = Scaled(fields.Number("max_injection"), units.MassFlow);
        Ordered(fields, least, greatest, "min_pressure", "max_pressure");
        Ordered(fields, injectionMin, injectionMax, "min_injection", "max_injection");
        double? pressure = boundary.PressureOf(id);
        bool isSlack = fields.Number("slack_bool", "slack") is { } slack && slack != 0;
        if (isSlack && pressure is null)
            findings.Add(FormatFindings.Missing.At(fields.Subject, fields.Place, $"Node {id} holds a pressure (slack_bool), but {options.BoundaryConditions} states none.", $"Add it to boundary_pslack of {options.BoundaryConditions}."));
        else if (!isSlack && pressure is not null)
            findings.Add(FormatFindings.Contradiction.At(fields.Subject, fields.Place, $"{options.BoundaryConditions} states a pressure of node {id}, which is not marked as holding one (slack_bool 1).", "Set slack_bool to 1, or take the pressure out."));
        if (pressure is not null && boundary.Withdrawals.TryGetValue(id, out (TimeSeries Series, SourcePlace Place) withdrawal))
            findings.Add(FormatFindings.Unused.At(fields.Subject, withdrawal.Place, $"Node {id} holds a pressure; its flow follows from it, and the one stated has no effect."));
        if (_nodeIndex.TryAdd(id, _nodes.Count))
        {
            _nodes.Add(new GasNode
            {
                Id = id,
                Name = fields.Id("name", "node_name"),
                X = fields.Number("x_coord", "lon") ?? double.NaN,
                Y = fields.Number("y_coord", "lat") ?? double.NaN,
                Height = fields.Number("elevation", "height") ?? 0,
                PressureMin = least,
                PressureMax = greatest,
                PressureSetpoint = pressure,
                Injection = boundary.InjectionOf(id),
                InjectionMin = injectionMin,
                InjectionMax = injectionMax,
                Place = fields.Place,
            });
        }

        Count(fields, "nodes");
    }

    private void ReadTable(JsonFields fields, string table, string prefix, string word, Func<string, JsonFields, int, int, SourcePlace, GasElement?> make)
    {
        foreach ((string key, JsonFields entry) in Entries(fields, table, word))
        {
            string id = SameId(key, entry, prefix);
            _ = entry.Id("name", prefix + "_name");
            int from = End(entry, "fr_node", "from_node");
            int to = End(entry, "to_node");
            GasElement? element = make(id, entry, from, to, entry.Place);
            Count(entry, table);
            if (element is null || from < 0 || to < 0)
                continue;
            if (from == to)
            {
                findings.Add(FormatFindings.Contradiction.At(entry.Subject, entry.Place, $"{entry.Subject} begins and ends at node {_nodes[from].Id}."));
                continue;
            }

            if (_elementIndex.TryAdd((table, id), _elements.Count))
                _elements.Add(element);
        }
    }

    private GasPipe? ReadPipe(string id, JsonFields fields, int from, int to, SourcePlace place)
    {
        double? length = fields.DemandPositive("length");
        double? diameter = fields.DemandPositive("diameter");
        double? friction = fields.DemandPositive("friction_factor");
        // The area follows from the diameter; the number of segments belongs to a method of solution.
        fields.Know("area", "disc_seg", "p_min", "p_max");
        return length is null || diameter is null || friction is null ? null : new GasPipe
        {
            Id = id,
            From = from,
            To = to,
            Length = length.Value * units.Length,
            Diameter = diameter.Value * units.Diameter,
            FrictionFactor = friction,
            FlowMin = Scaled(fields.Number("min_flow"), units.MassFlow),
            FlowMax = Scaled(fields.Number("max_flow"), units.MassFlow),
            Place = place,
        };
    }

    private GasCompressorStation? ReadCompressor(string id, JsonFields fields, int from, int to, SourcePlace place)
    {
        StationControl? control = boundary.ControlOf("compressors", id);
        if (control is null)
        {
            findings.Add(FormatFindings.Missing.At(fields.Subject, place, $"{options.BoundaryConditions} does not say what {fields.Subject} does.", $"Add it to boundary_compressor of {options.BoundaryConditions}."));
            return null;
        }

        _ = fields.Number("c_min");
        return new GasCompressorStation
        {
            Id = id,
            From = from,
            To = to,
            Control = control,
            RatioMax = fields.NonNegative("c_max"),
            PowerMax = Scaled(fields.NonNegative("max_power"), units.Power),
            FlowMin = Scaled(fields.Number("min_flow"), units.MassFlow),
            FlowMax = Scaled(fields.Number("max_flow"), units.MassFlow),
            Place = place,
        };
    }

    private GasControlValve? ReadControlValve(string id, JsonFields fields, int from, int to, SourcePlace place)
    {
        StationControl? control = boundary.ControlOf("control_valves", id);
        if (control is null)
        {
            findings.Add(FormatFindings.Missing.At(fields.Subject, place, $"{options.BoundaryConditions} does not say what {fields.Subject} does.", $"Add it to boundary_control_valve of {options.BoundaryConditions}."));
            return null;
        }

        _ = fields.Number("c_min", "min_pressure_differential");
        return new GasControlValve
        {
            Id = id,
            From = from,
            To = to,
            Control = control,
            HasBypass = fields.Number("bypass_required") is { } bypass && bypass != 0,
            PressureDropMax = Scaled(fields.NonNegative("max_pressure_differential"), units.Pressure),
            Place = place,
        };
    }

    private GasValve ReadValve(string id, JsonFields fields, int from, int to, SourcePlace place) => new()
    {
        Id = id,
        From = from,
        To = to,
        IsOpen = !boundary.Shut.ContainsKey(("valves", id)),
        PressureDifferentialMax = Scaled(fields.NonNegative("max_pressure_differential"), units.Pressure),
        Place = place,
    };

    private GasResistor? ReadResistor(string id, JsonFields fields, int from, int to, SourcePlace place)
    {
        double? drag = fields.NonNegative("drag");
        double? diameter = fields.DemandPositive("diameter");
        if (diameter is null)
            return null;
        if (!options.ResistorsLosePressure && drag is > 0)
            findings.Add(FormatFindings.LeftOut.At(fields.Subject, place, $"The drag of {fields.Subject} is left out: the programs of the format let gas pass through resistors without loss.", "Write it as a pipe if its loss matters."));
        PressureLoss loss = options.ResistorsLosePressure && drag is > 0 ? PressureLoss.ByDrag(drag.Value, diameter.Value * units.Diameter) : PressureLoss.None;
        return new GasResistor { Id = id, From = from, To = to, Loss = loss, Place = place };
    }

    private GasResistor ReadLossResistor(string id, JsonFields fields, int from, int to, SourcePlace place)
    {
        double? lost = Scaled(fields.NonNegative("p_loss", "pressure_loss"), units.Pressure);
        if (!options.ResistorsLosePressure && lost is > 0)
            findings.Add(FormatFindings.LeftOut.At(fields.Subject, place, $"The loss of {fields.Subject} is left out: the programs of the format let gas pass through resistors without loss.", "Write it as a pipe if its loss matters."));
        PressureLoss loss = options.ResistorsLosePressure && lost is > 0 ? PressureLoss.OfPressure(lost.Value) : PressureLoss.None;
        // Resistors and loss resistors are one kind of element here; the id says which table it is of.
        return new GasResistor { Id = "loss-" + id, From = from, To = to, Loss = loss, Place = place };
    }

    private int End(JsonFields fields, params ReadOnlySpan<string> names)
    {
        if (fields.DemandId(names) is not { } id)
            return -1;
        int node = NodeOf(id);
        if (node < 0)
            findings.Add(FormatFindings.UnknownId.At(fields.Subject, fields.Place, $"{fields.Subject} names node {id}, which does not exist.", Suggestion.Ask(id, _nodeIndex.Keys)));
        return node;
    }

    private string SameId(string key, JsonFields fields, string prefix)
    {
        string? inner = fields.Id("id", prefix + "_id");
        if (inner is not null && inner != key)
            findings.Add(FormatFindings.Contradiction.At(fields.Subject, fields.Place, $"The entry '{key}' has the id {inner}; both must be the same."));
        return key;
    }

    private void Ordered(JsonFields fields, double? least, double? greatest, string lower, string upper)
    {
        if (least > greatest)
            findings.Add(FormatFindings.Contradiction.At(fields.Subject, fields.Place, $"'{lower}' of {fields.Subject} is above '{upper}'."));
    }

    private static double? Scaled(double? value, double factor) => value * factor;

    private void Count(JsonFields fields, string table)
    {
        foreach ((string name, JsonTree _) in fields.NotTaken())
            _unknown[(table, name)] = _unknown.GetValueOrDefault((table, name)) + 1;
    }

    private IEnumerable<(string Id, JsonFields Fields)> Entries(JsonFields fields, string table, string word)
    {
        if (fields.Take(table) is not { } owner)
            yield break;
        if (!owner.IsObject)
        {
            fields.Report(FormatFindings.WrongKind, owner, table, $"'{table}' is {owner.Describe()}; an object with ids is expected.");
            yield break;
        }

        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach ((string id, JsonTree value) in owner.Members)
        {
            if (!seen.Add(id))
                fields.Report(FormatFindings.DuplicateId, value, table, $"'{table}' has two entries '{id}'.");
            else if (!value.IsObject)
                fields.Report(FormatFindings.WrongKind, value, table, $"Entry {id} of '{table}' is {value.Describe()}; an object is expected.");
            else
                yield return (id, new JsonFields(value, $"{word} {id}", options.Network, findings));
        }
    }
}
