using Corridor.Model.PowerGrids;
using Corridor.Studies.PowerFlow.Contingencies;

namespace Corridor.Studies.OptimalPowerFlow;

/// <summary>Flows and limits of branches by a convention, read from the grid anew for every question; the certificate's own.</summary>
internal sealed class StatedLaw
{
    private readonly SusceptanceConvention _convention;
    private readonly Dictionary<(int, int), int> _first = [];

    public StatedLaw(PowerGrid grid, SusceptanceConvention convention)
    {
        Grid = grid;
        _convention = convention;
        for (int l = grid.Branches.Count - 1; l >= 0; l--)
            _first[(Math.Min(grid.Branches[l].From, grid.Branches[l].To), Math.Max(grid.Branches[l].From, grid.Branches[l].To))] = l;
    }

    public PowerGrid Grid { get; }

    public SusceptanceConvention Convention => _convention;

    /// <summary>∂flow/∂(angle difference) [p.u./rad].</summary>
    public double Susceptance(int l)
    {
        GridBranch branch = Grid.Branches[l];
        if (_convention == SusceptanceConvention.Matpower)
            return 1.0 / branch.Reactance / branch.Tap;

        // Im of the series admittance; one that runs against the first branch between its buses is seen from the other side of its tap.
        int first = _first[(Math.Min(branch.From, branch.To), Math.Max(branch.From, branch.To))];
        double seen = Grid.Branches[first].From == branch.From ? 1.0 : branch.Tap * branch.Tap;
        double size = double.Hypot(branch.Resistance, branch.Reactance);
        return size == 0.0 ? 0.0 : branch.Reactance / size / size / seen;
    }

    /// <summary>Flow at an angle difference [p.u.].</summary>
    public double Flow(int l, double difference) =>
        Susceptance(l) * (_convention == SusceptanceConvention.Matpower ? difference - (Grid.Branches[l].Shift / 180.0 * Math.PI) : difference);

    /// <summary>Flow at no angle difference [p.u.].</summary>
    public double FlowAtZero(int l) => Flow(l, 0.0);

    /// <summary>Greatest |flow| [p.u.].</summary>
    public double Rating(int l)
    {
        GridBranch branch = Grid.Branches[l];
        double stated = branch.Rating / Grid.BasePower;
        if (_convention == SusceptanceConvention.Matpower)
            return stated;
        double from = Grid.Buses[branch.From].VoltageMax;
        double to = Grid.Buses[branch.To].VoltageMax;
        double size = double.Hypot(branch.Resistance, branch.Reactance);
        if (size == 0.0 || !double.IsFinite(from) || !double.IsFinite(to))
            return stated;
        int first = _first[(Math.Min(branch.From, branch.To), Math.Max(branch.From, branch.To))];
        (double least, double greatest) = Angles(l);
        double angle = Math.Max(Math.Abs(least), Math.Abs(greatest));
        double spread = Math.Sqrt(Math.Max(0.0, Math.Pow(from - to, 2.0) + (4.0 * from * to * Math.Pow(Math.Sin(0.5 * angle), 2.0))));
        return Math.Min(stated, Math.Max(from, to) * spread / (size * (Grid.Branches[first].From == branch.From ? 1.0 : branch.Tap * branch.Tap)));
    }

    /// <summary>Greatest |flow| after an outage [p.u.], by the rule of the contingencies of a power flow.</summary>
    public double EmergencyRating(int l) => ContingencyRatings.AfterOutage(Grid.Branches[l]) / Grid.BasePower;

    /// <summary>Limits of the angle difference [rad].</summary>
    public (double Least, double Greatest) Angles(int l)
    {
        GridBranch branch = Grid.Branches[l];
        double least = branch.AngleMin / 180.0 * Math.PI;
        double greatest = branch.AngleMax / 180.0 * Math.PI;
        if (_convention == SusceptanceConvention.Matpower)
            return (least, greatest);
        bool isUnstated = branch.AngleMin == 0.0 && branch.AngleMax == 0.0;
        return (isUnstated || branch.AngleMin <= -90.0 ? -1.0472 : least, isUnstated || branch.AngleMax >= 90.0 ? 1.0472 : greatest);
    }
}
