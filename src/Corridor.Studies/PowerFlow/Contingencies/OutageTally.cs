using System.Runtime.CompilerServices;
using Corridor.Model.PowerGrids;

namespace Corridor.Studies.PowerFlow.Contingencies;

/// <summary>What one thread has seen: the worst loading of each branch, and the violations of the outage at hand.</summary>
internal sealed class OutageTally
{
    /// <summary>Violations that an outcome lists.</summary>
    private const int Listed = 20;

    /// <summary>Loading beyond that without an outage that counts as worse.</summary>
    private const double Worse = 0.01;

    /// <summary>Distance beyond that without an outage that counts as worse.</summary>
    private const double FurtherOut = 0.001;

    private readonly double[] _rating;
    private readonly double[] _baseLoading;
    private readonly double[] _alarm;
    private readonly double[] _worstSquare;
    private readonly double[] _least;
    private readonly double[] _greatest;
    private readonly double[] _baseBeyond;
    private readonly List<Overload> _overloads = [];
    private readonly List<VoltageViolation> _voltages = [];

    internal OutageTally(PowerFlowSolution solution)
    {
        PowerGrid grid = solution.Grid;

        // Of a rating of nothing there is no share.
        _rating = [.. grid.Branches.Select(ContingencyRatings.AfterOutage).Select(r => r > 0 ? r : double.PositiveInfinity)];
        _baseLoading = [.. grid.Branches.Select((_, e) => solution.Branches[e].Apparent / _rating[e])];
        _least = [.. grid.Buses.Select(b => b.VoltageMin)];
        _greatest = [.. grid.Buses.Select(b => b.VoltageMax)];
        _baseBeyond = [.. grid.Buses.Select((b, i) => solution.Buses[i].IsLive ? Math.Max(0, Math.Max(b.VoltageMin - solution.Buses[i].Voltage, solution.Buses[i].Voltage - b.VoltageMax)) : 0)];
        _alarm = [.. _rating.Select((r, e) => Math.Pow(r * Math.Max(1.0, _baseLoading[e] + Worse), 2))];

        // Nothing is worse than infinity: branches without a rating are never looked at again.
        _worstSquare = Array.ConvertAll(_rating, r => r < double.PositiveInfinity ? 0.0 : double.PositiveInfinity);
        WorstContingency = new int[_rating.Length];
        Array.Fill(WorstContingency, -1);
    }

    /// <summary>Greatest loading of each branch so far [1].</summary>
    internal double[] WorstLoading => [.. _worstSquare.Select((s, e) => s < double.PositiveInfinity ? Math.Sqrt(s) / _rating[e] : 0.0)];

    /// <summary>The outage of that loading; of equal ones the first.</summary>
    internal int[] WorstContingency { get; }

    /// <summary>Violations of branches in the outage at hand.</summary>
    internal int OverloadCount => _overloads.Count;

    /// <summary>Violations of voltages in the outage at hand.</summary>
    internal int VoltageCount => _voltages.Count;

    /// <summary>A new outage.</summary>
    internal void Begin()
    {
        _overloads.Clear();
        _voltages.Clear();
    }

    /// <summary>Looks at a branch.</summary>
    /// <param name="branch">The branch.</param>
    /// <param name="square">Square of its apparent power [MVA²].</param>
    /// <param name="contingency">The outage.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal void Look(int branch, double square, int contingency)
    {
        if (square > _worstSquare[branch])
        {
            _worstSquare[branch] = square;
            WorstContingency[branch] = contingency;
        }

        if (square > _alarm[branch])
            _overloads.Add(new Overload(branch, Math.Sqrt(square) / _rating[branch]));
    }

    /// <summary>Looks at a bus.</summary>
    internal void LookAtBus(int bus, double voltage)
    {
        double beyond = Math.Max(_least[bus] - voltage, voltage - _greatest[bus]);
        if (beyond > _baseBeyond[bus] + FurtherOut)
            _voltages.Add(new VoltageViolation(bus, voltage, beyond));
    }

    /// <summary>The worst overloads of the outage at hand.</summary>
    internal Overload[] Overloads()
    {
        _overloads.Sort((a, b) => a.Loading == b.Loading ? a.Branch.CompareTo(b.Branch) : b.Loading.CompareTo(a.Loading));
        return [.. _overloads.Take(Listed)];
    }

    /// <summary>The worst voltages of the outage at hand.</summary>
    internal VoltageViolation[] Voltages()
    {
        _voltages.Sort((a, b) => a.Beyond == b.Beyond ? a.Bus.CompareTo(b.Bus) : b.Beyond.CompareTo(a.Beyond));
        return [.. _voltages.Take(Listed)];
    }

    /// <summary>Takes over what another thread has seen; the outcome does not depend on who saw what.</summary>
    internal void Merge(OutageTally other)
    {
        for (int e = 0; e < _worstSquare.Length; e++)
        {
            int contingency = other.WorstContingency[e];
            bool isWorse = other._worstSquare[e] > _worstSquare[e] || (other._worstSquare[e] == _worstSquare[e] && contingency >= 0 && contingency < WorstContingency[e]);
            if (!isWorse)
                continue;
            _worstSquare[e] = other._worstSquare[e];
            WorstContingency[e] = contingency;
        }
    }
}
