using Corridor.Model.Findings;
using Corridor.Model.PowerGrids;

namespace Corridor.Studies.OptimalPowerFlow;

/// <summary>
/// Checks every outage that a result claims to survive. The angles after an outage are guessed by compensation from a factor of the whole grid, and then
/// held against the balances of the grid without the branch, law by law: what these leave over is added to the excess, since no branch carries more of it
/// than all of it where reactances are positive. Where that is too much the grid without the branch is factorised.
/// </summary>
internal sealed class OutageCheck
{
    /// <summary>
    /// What balances may leave over, all buses together [p.u.], before the grid without the branch is factorised; twice what they leave without an outage
    /// where that is more, for no factor brings it down.
    /// </summary>
    private const double Enough = 1e-8;

    /// <summary>Outages that are worth a thread with a factor of its own.</summary>
    private const int LeastShare = 100;

    private readonly StatedLaw _law;
    private readonly PowerGrid _grid;
    private readonly OptimalFlowResult _result;
    private readonly ActiveGrid _active;
    private readonly int[] _place;
    private readonly int[] _member;
    private readonly double[] _injection;
    private readonly double[] _susceptance;
    private readonly double[] _atZero;
    private readonly double[] _rating;
    private readonly ILookup<int, OutageFlow> _claims;
    private readonly double[] _angle;
    private readonly double _enough;

    private OutageCheck(StatedLaw law, OptimalFlowResult result, ActiveGrid active, AngleSystem system)
    {
        _law = law;
        _grid = law.Grid;
        _result = result;
        _active = active;
        _place = new int[_grid.Buses.Count];
        for (int i = 0; i < active.Bus.Length; i++)
            _place[active.Bus[i]] = i;
        _member = new int[_grid.Branches.Count];
        Array.Fill(_member, -1);
        for (int l = 0; l < active.Branches.Length; l++)
            _member[active.Branches[l].Index] = l;
        _injection = [.. active.Demand.Select(d => -d)];
        foreach (UnitOutput unit in result.Units)
            _injection[_place[_grid.Units[unit.Index].Bus]] += unit.Power / _grid.BasePower;
        foreach (DcLineFlow line in result.DcLines)
        {
            _injection[_place[_grid.DcLines[line.Index].From]] -= line.From / _grid.BasePower;
            _injection[_place[_grid.DcLines[line.Index].To]] += line.To / _grid.BasePower;
        }

        _susceptance = [.. active.Branches.Select(b => law.Susceptance(b.Index))];
        _atZero = [.. active.Branches.Select(b => law.FlowAtZero(b.Index))];
        _rating = [.. active.Branches.Select(b => law.EmergencyRating(b.Index))];
        _claims = result.OutageFlows.ToLookup(f => f.Outage);
        _angle = system.Flow(_injection);
        _enough = Math.Max(Enough, 2.0 * LeftOver(-1, _angle, new double[_angle.Length]));
    }

    /// <summary>Checks all secured outages, that none which was asked for is missing, and that those left out split the grid or leave flows undetermined.</summary>
    /// <returns>The largest excess [p.u.], +∞ where an outage is missing; and how many outages were solved.</returns>
    public static (double Excess, int Solved) Run(StatedLaw law, OptimalFlowResult result)
    {
        PowerGrid grid = law.Grid;
        if (!result.Request.SecureAll && result.Request.Outages.Count + result.Secured.Count + result.OutageFlows.Count == 0)
            return (0.0, 0);
        if (ActiveGrid.Of(grid, result.Convention, new FindingList()) is not { } active || AngleSystem.Of(active) is not { } system)
            return (double.PositiveInfinity, 0);
        var check = new OutageCheck(law, result, active, system);
        if (!check.IsComplete(system))
            return (double.PositiveInfinity, 0);
        int[] outages = [.. result.Secured];
        int threads = Math.Clamp(1 + (outages.Length / LeastShare), 1, result.Request.Threads);
        int chunk = (outages.Length + threads - 1) / threads;
        double[] worst = new double[threads];
        Parallel.For(0, threads, t =>
        {
            AngleSystem? own = t == 0 ? system : AngleSystem.Of(active);
            double[] transfer = new double[active.Bus.Length];
            double[] after = new double[active.Bus.Length];
            double[] over = new double[active.Bus.Length];
            for (int k = t * chunk; k < Math.Min(outages.Length, (t + 1) * chunk); k++)
                worst[t] = Math.Max(worst[t], own is null ? double.PositiveInfinity : check.Excess(own, outages[k], transfer, after, over));
        });
        double excess = worst.Max();
        foreach (OutageFlow flow in result.OutageFlows)
            excess = Math.Max(excess, (Math.Abs(flow.Flow) / grid.BasePower) - law.EmergencyRating(flow.Branch));
        return (excess, outages.Length);
    }

    /// <summary>Whether every outage asked for is secured, or left out with reason, and limits are claimed for secured ones asked for alone.</summary>
    private bool IsComplete(AngleSystem system)
    {
        HashSet<int> asked = [.. _result.Request.SecureAll ? _active.Branches.Select(b => b.Index) : _result.Request.Outages];
        HashSet<int> secured = [.. _result.Secured];
        if (_result.OutageFlows.Any(f => !secured.Contains(f.Outage) || !asked.Contains(f.Outage)))
            return false;
        HashSet<int> named = [.. _result.Secured, .. _result.Splitting, .. _result.Undetermined];
        if (named.Any(l => (uint)l >= (uint)_member.Length || _member[l] < 0) || asked.Any(l => !named.Contains(l)))
            return false;
        bool[] isBridge = _result.Splitting.Count > 0 ? GridBridges.Find(_active) : [];
        if (_result.Splitting.Any(l => !isBridge[_member[l]]))
            return false;
        double[] transfer = new double[_active.Bus.Length];
        return _result.Undetermined.All(l =>
        {
            ActiveBranch branch = _active.Branches[_member[l]];
            system.SolveTransfer(branch.From, branch.To, transfer);
            return !(Math.Abs(1.0 - (_susceptance[_member[l]] * (transfer[branch.From] - transfer[branch.To]))) >= 2.0 * OutageScreen.Singular);
        });
    }

    private double Flow(int l, double[] angle)
    {
        ActiveBranch branch = _active.Branches[l];
        return (_susceptance[l] * (angle[branch.From] - angle[branch.To])) + _atZero[l];
    }

    private double Excess(AngleSystem system, int outage, double[] transfer, double[] after, double[] over)
    {
        int k = _member[outage];
        ActiveBranch lost = _active.Branches[k];
        if (_susceptance[k] == 0.0)
        {
            Array.Clear(transfer);
            return WithAngles(outage, _angle, transfer, over);
        }

        system.SolveTransfer(lost.From, lost.To, transfer);
        double scale = 1.0 / (1.0 - (_susceptance[k] * (transfer[lost.From] - transfer[lost.To])));
        double carried = Flow(k, _angle);
        for (int i = 0; i < after.Length; i++)
        {
            transfer[i] *= scale;
            after[i] = _angle[i] + (transfer[i] * carried);
        }

        return LeftOver(k, after, over) <= _enough ? WithAngles(outage, after, transfer, over) : Anew(outage, over);
    }

    /// <summary>What balances leave over without a branch, all buses together [p.u.].</summary>
    private double LeftOver(int lost, double[] angle, double[] over)
    {
        _injection.CopyTo(over, 0);
        for (int l = 0; l < _susceptance.Length; l++)
        {
            if (l == lost)
                continue;
            double flow = Flow(l, angle);
            over[_active.Branches[l].From] -= flow;
            over[_active.Branches[l].To] += flow;
        }

        return over.Sum(Math.Abs);
    }

    /// <summary>The largest excess and error of a claim at the angles after an outage [p.u.].</summary>
    /// <param name="outage">The branch that is lost.</param>
    /// <param name="angle">Angles then.</param>
    /// <param name="transfer">What one unit from its one end to the other does to angles then.</param>
    /// <param name="over">Overwritten.</param>
    private double WithAngles(int outage, double[] angle, double[] transfer, double[] over)
    {
        int k = _member[outage];
        double left = LeftOver(k, angle, over);
        double worst = 0.0;
        for (int l = 0; l < _susceptance.Length; l++)
        {
            if (l != k)
                worst = Math.Max(worst, left + Math.Abs(Flow(l, angle)) - _rating[l]);
        }

        double lost = Math.Abs(Flow(k, _angle));
        foreach (OutageFlow claimed in _claims[outage])
        {
            int l = _member[claimed.Branch];
            if (l < 0)
                return double.PositiveInfinity;
            ActiveBranch branch = _active.Branches[l];
            worst = Math.Max(worst, Math.Abs((claimed.Flow / _grid.BasePower) - Flow(l, angle)));
            worst = Math.Max(worst, Math.Max(1.0, lost) * Math.Abs(claimed.Factor - (_susceptance[l] * (transfer[branch.From] - transfer[branch.To]))));
        }

        return worst;
    }

    /// <summary>The same with a factor of the grid without the branch.</summary>
    private double Anew(int outage, double[] over)
    {
        GridBranch[] branches = [.. _grid.Branches];
        branches[outage] = branches[outage] with { InService = false };
        var without = ActiveGrid.Of(_grid with { Branches = branches }, _law.Convention, new FindingList());
        if (without is null || AngleSystem.Of(without) is not { } system)
            return double.PositiveInfinity;
        double[] transfer = new double[_angle.Length];
        system.SolveTransfer(_place[_grid.Branches[outage].From], _place[_grid.Branches[outage].To], transfer);
        return WithAngles(outage, system.Flow(_injection), transfer, over);
    }
}
