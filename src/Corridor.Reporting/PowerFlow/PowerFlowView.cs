using Corridor.Model.PowerGrids;
using Corridor.Reporting.Terminal;
using Corridor.Studies.PowerFlow;

namespace Corridor.Reporting.PowerFlow;

/// <summary>A power flow on one screen.</summary>
public static class PowerFlowView
{
    private const int Listed = 10;

    /// <summary>Writes it.</summary>
    /// <param name="screen">Where to.</param>
    /// <param name="outcome">The flow.</param>
    public static void Write(Screen screen, PowerFlowOutcome outcome)
    {
        ArgumentNullException.ThrowIfNull(screen);
        ArgumentNullException.ThrowIfNull(outcome);
        PowerFlowSolution solution = outcome.Solution;
        PowerGrid grid = solution.Grid;
        screen.Write(
            $"{grid.Name} ({outcome.Source}): {NumberText.Count(grid.Buses.Count)} buses, {NumberText.Count(grid.Branches.Count)} branches, {NumberText.Count(grid.Units.Count)} units"
            + (grid.DcLines.Count > 0 ? $", {NumberText.Count(grid.DcLines.Count)} direct current lines" : ""),
            TextStyle.Heading,
            2);
        screen.Write(Sentence(outcome), outcome.IsCertified ? TextStyle.Good : TextStyle.Bad, 2);
        outcome.Fidelity?.Write(screen);
        Islands(screen, solution);
        screen.Line();
        if (solution.Islands.Any(i => i.Status == PowerFlowStatus.Converged))
        {
            Figures(screen, outcome);
            if (solution.IsAc)
                Voltages(screen, solution);
            Loadings(screen, solution);
        }

        if (outcome.Study is { } study)
            ContingencyView.Write(screen, study, outcome.StudySeconds);
    }

    /// <summary>The answer in a sentence.</summary>
    /// <param name="outcome">The flow.</param>
    public static string Sentence(PowerFlowOutcome outcome)
    {
        ArgumentNullException.ThrowIfNull(outcome);
        PowerFlowSolution solution = outcome.Solution;
        string name = solution.IsAc ? "The AC power flow" : $"The DC power flow (susceptances of {(outcome.Convention == SusceptanceConvention.Matpower ? "MATPOWER" : "PowerModels")})";
        return solution.Status switch
        {
            PowerFlowStatus.Converged => $"{name} converged: the balance of every bus was checked again from the branches, greatest mismatch {NumberText.Residual(solution.Mismatch)} p.u.",
            PowerFlowStatus.NoSource => "No part of the grid has a source: there is nothing to solve.",
            _ when solution.Check is { IsConfirmed: false } => $"{name} gave a state that the independent check does not confirm.",
            _ => $"{name} found no state.",
        };
    }

    private static void Islands(Screen screen, PowerFlowSolution solution)
    {
        PowerGrid grid = solution.Grid;
        int shown = 0;
        foreach (IslandReport island in solution.Islands)
        {
            string where = solution.Islands.Count == 1 ? "" : $"Island of bus {grid.Buses[island.FirstBus].Id} ({NumberText.Count(island.BusCount)} buses): ";
            if (island.Status == PowerFlowStatus.NoSource)
            {
                if (shown++ < Listed)
                    screen.Write($"{where}no source; its buses are dead.", TextStyle.Caution, 2);
                continue;
            }

            if (island.Failure is { } failure)
                screen.Write($"{where}{PowerFlowWords.Blame(grid, failure)}", TextStyle.Bad, 2);
            if (!island.SlackIsStated)
                screen.Write($"{where}the file names no slack bus; {grid.Buses[island.SlackBus].Id} is taken, where the largest unit stands.", TextStyle.Caution, 2);
            if (island.IsDistributed)
                screen.Write($"{where}all units by their room take up {PowerFlowWords.Number(island.TakenUp, "0.0")} MW that the outputs of the file leave over.", TextStyle.Caution, 2);
            if (island.Redispatched.Count > 0)
            {
                string units = string.Join(", ", island.Redispatched.Take(5).Select(r => $"{grid.Units[r.Unit].Id} {PowerFlowWords.Number(r.Given, "0.#")} → {PowerFlowWords.Number(r.Taken, "0.#")} MW"));
                screen.Write($"{where}{island.Redispatched.Count} units give what the branches about them can carry instead of what the file states: {units}{(island.Redispatched.Count > 5 ? ", …" : "")}.", TextStyle.Caution, 2);
            }

            if (island.AtLimit.Count > 0)
                screen.Write($"{where}{NumberText.Count(island.AtLimit.Count)} buses gave up their voltage for a reactive limit: {string.Join(", ", island.AtLimit.Take(12).Select(b => grid.Buses[b].Id))}{(island.AtLimit.Count > 12 ? ", …" : "")}.", TextStyle.Plain, 2);
        }

        if (shown > Listed)
            screen.Write($"{NumberText.Count(shown - Listed)} more islands have no source.", TextStyle.Caution, 2);
    }

    private static void Figures(Screen screen, PowerFlowOutcome outcome)
    {
        PowerFlowSolution solution = outcome.Solution;
        PowerGrid grid = solution.Grid;
        double demand = grid.Buses.Where((_, i) => solution.Buses[i].IsLive).Sum(b => b.ActiveDemand);
        double losses = solution.Branches.Where((_, e) => solution.Buses[grid.Branches[e].From].IsLive).Sum(b => b.FromActive + b.ToActive);
        Figure(screen, "demand", $"{PowerFlowWords.Number(demand, "0.0")} MW");
        double output = solution.Units.Sum(u => u.Active) + solution.Buses.Sum(b => b.FreeActive);
        Figure(screen, "output", $"{PowerFlowWords.Number(output, "0.0")} MW");
        if (solution.IsAc)
            Figure(screen, "losses", $"{PowerFlowWords.Number(losses, "0.00")} MW");
        foreach (IslandReport island in solution.Islands.Where(i => i is { Status: PowerFlowStatus.Converged, IsDistributed: false }).Take(3))
            Figure(screen, "slack", $"bus {grid.Buses[island.SlackBus].Id} takes up {PowerFlowWords.Number(island.TakenUp, "0.0")} MW beyond its schedule");
        Figure(screen, "iterations", $"{NumberText.Count(solution.Iterations)}, {PowerFlowWords.Number(outcome.Seconds * 1000, "0.0")} ms");
        if (solution.IsAc && !solution.EnforcesReactiveLimits)
            Figure(screen, "reactive limits", "not kept; --enforce-q keeps them");
    }

    private static void Voltages(Screen screen, PowerFlowSolution solution)
    {
        PowerGrid grid = solution.Grid;
        int[] live = [.. Enumerable.Range(0, grid.Buses.Count).Where(i => solution.Buses[i].IsLive)];
        if (live.Length == 0)
            return;
        double Beyond(int i) => Math.Max(grid.Buses[i].VoltageMin - solution.Buses[i].Voltage, solution.Buses[i].Voltage - grid.Buses[i].VoltageMax);
        int outside = live.Count(i => Beyond(i) > 1e-6);
        screen.Line();
        screen.Write(outside == 0 ? "Voltages: all within their limits." : $"Voltages: {NumberText.Count(outside)} of {NumberText.Count(live.Length)} buses are outside their limits.", TextStyle.Heading);
        TextTable table = new TextTable().Text("bus", 24).Number("voltage p.u.").Number("angle deg").Number("least p.u.").Number("greatest p.u.").Text("");
        int[] shown = [.. live.OrderByDescending(Beyond).ThenBy(i => i).Take(Math.Min(5, live.Length))];
        int lowest = live.MinBy(i => solution.Buses[i].Voltage);
        int highest = live.MaxBy(i => solution.Buses[i].Voltage);
        foreach (int i in shown.Append(lowest).Append(highest).Distinct())
        {
            BusState state = solution.Buses[i];
            table.Row(
                Beyond(i) > 1e-6 ? TextStyle.Caution : TextStyle.Plain,
                " " + grid.Buses[i].Id,
                PowerFlowWords.Number(state.Voltage, "0.0000"),
                PowerFlowWords.Number(state.Angle, "0.00"),
                PowerFlowWords.Number(grid.Buses[i].VoltageMin, "0.000"),
                double.IsFinite(grid.Buses[i].VoltageMax) ? PowerFlowWords.Number(grid.Buses[i].VoltageMax, "0.000") : "",
                i == lowest ? "lowest" : i == highest ? "highest" : "");
        }

        table.Write(screen);
    }

    private static void Loadings(Screen screen, PowerFlowSolution solution)
    {
        PowerGrid grid = solution.Grid;
        int[] rated = [.. Enumerable.Range(0, grid.Branches.Count).Where(e => grid.Branches[e].InService && grid.Branches[e].Rating > 0 && double.IsFinite(grid.Branches[e].Rating))];
        if (rated.Length == 0)
            return;
        double Loading(int e) => solution.Branches[e].Apparent / grid.Branches[e].Rating;
        int over = rated.Count(e => Loading(e) > 1.0);
        screen.Line();
        screen.Write(over == 0 ? "Loadings: all branches within their ratings." : $"Loadings: {NumberText.Count(over)} of {NumberText.Count(rated.Length)} branches are beyond their ratings.", TextStyle.Heading);
        TextTable table = new TextTable().Text("branch", 24).Text("from", 16).Text("to", 16).Number("from side MW").Number(solution.IsAc ? "Mvar" : "").Number("rating MVA").Number("loading %");
        foreach (int e in rated.OrderByDescending(Loading).ThenBy(e => e).Take(Listed))
        {
            BranchState state = solution.Branches[e];
            table.Row(
                Loading(e) > 1.0 ? TextStyle.Caution : TextStyle.Plain,
                " " + grid.Branches[e].Id,
                grid.Buses[grid.Branches[e].From].Id,
                grid.Buses[grid.Branches[e].To].Id,
                PowerFlowWords.Number(state.FromActive, "0.0"),
                solution.IsAc ? PowerFlowWords.Number(state.FromReactive, "0.0") : "",
                PowerFlowWords.Number(grid.Branches[e].Rating, "0.#"),
                PowerFlowWords.Number(100 * Loading(e), "0.0"));
        }

        table.Write(screen);
    }

    private static void Figure(Screen screen, string name, string value) => screen.Write($"  {name,-18} {value}", TextStyle.Plain, 21);
}
