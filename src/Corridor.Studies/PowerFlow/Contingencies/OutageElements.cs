using Corridor.Model.PowerGrids;

namespace Corridor.Studies.PowerFlow.Contingencies;

/// <summary>Failing elements of one island, and what is cut off with them.</summary>
internal sealed class OutageElements
{
    private readonly PowerGrid _grid;
    private readonly OutageTopology _topology;
    private readonly bool[] _roots;
    private readonly Dictionary<int, int> _branchNumber;
    private readonly HashSet<int> _islandUnits;
    private readonly int[] _units;
    private readonly int[] _stack;
    private readonly int[] _rootsBefore;
    private readonly List<int> _lost = [];

    /// <param name="grid">The grid.</param>
    /// <param name="branches">Branches of the island in the grid.</param>
    /// <param name="units">Units in service of the island.</param>
    /// <param name="topology">How the island hangs together.</param>
    /// <param name="roots">Buses that what remains must be connected to.</param>
    internal OutageElements(PowerGrid grid, int[] branches, int[] units, OutageTopology topology, bool[] roots)
    {
        _grid = grid;
        _topology = topology;
        _roots = roots;
        _branchNumber = new Dictionary<int, int>(branches.Length);
        for (int k = 0; k < branches.Length; k++)
            _branchNumber[branches[k]] = k;
        _units = units;
        _islandUnits = [.. units];
        IsOut = new bool[branches.Length];
        _stack = new int[topology.Count];
        _rootsBefore = new int[topology.Count + 1];
        for (int place = 0; place < topology.Count; place++)
            _rootsBefore[place + 1] = _rootsBefore[place] + (roots[topology.Order[place]] ? 1 : 0);
        IsKept = new bool[topology.Count];
        Array.Fill(IsKept, true);
    }

    /// <summary>Failing branches of the island, by their numbers in it.</summary>
    internal List<int> Branches { get; } = [];

    /// <summary>Failing units of the island.</summary>
    internal List<int> Units { get; } = [];

    /// <summary>Whether a branch fails.</summary>
    internal bool[] IsOut { get; }

    /// <summary>Whether a bus stays connected to the slack.</summary>
    internal bool[] IsKept { get; }

    /// <summary>Whether buses are cut off.</summary>
    internal bool Splits { get; private set; }

    /// <summary>Takes the elements of a contingency; whether any is of this island.</summary>
    internal bool Take(GridContingency contingency)
    {
        foreach (int k in Branches)
            IsOut[k] = false;
        Branches.Clear();
        Units.Clear();
        foreach (int e in contingency.Branches)
        {
            if (_branchNumber.TryGetValue(e, out int k) && !IsOut[k])
            {
                IsOut[k] = true;
                Branches.Add(k);
            }
        }

        foreach (int u in contingency.Units)
        {
            if (_islandUnits.Contains(u) && !Units.Contains(u))
                Units.Add(u);
        }

        foreach (int i in _lost)
            IsKept[i] = true;
        _lost.Clear();
        if (Branches.Count == 1 && _topology.IsBridge[Branches[0]])
            CutBridge(Branches[0]);
        else if (Branches.Count > 1)
            CutSeveral();
        Splits = _lost.Count > 0;
        return Branches.Count + Units.Count > 0;
    }

    /// <summary>One side of a bridge is cut off, unless both have roots.</summary>
    private void CutBridge(int bridge)
    {
        (int first, int last) = _topology.Beyond(bridge);
        int beyond = _rootsBefore[last + 1] - _rootsBefore[first];
        int all = _rootsBefore[^1];
        if (beyond == 0)
            Lose(first, last);
        else if (beyond == all)
        {
            Lose(0, first - 1);
            Lose(last + 1, _topology.Count - 1);
        }
    }

    private void Lose(int first, int last)
    {
        for (int place = first; place <= last; place++)
        {
            _lost.Add(_topology.Order[place]);
            IsKept[_topology.Order[place]] = false;
        }
    }

    private void CutSeveral()
    {
        if (_topology.Reach(_roots, IsOut, IsKept, _stack) == IsKept.Length)
            return;
        for (int i = 0; i < IsKept.Length; i++)
        {
            if (!IsKept[i])
                _lost.Add(i);
        }
    }

    /// <summary>Notes what is cut off.</summary>
    /// <param name="outcome">The outcome so far.</param>
    /// <param name="buses">Buses of the island in the grid.</param>
    /// <param name="local">Numbers of the buses in the island.</param>
    /// <param name="output">Output of each unit of the grid [MW].</param>
    internal ContingencyOutcome Account(ContingencyOutcome outcome, int[] buses, int[] local, IReadOnlyList<UnitState> output)
    {
        double lost = 0;
        foreach (int u in Units)
            lost += output[u].Active;
        if (!Splits)
            return lost == 0 ? outcome : outcome with { LostOutput = outcome.LostOutput + lost };
        int first = int.MaxValue;
        double demand = 0;
        foreach (int i in _lost)
        {
            first = Math.Min(first, buses[i]);
            demand += _grid.Buses[buses[i]].ActiveDemand;
        }

        foreach (int u in _units)
            lost += IsKept[local[_grid.Units[u].Bus]] || Units.Contains(u) ? 0 : output[u].Active;
        return outcome with
        {
            LostBuses = outcome.LostBuses + _lost.Count,
            FirstLostBus = outcome.FirstLostBus < 0 ? first : outcome.FirstLostBus,
            LostDemand = outcome.LostDemand + demand,
            LostOutput = outcome.LostOutput + lost,
        };
    }
}
