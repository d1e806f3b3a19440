using System.Globalization;
using Corridor.Data.Formats.Documents;
using Corridor.Model.Findings;
using Corridor.Model.Hydraulics;

namespace Corridor.Data.Formats.GasJson;

/// <summary>The boundary conditions of bc.json by the ids of the file, in SI units.</summary>
internal sealed class GasJsonBoundary
{
    private readonly string _file;
    private readonly double _start;
    private readonly FindingList _findings;

    private GasJsonBoundary(string file, double start, FindingList findings) => (_file, _start, _findings) = (file, start, findings);

    /// <summary>Pressures held [Pa], by node.</summary>
    internal Dictionary<string, (TimeSeries Series, SourcePlace Place)> Pressures { get; } = new(StringComparer.Ordinal);

    /// <summary>Flows out of the network [kg/s], by node.</summary>
    internal Dictionary<string, (TimeSeries Series, SourcePlace Place)> Withdrawals { get; } = new(StringComparer.Ordinal);

    /// <summary>What stations and regulators do, by the name of their table and id.</summary>
    internal Dictionary<(string Table, string Id), (IReadOnlyList<double> Times, IReadOnlyList<StationControl> Controls, SourcePlace Place)> Controls { get; } = [];

    /// <summary>Valves and regulators that are shut, by the name of their table and id.</summary>
    internal Dictionary<(string Table, string Id), SourcePlace> Shut { get; } = [];

    /// <summary>Whether any condition changes with time.</summary>
    internal bool IsSchedule { get; private set; }

    internal static GasJsonBoundary Read(JsonTree root, string file, GasJsonUnits units, double start, FindingList findings)
    {
        var boundary = new GasJsonBoundary(file, start, findings);
        if (!root.IsObject)
        {
            findings.Add(FormatFindings.WrongKind.At(file, new SourcePlace(file, root.Line, root.Column), $"The document is {root.Describe()}; an object is expected."));
            return boundary;
        }

        var fields = new JsonFields(root, file, file, findings);
        boundary.ReadNodes(fields, "boundary_pslack", units.Pressure, boundary.Pressures, isPressure: true);
        boundary.ReadNodes(fields, "boundary_nonslack_flow", units.MassFlow, boundary.Withdrawals, isPressure: false);
        boundary.ReadControls(fields, "boundary_compressor", "compressors", units);
        boundary.ReadControls(fields, "boundary_control_valve", "control_valves", units);
        boundary.ReadControls(fields, "boundary_valve", "valves", units);
        foreach ((string name, JsonTree value) in fields.NotTaken())
            fields.Report(FormatFindings.NoEffect, value, name, $"'{name}' of {file} is not known.");
        return boundary;
    }

    /// <summary>The pressure that a node holds at the beginning [Pa]; null where it holds none.</summary>
    internal double? PressureOf(string node) => Pressures.TryGetValue(node, out (TimeSeries Series, SourcePlace Place) entry) ? entry.Series.At(_start) : null;

    /// <summary>The flow into the network at the beginning [kg/s].</summary>
    internal double InjectionOf(string node) => Withdrawals.TryGetValue(node, out (TimeSeries Series, SourcePlace Place) entry) ? -entry.Series.At(_start) : 0;

    /// <summary>What a station or regulator does at the beginning; null where nothing is stated.</summary>
    internal StationControl? ControlOf(string table, string id) =>
        Shut.ContainsKey((table, id)) ? new StationControl(StationMode.Closed)
        : Controls.TryGetValue((table, id), out (IReadOnlyList<double> Times, IReadOnlyList<StationControl> Controls, SourcePlace Place) entry) ? new ControlSeries(0, entry.Times, entry.Controls).At(_start)
        : null;

    /// <summary>Reports conditions of nodes and elements that the network does not have.</summary>
    internal void ReportUnused(GasJsonNetworkReader network)
    {
        foreach ((string id, (TimeSeries _, SourcePlace place)) in Pressures.Concat(Withdrawals))
        {
            if (network.NodeOf(id) < 0)
                _findings.Add(FormatFindings.UnknownId.At($"node {id}", place, $"There is a boundary condition of node {id}, which the network does not have."));
        }

        foreach (((string table, string id), SourcePlace place) in Controls.Select(c => (c.Key, c.Value.Place)).Concat(Shut.Select(s => (s.Key, s.Value))))
        {
            if (network.ElementOf(table, id) < 0)
                _findings.Add(FormatFindings.UnknownId.At($"{table} {id}", place, $"There is a boundary condition of entry {id} of '{table}', which the network does not have."));
        }
    }

    /// <summary>The conditions over time.</summary>
    internal GasSchedule ScheduleOf(GasJsonNetworkReader network, GasJsonParameters parameters)
    {
        double end = Pressures.Values.Concat(Withdrawals.Values).Select(v => v.Series.Times[^1]).Concat(Controls.Values.Select(c => c.Times[^1])).DefaultIfEmpty(_start).Max();
        return new GasSchedule
        {
            Start = _start,
            End = parameters.End ?? Math.Max(end, _start),
            Pressures = [.. Pressures.Select(p => new NodeSeries(network.NodeOf(p.Key), p.Value.Series))],
            Injections = [.. Withdrawals.Where(w => !Pressures.ContainsKey(w.Key)).Select(w => new NodeSeries(network.NodeOf(w.Key), w.Value.Series with { Values = [.. w.Value.Series.Values.Select(v => -v)] }))],
            Controls = [.. Controls.Where(c => !Shut.ContainsKey(c.Key)).Select(c => new ControlSeries(network.ElementOf(c.Key.Table, c.Key.Id), c.Value.Times, c.Value.Controls))],
        };
    }

    private void ReadNodes(JsonFields fields, string member, double factor, Dictionary<string, (TimeSeries Series, SourcePlace Place)> into, bool isPressure)
    {
        foreach ((string id, JsonTree value) in Entries(fields, member))
        {
            string subject = $"{member} of node {id}";
            TimeSeries? series;
            if (value.IsObject)
            {
                var inner = new JsonFields(value, subject, _file, _findings);
                series = GasJsonSeries.Pair(inner, "time") is { } pair ? new TimeSeries(pair.Abscissae, pair.Values) : null;
                IsSchedule = true;
            }
            else
            {
                series = fields.Finite(value, member) is { } number ? TimeSeries.Constant(number) : null;
            }

            if (series is null)
                continue;
            series = series with { Values = [.. series.Values.Select(v => v * factor)] };
            if (isPressure && series.Values.Any(v => v <= 0))
                fields.Report(FormatFindings.OutOfRange, value, member, $"A pressure of {subject} is not above zero.");
            else if (!into.TryAdd(id, (series, fields.At(value))))
                fields.Report(FormatFindings.DuplicateId, value, member, $"'{member}' states node {id} twice.");
        }
    }

    private void ReadControls(JsonFields fields, string member, string table, GasJsonUnits units)
    {
        foreach ((string id, JsonTree value) in Entries(fields, member))
        {
            if (id is "on" or "off")
            {
                ReadSwitched(fields, value, member, table, id == "off");
                continue;
            }

            if (!value.IsObject)
            {
                fields.Report(FormatFindings.WrongKind, value, member, $"Entry {id} of '{member}' is {value.Describe()}; an object with 'control_type' and 'value' is expected.");
                continue;
            }

            var inner = new JsonFields(value, $"{member} {id}", _file, _findings);
            if (ReadControl(inner, value, units) is { } control && !Controls.TryAdd((table, id), (control.Times, control.Controls, inner.Place)))
                fields.Report(FormatFindings.DuplicateId, value, member, $"'{member}' states entry {id} twice.");
        }
    }

    private (double[] Times, StationControl[] Controls)? ReadControl(JsonFields fields, JsonTree value, GasJsonUnits units)
    {
        if (value["time"] is not { IsNull: false })
        {
            return fields.DemandNumber("control_type") is { } kind && fields.DemandNumber("value") is { } number && Control(fields, value, kind, number, units) is { } control
                ? ([_start], [control])
                : null;
        }

        IsSchedule = true;
        if (GasJsonSeries.Pair(fields, "time") is not { } pair || GasJsonSeries.Numbers(fields, "control_type") is not { } kinds)
            return null;
        if (kinds.Length != pair.Values.Length)
        {
            fields.Report(FormatFindings.Contradiction, value, "control_type", string.Create(CultureInfo.InvariantCulture, $"{fields.Subject} has {kinds.Length} entries of 'control_type' and {pair.Values.Length} of 'value'; as many of each are expected."));
            return null;
        }

        var controls = new StationControl[kinds.Length];
        for (int i = 0; i < kinds.Length; i++)
        {
            if (Control(fields, value, kinds[i], pair.Values[i], units) is not { } control)
                return null;
            controls[i] = control;
        }

        return (pair.Abscissae, controls);
    }

    private static StationControl? Control(JsonFields fields, JsonTree value, double kind, double number, GasJsonUnits units)
    {
        StationControl? control = kind switch
        {
            0 => new StationControl(StationMode.Ratio, number),
            1 => new StationControl(StationMode.OutletPressure, number * units.Pressure),
            2 => new StationControl(StationMode.Flow, number * units.MassFlow),
            _ => null,
        };
        if (control is null)
            fields.Report(FormatFindings.WrongKind, value, "control_type", $"'control_type' of {fields.Subject} must be 0 (ratio), 1 (pressure at the outlet) or 2 (flow).");
        else if (kind != 2 && number <= 0)
            fields.Report(FormatFindings.OutOfRange, value, "value", $"The ratio or pressure of {fields.Subject} must be above zero.");
        else
            return control;
        return null;
    }

    private void ReadSwitched(JsonFields fields, JsonTree list, string member, string table, bool isShut)
    {
        if (!list.IsArray)
        {
            fields.Report(FormatFindings.WrongKind, list, member, $"'{(isShut ? "off" : "on")}' of '{member}' is {list.Describe()}; a list of ids is expected.");
            return;
        }

        foreach (JsonTree item in list.Elements)
        {
            if (fields.IdOf(item, member) is { } id && isShut)
                Shut[(table, id)] = fields.At(item);
        }
    }

    private static List<(string Name, JsonTree Value)> Entries(JsonFields fields, string member)
    {
        if (fields.Take(member) is not { } owner)
            return [];
        if (owner.IsObject)
            return owner.Members;
        fields.Report(FormatFindings.WrongKind, owner, member, $"'{member}' is {owner.Describe()}; an object with ids is expected.");
        return [];
    }
}
