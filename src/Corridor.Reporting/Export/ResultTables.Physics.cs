using Corridor.Studies.Hydraulics.Dispatch;
using static Corridor.Reporting.Export.ResultColumnKind;

namespace Corridor.Reporting.Export;

/// <content>The gas lines on their pipes; nothing where their physics was not asked for.</content>
public static partial class ResultTables
{
    private const double PascalsPerBar = 1e5;
    private const double WattsPerMegawatt = 1e6;

    private static ResultTable[] Physics(Source source) => source.Report.Physics is not { } physics
        ? []
        : [PhysicsLines(physics, source), PhysicsPeriods(physics), PhysicsStations(physics)];

    private static ResultTable PhysicsLines(PhysicsResult physics, Source source) => new(
        "physics_lines", "Gas lines in service: what their pipes carry, or what is missing to tell", 2,
        [
            Col("arc", Element, "pipeline", "arcs"), Col("direction", Text, "forward or backward"), Col("status", Text, "checked, idle (no flow) or without_data"),
            Col("missing", Text, "columns that are missing, separated by semicolons; null where none is"), Col("assumed", Text, "columns that are assumed, separated by semicolons"),
            Col("capacity_account_per_day", Number, "the greatest flow entering that the pipe carries; null without data"), Col("held_by", Text, "what holds it back: delivery_pressure, station_power or station_ratio"),
            Col("inlet_bar", Number, "absolute pressure at the inlet"), Col("least_delivery_bar", Number, "smallest absolute pressure at which it must deliver"),
        ],
        sink =>
        {
            var rows = physics.Lines.Select(l => (l.Arc, l.Direction, (LineCapacity?)l.Capacity, (LineWithoutData?)null, "checked"))
                .Concat(physics.Unchecked.Select(u => (u.Arc, 0, (LineCapacity?)null, (LineWithoutData?)u.Line, "without_data")))
                .Concat(physics.Idle.Select(l => (ArcOf(source, l.Id), 0, physics.Capacities.FirstOrDefault(c => c.Capacity.Line.Id == l.Id)?.Capacity, (LineWithoutData?)null, "idle")));
            foreach ((int arc, int direction, LineCapacity? capacity, LineWithoutData? lacking, string status) in rows.OrderBy(r => r.Item1).ThenBy(r => r.Item2))
            {
                sink.Element(arc, source.Network.Arcs[arc].Id);
                sink.Text(Way(direction));
                sink.Text(status);
                sink.Text(lacking is null ? null : string.Join(';', lacking.Missing));
                sink.Text(capacity is null ? null : string.Join(';', capacity.Line.Assumed));
                sink.Number(capacity?.InflowPerDay ?? double.NaN);
                sink.Text(capacity is null ? null : Model.Schema.SnakeCase.From(capacity.Limit.ToString()));
                sink.Number(capacity is null ? double.NaN : capacity.Line.PressureMax / PascalsPerBar);
                sink.Number(capacity is null ? double.NaN : capacity.Line.PressureMin / PascalsPerBar);
                sink.EndRow();
            }
        });

    private static ResultTable PhysicsPeriods(PhysicsResult physics) => new(
        "physics_line_periods", "Pressures of gas lines by period, where gas flows", 3,
        [
            Col("arc", Element, "pipeline", "arcs"), Col("direction", Text, "forward or backward"), Col("period", ResultColumnKind.Period, "period"),
            Col("flow_account_per_day", Number, "what enters, units of account per day"), Col("feasible", Integer, "1 where the pipe carries it"), Col("excess_account_per_day", Number, "what it does not carry"),
            Col("delivery_bar", Number, "absolute pressure where it delivers what it carries"), Col("lowest_bar", Number, "lowest absolute pressure on the way"),
            Col("velocity_m_s", Number, "greatest velocity"), Col("power_mw", Number, "shaft power of its stations"), Col("fuel_account_per_day", Number, "fuel gas of its stations"), Col("linepack_account", Number, "gas in the pipe"),
        ],
        sink =>
        {
            foreach (LineCheck line in physics.Lines)
            {
                double mass = line.Line.MassPerAccount;
                for (int t = 0; t < line.Flow.Length; t++)
                {
                    if (line.Profiles[t] is not { } profile)
                        continue;
                    sink.Element(line.Arc, line.Line.Id);
                    sink.Text(Way(line.Direction));
                    sink.Period(t);
                    sink.Number(line.Flow[t]);
                    sink.Integer(line.IsInfeasible(t) ? 0 : 1);
                    sink.Number(line.Excess(t));
                    sink.Number(profile.Delivery / PascalsPerBar);
                    sink.Number(profile.Lowest / PascalsPerBar);
                    sink.Number(profile.Velocity);
                    sink.Number(profile.Power / WattsPerMegawatt);
                    sink.Number((profile.Inflow - profile.Outflow) * GasLineReader.SecondsPerDay / mass);
                    sink.Number(profile.Linepack / mass);
                    sink.EndRow();
                }
            }
        });

    private static ResultTable PhysicsStations(PhysicsResult physics) => new(
        "physics_station_periods", "Compressor stations by period, where gas reaches them", 4,
        [
            Col("arc", Element, "pipeline", "arcs"), Col("direction", Text, "forward or backward"), Col("station", Text, "compressor"), Col("period", ResultColumnKind.Period, "period"),
            Col("inlet_bar", Number, "absolute pressure at its inlet"), Col("outlet_bar", Number, "absolute pressure at its outlet"), Col("ratio", Number, "ratio of the two"),
            Col("power_mw", Number, "shaft power"), Col("power_needed_mw", Number, "shaft power that would restore the largest pressure"), Col("held_by", Text, "station_power or station_ratio where that holds it back; null otherwise"),
        ],
        sink =>
        {
            foreach (LineCheck line in physics.Lines)
            {
                for (int i = 0; i < line.Line.Stations.Count; i++)
                {
                    for (int t = 0; t < line.Flow.Length; t++)
                    {
                        if (line.Profiles[t] is not { } profile || profile.Stations.Count <= i)
                            continue;
                        StationDuty duty = profile.Stations[i];
                        sink.Element(line.Arc, line.Line.Id);
                        sink.Text(Way(line.Direction));
                        sink.Text(line.Line.Stations[i].Id);
                        sink.Period(t);
                        sink.Number(duty.Inlet / PascalsPerBar);
                        sink.Number(duty.Outlet / PascalsPerBar);
                        sink.Number(duty.Ratio);
                        sink.Number(duty.Power / WattsPerMegawatt);
                        sink.Number(duty.PowerNeeded / WattsPerMegawatt);
                        sink.Text(duty.Limit is { } limit ? Model.Schema.SnakeCase.From(limit.ToString()) : null);
                        sink.EndRow();
                    }
                }
            }
        });

    private static string Way(int direction) => direction == 0 ? "forward" : "backward";

    private static int ArcOf(Source source, string id)
    {
        for (int i = 0; i < source.Network.Arcs.Count; i++)
        {
            if (source.Network.Arcs[i].Id == id)
                return i;
        }

        throw new InvalidOperationException($"No arc {id}.");
    }
}
