using System.Globalization;
using Corridor.Data.Packages;
using Corridor.Model.Findings;
using Corridor.Model.Hydraulics;

namespace Corridor.Data.Formats.GasSchedules;

/// <summary>Reads a schedule row by row.</summary>
internal sealed class GasScheduleReader(string file, GasNetwork network, FindingList findings)
{
    private static readonly string[] Columns = ["time_s", "kind", "id", "value"];
    private readonly SortedDictionary<int, List<(double Time, double Value)>> _pressures = [];
    private readonly SortedDictionary<int, List<(double Time, double Value)>> _injections = [];
    private readonly SortedDictionary<int, List<(double Time, StationControl Control)>> _controls = [];
    private readonly List<GasEvent> _events = [];
    private readonly int[] _column = [-1, -1, -1, -1, -1];
    private bool _failed;

    internal GasScheduleFile? Read(ReadOnlyMemory<byte> bytes)
    {
        using var stream = new MemoryStream(bytes.ToArray(), writable: false);
        var rows = new CsvReader(stream);
        if (!rows.Read() || !Header(rows))
        {
            if (rows.Line == 0 || rows.Count == 0)
                Fail(FormatFindings.Missing, new SourcePlace(file, 1), file, "The file is empty; a header 'time_s,kind,id,value' is expected.");
            return null;
        }

        while (rows.Read())
        {
            if (!rows.IsBlank)
                Row(rows);
        }

        if (_failed)
            return null;
        double end = _pressures.Values.Concat(_injections.Values).SelectMany(points => points.Select(p => p.Time))
            .Concat(_controls.Values.SelectMany(points => points.Select(p => p.Time)))
            .Concat(_events.Select(happening => happening.Time)).DefaultIfEmpty(0.0).Max();
        var schedule = new GasSchedule
        {
            End = end,
            Pressures = Series(_pressures),
            Injections = Series(_injections),
            Controls = [.. _controls.Select(pair => new ControlSeries(pair.Key, [.. pair.Value.Select(p => p.Time)], [.. pair.Value.Select(p => p.Control)]))],
        };
        return new GasScheduleFile(schedule, _events);
    }

    private static List<NodeSeries> Series(SortedDictionary<int, List<(double Time, double Value)>> points) =>
        [.. points.Select(pair => new NodeSeries(pair.Key, new TimeSeries([.. pair.Value.Select(p => p.Time)], [.. pair.Value.Select(p => p.Value)])))];

    private bool Header(CsvReader rows)
    {
        if (rows.Fault != CsvFault.None)
        {
            Fail(FormatFindings.NotWellFormed, new SourcePlace(file, rows.Line), file, "The header cannot be read as CSV in UTF-8.");
            return false;
        }

        if (rows.Count == 1 && rows.Text(0).Contains(';', StringComparison.Ordinal))
        {
            Fail(FormatFindings.NotWellFormed, new SourcePlace(file, rows.Line), file, "The columns are separated by ';'; commas are expected: time_s,kind,id,value.");
            return false;
        }

        for (int c = 0; c < rows.Count; c++)
        {
            string name = rows.Text(c);
            int known = name == "delay_s" ? 4 : Array.IndexOf(Columns, name);
            if (known >= 0)
                _column[known] = c;
            else
                findings.Add(FormatFindings.NoEffect.At(file, Place(rows, c, name), $"The column '{name}' is not known; it has no effect."));
        }

        for (int k = 0; k < Columns.Length; k++)
        {
            if (_column[k] < 0)
            {
                Fail(FormatFindings.Missing, new SourcePlace(file, rows.Line), file, $"The column '{Columns[k]}' is missing; the columns are time_s, kind, id, value and, where breaks are listed, delay_s.");
                return false;
            }
        }

        return true;
    }

    private void Row(CsvReader rows)
    {
        if (rows.Fault != CsvFault.None)
        {
            Fail(FormatFindings.NotWellFormed, new SourcePlace(file, rows.Line), file, "The row cannot be read as CSV in UTF-8.");
            return;
        }

        if (Number(rows, 0, demanded: true) is not { } time)
            return;
        string kind = Text(rows, 1);
        switch (kind)
        {
            case "pressure":
            case "injection":
                Point(rows, time, kind == "pressure");
                break;
            case "ratio":
                Control(rows, time, StationMode.Ratio);
                break;
            case "outlet-pressure":
                Control(rows, time, StationMode.OutletPressure);
                break;
            case "inlet-pressure":
                Control(rows, time, StationMode.InletPressure);
                break;
            case "pressure-rise":
                Control(rows, time, StationMode.PressureRise);
                break;
            case "flow":
                Control(rows, time, StationMode.Flow);
                break;
            case "power":
                Control(rows, time, StationMode.Power);
                break;
            case "bypass":
                Control(rows, time, StationMode.Bypass);
                break;
            case "closed":
                Control(rows, time, StationMode.Closed);
                break;
            default:
                Event(rows, time, kind);
                break;
        }
    }

    private void Event(CsvReader rows, double time, string kind)
    {
        switch (kind)
        {
            case "valve-open" when Element<GasValve>(rows, "valve") is { } valve:
                _events.Add(new ValveChange(time, valve, true));
                break;
            case "valve-close" when Element<GasValve>(rows, "valve") is { } valve:
                _events.Add(new ValveChange(time, valve, false));
                break;
            case "station-trip" when Station(rows) is { } station:
                _events.Add(new StationTrip(time, station));
                break;
            case "entry-loss" when Node(rows) is { } node:
                _events.Add(new EntryLoss(time, node));
                break;
            case "node-rupture" when Node(rows) is { } node && Delay(rows) is { } delay:
                _events.Add(new NodeRupture(time, node, delay));
                break;
            case "pipe-rupture" when Element<GasPipe>(rows, "pipe") is { } pipe && Number(rows, 3, demanded: true) is { } distance && Delay(rows) is { } delay:
                double length = ((GasPipe)network.Elements[pipe]).Length;
                if (distance > 0.0 && distance < length)
                    _events.Add(new PipeRupture(time, pipe, distance, delay));
                else
                    Fail(FormatFindings.OutOfRange, Place(rows, _column[3], "value"), Text(rows, 2), string.Create(CultureInfo.InvariantCulture, $"The break stands at {distance} m; it must lie within the pipe, which is {length} m long."));
                break;
            case "valve-open" or "valve-close" or "station-trip" or "entry-loss" or "node-rupture" or "pipe-rupture":
                break;
            default:
                Fail(FormatFindings.WrongKind, Place(rows, _column[1], "kind"), Text(rows, 2), $"'{kind}' is no kind of row; known are pressure, injection, ratio, outlet-pressure, inlet-pressure, pressure-rise, flow, power, bypass, closed, valve-open, valve-close, station-trip, entry-loss, node-rupture, pipe-rupture.");
                break;
        }
    }

    private void Point(CsvReader rows, double time, bool isPressure)
    {
        if (Node(rows) is not { } node || Number(rows, 3, demanded: true) is not { } value)
            return;
        if (isPressure && value <= 0.0)
        {
            Fail(FormatFindings.OutOfRange, Place(rows, _column[3], "value"), Text(rows, 2), string.Create(CultureInfo.InvariantCulture, $"The pressure is {value} Pa; an absolute pressure above zero is expected."));
            return;
        }

        SortedDictionary<int, List<(double Time, double Value)>> lists = isPressure ? _pressures : _injections;
        if (!lists.TryGetValue(node, out List<(double Time, double Value)>? points))
            lists[node] = points = [];
        if (InOrder(rows, points.Count, k => points[k].Time, time))
            points.Add((time, value));
    }

    private void Control(CsvReader rows, double time, StationMode mode)
    {
        bool needsValue = mode is not (StationMode.Bypass or StationMode.Closed);
        if (Station(rows) is not { } station)
            return;
        double value = double.NaN;
        if (needsValue)
        {
            if (Number(rows, 3, demanded: true) is not { } number)
                return;
            value = number;
            if (value <= 0.0 && mode is not (StationMode.PressureRise or StationMode.Flow or StationMode.Power))
            {
                Fail(FormatFindings.OutOfRange, Place(rows, _column[3], "value"), Text(rows, 2), string.Create(CultureInfo.InvariantCulture, $"The set point is {value}; a figure above zero is expected."));
                return;
            }
        }

        if (!_controls.TryGetValue(station, out List<(double Time, StationControl Control)>? points))
            _controls[station] = points = [];
        if (InOrder(rows, points.Count, k => points[k].Time, time))
            points.Add((time, new StationControl(mode, value)));
    }

    private bool InOrder(CsvReader rows, int count, Func<int, double> timeOf, double time)
    {
        bool falls = count > 0 && time < timeOf(count - 1);
        bool third = count > 1 && time == timeOf(count - 2);
        if (falls || third)
            Fail(FormatFindings.OutOfRange, Place(rows, _column[0], "time_s"), Text(rows, 2), string.Create(CultureInfo.InvariantCulture, $"The time is {time} s; times of one figure never fall, and no more than two points share one."));
        return !falls && !third;
    }

    private int? Node(CsvReader rows)
    {
        string id = Text(rows, 2);
        for (int i = 0; i < network.Nodes.Count; i++)
        {
            if (network.Nodes[i].Id == id)
                return i;
        }

        Fail(FormatFindings.UnknownId, Place(rows, _column[2], "id"), id, $"The network has no node '{id}'.");
        return null;
    }

    private int? Station(CsvReader rows)
    {
        string id = Text(rows, 2);
        int found = -1;
        for (int e = 0; e < network.Elements.Count; e++)
        {
            if (network.Elements[e] is not (GasCompressorStation or GasControlValve) || network.Elements[e].Id != id)
                continue;
            if (found >= 0)
            {
                Fail(FormatFindings.Contradiction, Place(rows, _column[2], "id"), id, $"A station and a regulator are both called '{id}'.");
                return null;
            }

            found = e;
        }

        if (found < 0)
            Fail(FormatFindings.UnknownId, Place(rows, _column[2], "id"), id, $"The network has no station or regulator '{id}'.");
        return found < 0 ? null : found;
    }

    private int? Element<T>(CsvReader rows, string what)
        where T : GasElement
    {
        string id = Text(rows, 2);
        for (int e = 0; e < network.Elements.Count; e++)
        {
            if (network.Elements[e] is T && network.Elements[e].Id == id)
                return e;
        }

        Fail(FormatFindings.UnknownId, Place(rows, _column[2], "id"), id, $"The network has no {what} '{id}'.");
        return null;
    }

    private double? Delay(CsvReader rows)
    {
        if (_column[4] < 0 || Text(rows, 4).Length == 0)
            return double.PositiveInfinity;
        if (Number(rows, 4, demanded: true) is not { } delay)
            return null;
        if (delay >= 0.0)
            return delay;
        Fail(FormatFindings.OutOfRange, Place(rows, _column[4], "delay_s"), Text(rows, 2), "The delay of the valves must not be negative.");
        return null;
    }

    private double? Number(CsvReader rows, int column, bool demanded)
    {
        string name = column == 4 ? "delay_s" : Columns[column];
        string text = Text(rows, column);
        if (text.Length == 0 && demanded)
        {
            Fail(FormatFindings.Missing, Place(rows, _column[column], name), file, $"The row has no '{name}'.");
            return null;
        }

        if (!double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double value))
        {
            Fail(FormatFindings.WrongKind, Place(rows, _column[column], name), file, $"'{text}' is no number; '{name}' needs one, with a point as decimal mark.");
            return null;
        }

        if (double.IsFinite(value))
            return value;
        Fail(FormatFindings.NotFinite, Place(rows, _column[column], name), file, $"'{name}' is not finite.");
        return null;
    }

    private string Text(CsvReader rows, int column) => _column[column] < rows.Count ? rows.Text(_column[column]) : string.Empty;

    private SourcePlace Place(CsvReader rows, int cell, string field)
    {
        if (cell < 0 || cell >= rows.Count)
            return new SourcePlace(file, rows.Line, 0, field);
        (int line, int column) = rows.PlaceOf(rows.OffsetOf(cell));
        return new SourcePlace(file, line, column, field);
    }

    private void Fail(FindingKind kind, SourcePlace place, string subject, string message)
    {
        _failed = true;
        findings.Add(kind.At(subject, place, message));
    }
}
