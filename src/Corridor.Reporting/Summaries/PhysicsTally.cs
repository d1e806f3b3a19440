using Corridor.Model.Schema;
using Corridor.Model.Time;
using Corridor.Reporting.Export;
using Corridor.Studies.Compilation;
using Corridor.Studies.Dispatch;
using Corridor.Studies.Hydraulics.Dispatch;

namespace Corridor.Reporting.Summaries;

/// <summary>Adds up what the physics of the gas lines says, over the horizon.</summary>
internal static class PhysicsTally
{
    private const double DaysOfYear = 365;
    private const double PascalsPerBar = 1e5;
    private const double WattsPerMegawatt = 1e6;

    public static PhysicsSummary? Of(RunReport report, IReadOnlyDictionary<string, DisplayUnit> units)
    {
        if (report.Physics is not { } physics)
            return null;
        CompiledNetwork network = report.Result.Network;
        DisplayUnit UnitOf(CompiledArc arc) => units[network.Nodes[arc.From.Value].Carrier];
        LineCheck[] lines = [.. physics.Lines.OrderByDescending(l => l.InfeasiblePeriods > 0).ThenByDescending(Fullness)];
        return new PhysicsSummary(
            physics.Mode.ToString().ToLowerInvariant(),
            [.. lines.Select(l => Line(l, report.Result, UnitOf(network.Arcs[l.Arc]), report.Horizon))],
            [.. lines.SelectMany(Stations)],
            [.. physics.Capacities.Select(c => Capacity(c, units, report))],
            [.. physics.Idle.Select(l => l.Id)],
            [.. physics.Unchecked.Select(u => Without(u, report.Result, UnitOf(network.Arcs[u.Arc]))).OrderByDescending(u => u.Flow).ThenBy(u => u.Id, StringComparer.Ordinal)]);
    }

    private static double Fullness(LineCheck line) => line.Flow.Max() / line.Capacity.InflowPerDay;

    private static LinePhysicsSummary Line(LineCheck line, DispatchResult result, DisplayUnit unit, Horizon horizon)
    {
        double factor = unit.AmountPerAccount, days = horizon.Days;
        double mass = line.Line.MassPerAccount;
        LineProfile[] profiles = [.. line.Profiles.OfType<LineProfile>()];
        double power = 0, fuel = 0, linepack = 0, time = 0, excess = 0;
        int first = -1;
        for (int t = 0; t < line.Flow.Length; t++)
        {
            double length = horizon.Periods[t].Days;
            excess += length * line.Excess(t);
            if (first < 0 && line.IsInfeasible(t))
                first = t;
            if (line.Profiles[t] is not { } profile)
                continue;
            power += length * profile.Power;
            fuel += length * (profile.Inflow - profile.Outflow) * GasLineReader.SecondsPerDay / mass;
            linepack += length * profile.Linepack / mass;
            time += length;
        }

        LineProfile fastest = profiles.MaxBy(p => p.Velocity)!;
        double? installed = line.Line.Stations.Any(s => s.PowerMax is null) ? null : line.Line.Stations.Sum(s => s.PowerMax!.Value) / WattsPerMegawatt;
        double flow = ArcFlow.Total(line.Flow, horizon);
        return new LinePhysicsSummary(
            line.Line.Id,
            Direction(line.Direction),
            unit.Amount.Symbol,
            flow * factor,
            line.Capacity.InflowPerDay * days * factor,
            Fullness(line),
            line.PeriodsWithFlow,
            line.InfeasiblePeriods,
            excess * factor,
            first < 0 ? null : PeriodText.Of(horizon.Periods[first].Start, horizon.Step),
            PeriodText.Of(horizon.Periods[line.Fullest].Start, horizon.Step),
            profiles.Min(p => p.Delivery) / PascalsPerBar,
            line.Line.PressureMin / PascalsPerBar,
            profiles.Min(p => p.Lowest) / PascalsPerBar,
            line.Line.PressureMax / PascalsPerBar,
            fastest.Velocity,
            fastest.ErosionalVelocity,
            profiles.Max(p => p.Power) / WattsPerMegawatt,
            installed,
            power / days / WattsPerMegawatt,
            fuel * factor,
            flow * result.Network.Arcs[line.Arc].Loss * factor,
            linepack / time * factor,
            line.IsVerified,
            line.Agreement);
    }

    private static IEnumerable<StationPhysicsSummary> Stations(LineCheck line)
    {
        for (int i = 0; i < line.Line.Stations.Count; i++)
        {
            LineStation station = line.Line.Stations[i];
            StationDuty[] duties = [.. line.Profiles.OfType<LineProfile>().Where(p => p.Stations.Count > i).Select(p => p.Stations[i])];
            if (duties.Length == 0)
                continue;
            yield return new StationPhysicsSummary(
                station.Id,
                line.Line.Id,
                Direction(line.Direction),
                duties.Max(d => d.Ratio),
                duties.Max(d => d.Power) / WattsPerMegawatt,
                duties.Max(d => d.PowerNeeded) / WattsPerMegawatt,
                station.PowerMax / WattsPerMegawatt,
                duties.Count(d => d.Limit is not null));
        }
    }

    private static LineCapacitySummary Capacity(DerivedCapacity c, IReadOnlyDictionary<string, DisplayUnit> units, RunReport report)
    {
        GasLine line = c.Capacity.Line;
        string carrier = report.System.Nodes.First(n => n.Id == line.From).Carrier;
        DisplayUnit unit = units[carrier];
        double yearly = DaysOfYear * unit.AmountPerAccount;
        return new LineCapacitySummary(
            line.Id,
            Direction(c.Direction),
            unit.Amount.Symbol + "/year",
            c.Stated * yearly,
            c.Derived * yearly,
            c.Capacity.OutflowPerDay * yearly,
            double.IsNaN(c.Deviation) ? null : c.Deviation,
            c.Used * yearly,
            SnakeCase.From(c.Use.ToString()),
            SnakeCase.From(c.Capacity.Limit.ToString()),
            c.Capacity.LimitStation < 0 ? null : line.Stations[c.Capacity.LimitStation].Id,
            line.Assumed);
    }

    private static LineWithoutDataSummary Without(UncheckedLine line, DispatchResult result, DisplayUnit unit)
    {
        Horizon horizon = result.Network.Horizon;
        double[][] flow = result.Arcs[line.Arc].Flow;
        double total = ArcFlow.Total(flow[0], horizon) + ArcFlow.Total(flow[1], horizon);
        return new LineWithoutDataSummary(line.Line.Id, line.Line.Missing, unit.Amount.Symbol, total * unit.AmountPerAccount);
    }

    private static string Direction(int direction) => direction == 0 ? "forward" : "backward";
}
