using System.Globalization;
using Corridor.Model.Findings;
using Corridor.Model.PowerGrids;

namespace Corridor.Studies.PowerFlow;

/// <summary>Looks a power flow through for what its equations do not hold: limits of active outputs, and outputs that nobody stated.</summary>
public static class PowerFlowReview
{
    private const int Named = 10;
    private const double Nearly = 0.9;
    private const double Rounding = 1e-6;

    /// <summary>Adds what it finds (W…).</summary>
    /// <param name="solution">The flow.</param>
    /// <param name="findings">Takes it.</param>
    public static void Tell(PowerFlowSolution solution, FindingList findings)
    {
        ArgumentNullException.ThrowIfNull(solution);
        ArgumentNullException.ThrowIfNull(findings);
        if (solution.Check is { IsConfirmed: false } check)
            findings.Add(PowerFlowFindings.Refuted.At("grid " + solution.Grid.Name, SourcePlace.None, Refutation(solution.Grid, check)));
        int[] live = [.. Enumerable.Range(0, solution.Units.Count).Where(u => solution.Grid.Units[u].InService && solution.Buses[solution.Grid.Units[u].Bus].IsLive)];
        Slack(solution, live, findings);
        Limits(solution, live, findings);
    }

    private static void Slack(PowerFlowSolution solution, int[] live, FindingList findings)
    {
        IslandReport[] single = [.. solution.Islands.Where(i => i is { Status: PowerFlowStatus.Converged, IsDistributed: false })];
        double taken = single.Sum(i => i.TakenUp);
        double output = live.Sum(u => Math.Max(0.0, solution.Units[u].Active)) + solution.Buses.Sum(b => Math.Max(0.0, b.FreeActive));
        if (live.Length < 2 || !(taken > Nearly * output) || !(taken > 0.0))
            return;
        string where = string.Join(", ", single.Where(i => i.TakenUp > 0.0).Take(Named).Select(i => solution.Grid.Buses[i.SlackBus].Id));
        findings.Add(PowerFlowFindings.SlackCarries.At(
            "grid " + solution.Grid.Name,
            SourcePlace.None,
            string.Create(CultureInfo.InvariantCulture, $"The outputs stated leave {taken:0.#} MW of {output:0.#} MW to slack buses ({where}): the flows are those of a grid fed from there alone."),
            PowerFlowFindings.SlackCarries.Remedy));
    }

    private static void Limits(PowerFlowSolution solution, int[] live, FindingList findings)
    {
        PowerGrid grid = solution.Grid;
        int[] beyond = [.. live.Where(u => Beyond(u) > Rounding * grid.BasePower).OrderByDescending(Beyond).ThenBy(u => u)];
        foreach (int u in beyond.Take(Named))
        {
            GridUnit unit = grid.Units[u];
            double output = solution.Units[u].Active;
            string limit = output > unit.ActiveMax
                ? string.Create(CultureInfo.InvariantCulture, $"more than its greatest output, {unit.ActiveMax:0.###} MW")
                : string.Create(CultureInfo.InvariantCulture, $"less than its least output, {unit.ActiveMin:0.###} MW");
            findings.Add(PowerFlowFindings.BeyondLimits.At("unit " + unit.Id, unit.Place, string.Create(CultureInfo.InvariantCulture, $"Unit {unit.Id} gives {output:0.###} MW, {limit}.")));
        }

        if (beyond.Length > Named)
            findings.Add(PowerFlowFindings.BeyondLimits.At("grid " + grid.Name, SourcePlace.None, string.Create(CultureInfo.InvariantCulture, $"{beyond.Length} units in all are beyond their limits; the {Named} farthest are named.")));

        double Beyond(int u) => Math.Max(solution.Units[u].Active - grid.Units[u].ActiveMax, grid.Units[u].ActiveMin - solution.Units[u].Active);
    }

    /// <summary>What the check refutes, with its bus or unit and the figure.</summary>
    private static string Refutation(PowerGrid grid, PowerFlowCheck check)
    {
        var parts = new List<string>();
        Add(check.Mismatch, Bus(check.MismatchBus), "what comes in and goes out differ by");
        Add(check.VoltageError, Bus(check.VoltageBus), "the held voltage is missed by");
        Add(check.LimitError, Bus(check.LimitBus), "reactive limits are missed by");
        Add(check.OutputError, check.OutputUnit >= 0 ? "unit " + grid.Units[check.OutputUnit].Id : "an island", "outputs differ from schedule and slack by");
        return $"The check does not confirm the state: {string.Join("; ", parts)}.";

        string Bus(int bus) => bus >= 0 ? "bus " + grid.Buses[bus].Id : "a bus";

        void Add(double error, string where, string what)
        {
            if (!(error <= check.Tolerance))
                parts.Add(string.Create(CultureInfo.InvariantCulture, $"at {where} {what} {error:0.##E+0} p.u."));
        }
    }
}
