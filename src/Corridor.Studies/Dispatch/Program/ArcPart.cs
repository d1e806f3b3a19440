using Corridor.Studies.Compilation;

namespace Corridor.Studies.Dispatch.Program;

/// <summary>
/// Arcs: flows both ways, losses, costs, delays, fleets, the angles of AC lines, and the voltages of meshed direct current. Where nothing but the sign tells the
/// directions of a line that follows angles apart, one column carries both: two would leave a flow around the pair open.
/// </summary>
internal sealed class ArcPart
{
    private readonly ProgramLayout _layout;
    private readonly int[] _forward;
    private readonly int[] _backward;
    private readonly int[] _angleRow;
    private readonly int[] _angle;
    private readonly int[] _angleLimitRow;
    private readonly int[] _limitRow;
    private readonly int[] _fleetRow;
    private readonly bool[] _reference;
    private readonly bool[] _signed;
    private readonly ExpansionPart _expansions;

    public ArcPart(ProgramLayout layout, ExpansionPart expansions)
    {
        _layout = layout;
        _expansions = expansions;
        CompiledNetwork network = layout.Network;
        _forward = new int[network.Arcs.Count];
        _backward = new int[network.Arcs.Count];
        _angleRow = new int[network.Arcs.Count];
        _angleLimitRow = new int[network.Arcs.Count];
        _limitRow = new int[network.Arcs.Count];
        _angle = new int[2 * network.Nodes.Count];
        _signed = SignedArcs.Of(network);
        Array.Fill(_angle, -1);
        for (int a = 0; a < network.Arcs.Count; a++)
        {
            CompiledArc arc = network.Arcs[a];
            _forward[a] = layout.AddColumns(1);
            _backward[a] = _signed[a] ? _forward[a] : arc.TwoWay ? layout.AddColumns(1) : -1;
            _angleRow[a] = arc.HasAngles ? layout.AddRows(1, $"power flow of {arc.Id}") : -1;
            _angleLimitRow[a] = double.IsFinite(arc.AngleLeast) || double.IsFinite(arc.AngleMost) ? layout.AddRows(1, $"angles of {arc.Id}") : -1;
            _limitRow[a] = arc.Expansion >= 0 ? layout.AddRows(arc.TwoWay ? 2 : 1, $"capacity chosen of {arc.Id}") : -1;
            if (!arc.HasAngles)
                continue;
            foreach (int node in (ReadOnlySpan<int>)[AngleOf(arc, arc.From), AngleOf(arc, arc.To)])
            {
                if (_angle[node] < 0)
                    _angle[node] = layout.AddColumns(1);
            }
        }

        _fleetRow = [.. network.Fleets.Select(f => layout.AddRows(1, $"fleet {f.Id}"))];
        _reference = References(network);
    }

    /// <summary>Whether one column carries the flow of both directions, forward above zero and backward below.</summary>
    public bool IsSigned(int arc) => _signed[arc];

    /// <summary>Slot of the flow in a direction, or −1 where the arc has none; the same of both where the column is signed.</summary>
    public int Slot(int arc, int direction) => direction == 0 ? _forward[arc] : _backward[arc];

    /// <summary>Row of the limit that a capacity to be chosen sets to a direction, or −1.</summary>
    public int LimitRow(int arc, int direction) => _limitRow[arc] < 0 || Slot(arc, direction) < 0 ? -1 : _limitRow[arc] + direction;

    // Alternating and meshed direct current have angles (voltages) of their own, even at one node.
    private int AngleOf(CompiledArc arc, NodeIndex node) => node.Value + (arc.Kind == ArcKind.DcMeshed ? _layout.Network.Nodes.Count : 0);

    /// <summary>Period in which what arrives in a period was loaded.</summary>
    public int Loaded(CompiledArc arc, int period) => (period - arc.Delay + _layout.PeriodCount) % _layout.PeriodCount;

    /// <summary>Rate of arrival in a period for a unit of the rate of loading: losses, and periods of unequal length.</summary>
    public double Arriving(ProgramWriter writer, CompiledArc arc, int period) =>
        (1 - arc.Loss) * writer.Days(Loaded(arc, period)) / writer.Days(period);

    /// <summary>Says what its columns and rows are.</summary>
    public void Describe(ProgramKey key)
    {
        for (int a = 0; a < _forward.Length; a++)
        {
            key.Column(_forward[a], ColumnKind.Arc, a, 0);
            key.Column(_signed[a] ? -1 : _backward[a], ColumnKind.Arc, a, 1);
            key.Row(_angleRow[a], RowKind.PowerFlow, a);
            key.Row(_angleLimitRow[a], RowKind.AngleLimit, a);
            for (int direction = 0; direction < 2; direction++)
                key.Row(LimitRow(a, direction), RowKind.Expansion, _layout.Network.Arcs[a].Expansion, direction);
        }

        for (int n = 0; n < _angle.Length; n++)
            key.Column(_angle[n], ColumnKind.Angle, n % (_angle.Length / 2), n / (_angle.Length / 2));
        for (int f = 0; f < _fleetRow.Length; f++)
            key.Row(_fleetRow[f], RowKind.Fleet, f);
    }

    public void Write(ProgramWriter writer)
    {
        CompiledNetwork network = _layout.Network;
        for (int t = 0; t < network.PeriodCount; t++)
        {
            for (int a = 0; a < _forward.Length; a++)
            {
                if (_signed[a])
                    WriteSigned(writer, network.Arcs[a], a, t);
                else
                    Write(writer, network.Arcs[a], a, t);
                if (_angleRow[a] >= 0)
                    WriteAngles(writer, network.Arcs[a], a, t);
            }

            for (int n = 0; n < _angle.Length; n++)
            {
                if (_angle[n] >= 0)
                    writer.Column(_angle[n], t, _reference[n] ? 0 : double.NegativeInfinity, _reference[n] ? 0 : double.PositiveInfinity, 0);
            }

            for (int f = 0; f < _fleetRow.Length; f++)
                writer.RowBounds(_fleetRow[f], t, double.NegativeInfinity, network.Fleets[f].Load[t]);
        }
    }

    private void Write(ProgramWriter writer, CompiledArc arc, int a, int t)
    {
        for (int direction = 0; direction < 2; direction++)
        {
            int slot = Slot(a, direction);
            if (slot < 0)
                continue;
            (NodeIndex from, NodeIndex to) = direction == 0 ? (arc.From, arc.To) : (arc.To, arc.From);
            writer.Column(slot, t, 0, Most(writer, arc, a, direction, t), arc.Cost[direction][t] + arc.Levy[direction][t]);
            writer.Entry(from.Value, slot, t, -1);
            writer.Entry(to.Value, t, slot, Loaded(arc, t), Arriving(writer, arc, t));
            if (arc.Fleet >= 0)
                writer.Entry(_fleetRow[arc.Fleet], slot, t, 2 * arc.TransitTime);
            if (_angleRow[a] >= 0)
                writer.Entry(_angleRow[a], slot, t, direction == 0 ? 1 : -1);
        }
    }

    // Such an arc loses nothing, costs nothing and is not delayed.
    private void WriteSigned(ProgramWriter writer, CompiledArc arc, int a, int t)
    {
        double forward = Most(writer, arc, a, 0, t), backward = Most(writer, arc, a, 1, t);
        writer.Column(_forward[a], t, 0 - backward, forward, 0);
        writer.Entry(arc.From.Value, _forward[a], t, -1);
        writer.Entry(arc.To.Value, _forward[a], t, 1);
        writer.Entry(_angleRow[a], _forward[a], t, 1);
    }

    /// <summary>Largest flow in a direction. Where the capacity is to be chosen, a row says so, and only what else limits the flow is a bound.</summary>
    private double Most(ProgramWriter writer, CompiledArc arc, int a, int direction, int t)
    {
        double most = arc.Capacity[direction][t];
        if (arc.Expansion < 0)
            return most;
        _expansions.AtMost(writer, arc.Expansion, LimitRow(a, direction), Slot(a, direction), t, most, _signed[a] && direction == 1 ? -1 : 1);
        return most > 0 ? arc.Limit?[direction][t] ?? double.PositiveInfinity : 0;
    }

    private void WriteAngles(ProgramWriter writer, CompiledArc arc, int a, int t)
    {
        int start = _angle[AngleOf(arc, arc.From)], end = _angle[AngleOf(arc, arc.To)];
        writer.Entry(_angleRow[a], start, t, -arc.Susceptance);
        writer.Entry(_angleRow[a], end, t, arc.Susceptance);
        bool free = arc.InService is { } inService && !inService[t];
        if (free)
            writer.RowBounds(_angleRow[a], t, double.NegativeInfinity, double.PositiveInfinity);
        else if (arc.Shift != 0)
            writer.RowBounds(_angleRow[a], t, -arc.Susceptance * arc.Shift, -arc.Susceptance * arc.Shift);
        if (_angleLimitRow[a] < 0)
            return;
        writer.Entry(_angleLimitRow[a], start, t, 1);
        writer.Entry(_angleLimitRow[a], end, t, -1);
        writer.RowBounds(_angleLimitRow[a], t, free ? double.NegativeInfinity : arc.AngleLeast, free ? double.PositiveInfinity : arc.AngleMost);
    }

    // The first node of each connected set of lines that follow one law has the angle zero.
    private bool[] References(CompiledNetwork network)
    {
        var root = new int[_angle.Length];
        for (int n = 0; n < root.Length; n++)
            root[n] = n;
        int Find(int n)
        {
            while (root[n] != n)
                n = root[n] = root[root[n]];
            return n;
        }

        foreach (CompiledArc arc in network.Arcs)
        {
            if (!arc.HasAngles)
                continue;
            int a = Find(AngleOf(arc, arc.From)), b = Find(AngleOf(arc, arc.To));
            root[Math.Max(a, b)] = Math.Min(a, b);
        }

        var reference = new bool[root.Length];
        for (int n = 0; n < root.Length; n++)
            reference[n] = root[n] == n;
        return reference;
    }
}
