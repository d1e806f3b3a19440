using Corridor.Model.PowerGrids;
using Corridor.Studies.PowerFlow.Contingencies;

namespace Corridor.Studies.OptimalPowerFlow;

/// <summary>
/// Susceptance, shift and limits of branches under a convention. <see cref="SusceptanceConvention.Matpower"/>: 1/(x · tap) with the shift, limits as
/// stated (MATPOWER manual, section 3.7). <see cref="SusceptanceConvention.PowerModels"/>: what PowerModels' DCP form makes of a file: x/(r² + x²)
/// without tap and shift; angle limits at or beyond ±90° or both 0 become ±1.0472 rad; no flow beyond |y| · v_max · |v_from − v_to| at the greatest
/// voltages and the greatest angle; a branch that runs against an earlier one between the same buses is turned round, its impedance times tap².
/// </summary>
internal sealed class BranchLaw
{
    /// <summary>Angle limit that stands in for a missing one in PowerModels [rad].</summary>
    private const double DefaultAngle = 1.0472;

    private const double Radians = Math.PI / 180.0;

    private readonly PowerGrid _grid;
    private readonly SusceptanceConvention _convention;
    private readonly bool[] _isTurned;

    public BranchLaw(PowerGrid grid, SusceptanceConvention convention)
    {
        _grid = grid;
        _convention = convention;
        _isTurned = new bool[grid.Branches.Count];
        var seen = new HashSet<(int, int)>();
        for (int l = 0; l < _isTurned.Length; l++)
        {
            GridBranch branch = grid.Branches[l];
            _isTurned[l] = seen.Contains((branch.To, branch.From));
            if (!_isTurned[l])
                seen.Add((branch.From, branch.To));
        }
    }

    /// <summary>The branch with index l, between two buses that take part.</summary>
    public ActiveBranch Of(int l, int from, int to)
    {
        GridBranch branch = _grid.Branches[l];
        double rating = branch.Rating / _grid.BasePower;
        double emergency = ContingencyRatings.AfterOutage(branch) / _grid.BasePower;
        double least = branch.AngleMin * Radians;
        double greatest = branch.AngleMax * Radians;
        if (_convention == SusceptanceConvention.Matpower)
            return new ActiveBranch(l, from, to, 1.0 / (branch.Reactance * branch.Tap), branch.Shift * Radians, least, greatest, rating, emergency);
        double scale = _isTurned[l] ? branch.Tap * branch.Tap : 1.0;
        double r = branch.Resistance * scale;
        double x = branch.Reactance * scale;
        double square = (r * r) + (x * x);
        if (least == 0.0 && greatest == 0.0)
            (least, greatest) = (-DefaultAngle, DefaultAngle);
        if (least <= -0.5 * Math.PI)
            least = -DefaultAngle;
        if (greatest >= 0.5 * Math.PI)
            greatest = DefaultAngle;
        double limit = square > 0.0 ? GreatestFlow(branch, Math.Sqrt(1.0 / square), Math.Max(Math.Abs(least), Math.Abs(greatest))) : double.PositiveInfinity;
        return new ActiveBranch(l, from, to, square > 0.0 ? x / square : 0.0, 0.0, least, greatest, Math.Min(rating, limit), emergency);
    }

    /// <summary>|y| · v_max · |v_from − v_to| at the greatest voltages and an angle between them [p.u.].</summary>
    private double GreatestFlow(GridBranch branch, double admittance, double angle)
    {
        double a = _grid.Buses[branch.From].VoltageMax;
        double b = _grid.Buses[branch.To].VoltageMax;
        if (!double.IsFinite(a) || !double.IsFinite(b))
            return double.PositiveInfinity;
        return admittance * Math.Max(a, b) * Math.Sqrt(Math.Max(0.0, (a * a) + (b * b) - (2.0 * a * b * Math.Cos(angle))));
    }
}
