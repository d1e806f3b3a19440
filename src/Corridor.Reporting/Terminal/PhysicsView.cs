using System.Globalization;
using Corridor.Reporting.Summaries;

namespace Corridor.Reporting.Terminal;

/// <summary>The gas lines on their pipes, in the summary on the screen.</summary>
internal static class PhysicsView
{
    private const int MostLines = 8;
    private const int MostCapacities = 12;
    private const int MostMissing = 3;

    public static void Write(Screen screen, RunSummary summary, Func<string, string> name)
    {
        if (summary.Physics is not { } physics)
            return;
        screen.Line();
        if (physics.Mode == "capacity")
            Capacities(screen, physics, name);
        Lines(screen, physics, name);
        WithoutData(screen, physics, name);
    }

    private static void Capacities(Screen screen, PhysicsSummary physics, Func<string, string> name)
    {
        TextTable table = new TextTable().Text($"Capacities from physics, {Unit(physics)}", 46).Number("stated").Number("derived").Number("%").Number("used").Text("held back by", 20);
        foreach (LineCapacitySummary c in physics.Capacities.Take(MostCapacities))
            table.Row(c.Use == "derived" ? TextStyle.Plain : TextStyle.Quiet, Named(c.Id, c.Direction, name), NumberText.Of(c.Stated), NumberText.Of(c.Derived), Percent(c.Deviation), NumberText.Of(c.Used), PhysicsText.Limit(c));
        table.Write(screen);
        if (physics.Capacities.Count > MostCapacities)
            screen.Write($"  and {physics.Capacities.Count - MostCapacities} more (csv/summary_physics_capacities.csv)", TextStyle.Quiet);
        screen.Line();
    }

    private static void Lines(Screen screen, PhysicsSummary physics, Func<string, string> name)
    {
        screen.Write(PhysicsText.Headline(physics), PhysicsText.NotCarrying(physics) > 0 ? TextStyle.Caution : TextStyle.Plain, 2);
        if (physics.Lines.Count == 0)
            return;
        TextTable table = new TextTable().Text("Gas lines on their pipes", 44).Number("full, %").Number("bar").Number("least").Number("MW").Number("of").Number("m/s").Number("too much in");
        foreach (LinePhysicsSummary l in physics.Lines.Take(MostLines))
        {
            table.Row(
                l.InfeasiblePeriods > 0 ? TextStyle.Caution : TextStyle.Plain,
                Named(l.Id, l.Direction, name), NumberText.Of(100 * l.Utilisation), NumberText.Of(l.DeliveryPressure), NumberText.Of(l.DeliveryPressureMin), NumberText.Of(l.Power), NumberText.Of(l.PowerAvailable),
                NumberText.Of(l.Velocity), NumberText.Count(l.InfeasiblePeriods));
        }

        table.Write(screen);
        foreach (LinePhysicsSummary l in physics.Lines.Where(l => l.InfeasiblePeriods > 0).Take(MostLines))
            screen.Write("  " + PhysicsText.Infeasible(l, name(l.Id)), TextStyle.Caution, 4);
        if (PhysicsText.Agreement(physics) is { Length: > 0 } agreement)
            screen.Write(agreement, physics.Lines.All(l => l.Verified) ? TextStyle.Quiet : TextStyle.Caution, 2);
        if (physics.Lines.Count > MostLines)
            screen.Write($"  and {physics.Lines.Count - MostLines} more (csv/summary_physics_lines.csv)", TextStyle.Quiet);
    }

    private static void WithoutData(Screen screen, PhysicsSummary physics, Func<string, string> name)
    {
        if (physics.WithoutData.Count == 0)
            return;
        string list = string.Join("; ", physics.WithoutData.Take(MostMissing).Select(w => $"{name(w.Id)} ({NumberText.Of(w.Flow)}\u00A0{UnitText.Of(w.Unit)}; no {string.Join(", ", w.Missing)})"));
        screen.Write($"Not looked at for want of data: {physics.WithoutData.Count} gas lines in service, such as {list}.", TextStyle.Quiet, 2);
    }

    private static string Unit(PhysicsSummary physics) => UnitText.Of(physics.Capacities.Count > 0 ? physics.Capacities[0].Unit : "bcm/year");

    private static string Named(string id, string direction, Func<string, string> name) => direction == "backward" ? name(id) + " (reverse)" : name(id);

    private static string Percent(double? deviation) => deviation is { } d ? (d < 0 ? "−" : "+") + Math.Abs(100 * d).ToString("0.0", CultureInfo.InvariantCulture) : NumberText.None;
}
