using Corridor.Model.PowerGrids;

namespace Corridor.Tests.Data.Formats.PowerGrids;

/// <summary>Compares power grids figure by figure.</summary>
internal static class GridComparison
{
    /// <summary>Asserts that two grids are the same to a relative deviation, costs as functions of the output.</summary>
    internal static void ShouldMatch(this PowerGrid actual, PowerGrid expected, double tolerance, string because, bool holdsNegativeResistances = true)
    {
        actual.BasePower.ShouldBe(expected.BasePower, because);
        actual.Buses.Count.ShouldBe(expected.Buses.Count, because);
        actual.Units.Count.ShouldBe(expected.Units.Count, because);
        actual.Branches.Count.ShouldBe(expected.Branches.Count, because);
        actual.DcLines.Count.ShouldBe(expected.DcLines.Count, because);
        for (int i = 0; i < expected.Buses.Count; i++)
        {
            (GridBus a, GridBus e) = (actual.Buses[i], expected.Buses[i]);
            (a.Id, a.Control, a.Area, a.Zone).ShouldBe((e.Id, e.Control, e.Area, e.Zone), because);
            Near(tolerance, $"{because}: bus {e.Id}", [
                (a.NominalVoltage, e.NominalVoltage), (a.Voltage, e.Voltage), (a.Angle, e.Angle), (a.ActiveDemand, e.ActiveDemand), (a.ReactiveDemand, e.ReactiveDemand),
                (a.ShuntConductance, e.ShuntConductance), (a.ShuntSusceptance, e.ShuntSusceptance), (a.VoltageMin, e.VoltageMin), (a.VoltageMax, e.VoltageMax)]);
        }

        for (int i = 0; i < expected.Branches.Count; i++)
        {
            (GridBranch a, GridBranch e) = (actual.Branches[i], expected.Branches[i]);
            (a.Id, a.From, a.To, a.IsTransformer, a.InService).ShouldBe((e.Id, e.From, e.To, e.IsTransformer, e.InService), because);
            double resistance = holdsNegativeResistances ? e.Resistance : Math.Max(e.Resistance, 0.0);
            Near(tolerance, $"{because}: branch {e.Id}", [
                (a.Resistance, resistance), (a.Reactance, e.Reactance), (a.Charging, e.Charging), (a.Tap, e.Tap), (a.Shift, e.Shift), (a.Rating, e.Rating),
                (a.EmergencyRating, e.EmergencyRating), (a.AngleMin, e.AngleMin), (a.AngleMax, e.AngleMax)]);
        }

        for (int i = 0; i < expected.Units.Count; i++)
            Match(actual.Units[i], expected.Units[i], tolerance, because);
        for (int i = 0; i < expected.DcLines.Count; i++)
        {
            (GridDcLine a, GridDcLine e) = (actual.DcLines[i], expected.DcLines[i]);
            (a.Id, a.From, a.To, a.InService).ShouldBe((e.Id, e.From, e.To, e.InService), because);
            Near(tolerance, $"{because}: line {e.Id}", [
                (a.FlowMin, e.FlowMin), (a.FlowMax, e.FlowMax), (a.FixedLoss, e.FixedLoss), (a.LossShare, e.LossShare), (Cost(a.Cost, 10.0), Cost(e.Cost, 10.0))]);
        }
    }

    private static void Match(GridUnit a, GridUnit e, double tolerance, string because)
    {
        (a.Id, a.Bus, a.InService).ShouldBe((e.Id, e.Bus, e.InService), because);
        Near(tolerance, $"{because}: unit {e.Id}", [
            (a.ActivePower, e.ActivePower), (a.ReactivePower, e.ReactivePower), (a.ActiveMin, e.ActiveMin), (a.ActiveMax, e.ActiveMax), (a.ReactiveMin, e.ReactiveMin),
            (a.ReactiveMax, e.ReactiveMax), (a.VoltageSetpoint, e.VoltageSetpoint), (a.Participation, e.Participation), (a.Cost?.StartUp ?? 0.0, e.Cost?.StartUp ?? 0.0),
            (a.Cost?.ShutDown ?? 0.0, e.Cost?.ShutDown ?? 0.0)]);
        double low = Math.Max(e.ActiveMin, 0.0);
        double high = double.IsFinite(e.ActiveMax) ? e.ActiveMax : low + 100.0;
        double scale = Math.Max(Math.Abs(Cost(e.Cost, low)), Math.Abs(Cost(e.Cost, high)));
        for (int k = 0; k <= 10; k++)
        {
            double output = low + ((high - low) * k / 10);
            // A sum over steps rounds as their largest term does, not as the sum.
            (Math.Abs(Cost(a.Cost, output) - Cost(e.Cost, output)) <= 1e3 * tolerance * (scale + Terms(e.Cost, output))).ShouldBeTrue($"{because}: cost of {e.Id} at {output}: {Cost(a.Cost, output):R}, not {Cost(e.Cost, output):R}");
        }
    }

    private static double Terms(GridCost? cost, double output) => cost?.Points is { } points
        ? points.Max(p => Math.Abs(p.Cost))
        : (cost?.Polynomial ?? []).Select((c, k) => Math.Abs(c) * Math.Pow(Math.Abs(output), k)).Sum();

    /// <summary>What an hour at an output costs, straight beyond the outer points.</summary>
    internal static double Cost(GridCost? cost, double output)
    {
        if (cost?.Points is not { } points)
            return (cost?.Polynomial ?? []).Select((c, k) => c * Math.Pow(output, k)).Sum();
        int at = Math.Clamp(points.Count(p => p.Output < output), 1, points.Count - 1);
        ((double x0, double y0), (double x1, double y1)) = (points[at - 1], points[at]);
        return y0 + ((y1 - y0) * (output - x0) / (x1 - x0));
    }

    private static void Near(double tolerance, string because, (double Actual, double Expected)[] pairs)
    {
        for (int i = 0; i < pairs.Length; i++)
        {
            (double actual, double expected) = pairs[i];
            bool isNear = actual == expected || Math.Abs(actual - expected) <= tolerance * Math.Abs(expected);
            isNear.ShouldBeTrue($"{because}, figure {i}: {actual:R}, not {expected:R}");
        }
    }
}
