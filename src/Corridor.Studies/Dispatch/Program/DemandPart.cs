using Corridor.Studies.Compilation;

namespace Corridor.Studies.Dispatch.Program;

/// <summary>Demands: elastic parts given up, and curtailment. The demand itself is the right-hand side of the balance.</summary>
internal sealed class DemandPart
{
    private readonly ProgramLayout _layout;
    private readonly int[] _first;

    public DemandPart(ProgramLayout layout)
    {
        _layout = layout;
        _first = [.. layout.Network.Demands.Select(d => layout.AddColumns(d.Steps.Count + (d.CurtailmentCost is null ? 0 : 1)))];
    }

    /// <summary>Slot of an elastic part.</summary>
    public int StepSlot(int demand, int step) => _first[demand] + step;

    /// <summary>Slot of the curtailment, or −1 for a demand that cannot be curtailed.</summary>
    public int CurtailmentSlot(int demand) =>
        _layout.Network.Demands[demand].CurtailmentCost is null ? -1 : _first[demand] + _layout.Network.Demands[demand].Steps.Count;

    /// <summary>Says what its columns are.</summary>
    public void Describe(ProgramKey key)
    {
        for (int d = 0; d < _first.Length; d++)
        {
            for (int k = 0; k < _layout.Network.Demands[d].Steps.Count; k++)
                key.Column(StepSlot(d, k), ColumnKind.DemandStep, d, k);
            key.Column(CurtailmentSlot(d), ColumnKind.Curtailment, d);
        }
    }

    public void Write(ProgramWriter writer)
    {
        CompiledNetwork network = _layout.Network;
        var balance = new double[network.Nodes.Count];
        for (int t = 0; t < network.PeriodCount; t++)
        {
            Array.Clear(balance);
            for (int d = 0; d < _first.Length; d++)
            {
                CompiledDemand demand = network.Demands[d];
                double rate = demand.Rate[t], rigid = 1;
                balance[demand.Node.Value] += rate;
                for (int k = 0; k < demand.Steps.Count; k++)
                {
                    rigid -= demand.Steps[k].Share;
                    writer.Column(_first[d] + k, t, 0, demand.Steps[k].Share * rate, demand.Steps[k].Price[t]);
                    writer.Entry(demand.Node.Value, _first[d] + k, t, 1);
                }

                if (demand.CurtailmentCost is not { } cost)
                    continue;
                writer.Column(CurtailmentSlot(d), t, 0, Math.Max(0, rigid) * rate, cost[t]);
                writer.Entry(demand.Node.Value, CurtailmentSlot(d), t, 1);
            }

            // What lines lose whatever they carry is taken at their ends.
            foreach (CompiledArc arc in network.Arcs)
                balance[arc.To.Value] += arc.FixedLoss?[t] ?? 0;
            for (int n = 0; n < balance.Length; n++)
                writer.RowBounds(n, t, balance[n], balance[n]);
        }
    }
}
