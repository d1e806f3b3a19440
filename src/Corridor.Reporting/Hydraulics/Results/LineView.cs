using Corridor.Reporting.Terminal;
using Corridor.Studies.Hydraulics.Dispatch;

namespace Corridor.Reporting.Hydraulics.Results;

/// <summary>The gas lines of a package on one screen.</summary>
public static class LineView
{
    private const double BarPascal = 1e5;

    /// <summary>Writes them.</summary>
    /// <param name="screen">Where to.</param>
    /// <param name="outcome">The lines.</param>
    public static void Write(Screen screen, LineOutcome outcome)
    {
        ArgumentNullException.ThrowIfNull(screen);
        ArgumentNullException.ThrowIfNull(outcome);
        IReadOnlyList<DerivedCapacity> lines = outcome.Lines.Capacities;
        screen.Write($"{outcome.Name} ({outcome.Source}): {NumberText.Count(lines.Count)} gas lines with hydraulic data, {NumberText.Count(outcome.Lines.Lines.WithoutData.Count)} without", TextStyle.Heading, 2);
        screen.Write(lines.Count > 0 ? "Each line at the greatest flow that its pipe, pressures and stations allow." : "No line states what its physics needs: length, diameter and pressure.", lines.Count > 0 ? TextStyle.Plain : TextStyle.Bad, 2);
        if (lines.Count == 0)
            return;
        screen.Line();
        TextTable table = new TextTable().Text("line", 34).Number("kg/s").Number("of stated").Number("bar in").Number("bar out").Number("lowest").Number("m/s").Number("MW").Text("held back by", 18);
        foreach (DerivedCapacity line in lines)
        {
            LineProfile profile = line.Capacity.Profile;
            table.Row(
                " " + line.Capacity.Line.Name + (line.Direction == 1 ? ", back" : ""),
                HydraulicView.Digits(profile.Inflow, "0"),
                double.IsFinite(line.Deviation) ? HydraulicView.Digits(100 * (1 + line.Deviation), "0") + "\u00A0%" : NumberText.None,
                HydraulicView.Digits(line.Capacity.Line.PressureMax / BarPascal, "0.0"),
                HydraulicView.Digits(profile.Delivery / BarPascal, "0.0"),
                HydraulicView.Digits(profile.Lowest / BarPascal, "0.0"),
                HydraulicView.Digits(profile.Velocity, "0.0"),
                HydraulicView.Digits(profile.Power / 1e6, "0"),
                Limit(line.Capacity));
        }

        table.Write(screen);
        screen.Line();
        screen.Write("corridor run … --physics check puts the flows of a dispatch on these lines.", TextStyle.Quiet);
    }

    private static string Limit(LineCapacity capacity) => capacity.Limit switch
    {
        LineLimit.DeliveryPressure => "delivery pressure",
        LineLimit.StationPower => "station power",
        _ => "station ratio",
    };
}
