using Corridor.Model.PowerGrids;
using Corridor.Reporting.Terminal;
using Corridor.Studies.PowerFlow.Contingencies;

namespace Corridor.Reporting.PowerFlow;

/// <summary>Outages on a screen.</summary>
internal static class ContingencyView
{
    private const int Listed = 12;

    internal static void Write(Screen screen, ContingencyStudy study, double seconds)
    {
        PowerGrid grid = study.Base.Grid;
        screen.Line();
        if (study.Outcomes.Count == 0)
        {
            screen.Write(study.Contingencies.Count == 0 ? "Outages: none were listed." : "Outages: none were looked at, for there is no state to begin with.", TextStyle.Caution);
            return;
        }

        int unsolved = study.Count(ContingencyStatus.Unsolved);
        int split = study.Count(ContingencyStatus.Split);
        int idle = study.Count(ContingencyStatus.Idle);
        screen.Write(
            $"Outages: {NumberText.Count(study.Outcomes.Count)} in {PowerFlowWords.Number(seconds, "0.000")} s; {NumberText.Count(study.Count(ContingencyStatus.Solved))} solved, {NumberText.Count(split)} cut something off, "
            + $"{NumberText.Count(unsolved)} without a state{(idle > 0 ? $", {NumberText.Count(idle)} of nothing in service" : "")}; "
            + $"{NumberText.Count(study.Outcomes.Count(o => o.OverloadCount + o.VoltageCount > 0))} with violations that are new or worse.",
            TextStyle.Heading,
            2);
        Unsolved(screen, study);
        Worst(screen, study, grid);
        Cut(screen, study, grid);
    }

    private static void Unsolved(Screen screen, ContingencyStudy study)
    {
        int[] which = [.. Enumerable.Range(0, study.Outcomes.Count).Where(c => study.Outcomes[c].Status == ContingencyStatus.Unsolved)];
        foreach (int c in which.Take(Listed))
        {
            ContingencyOutcome outcome = study.Outcomes[c];
            string bus = outcome.MismatchBus >= 0 ? $"; greatest mismatch at bus {study.Base.Grid.Buses[outcome.MismatchBus].Id}" : "";
            screen.Write($"  {study.Contingencies[c].Id}: {(outcome.Reason is { } reason ? PowerFlowWords.Sentence(reason) : "no state")}{bus}.", TextStyle.Bad, 4);
        }

        if (which.Length > Listed)
            screen.Write($"  … and {NumberText.Count(which.Length - Listed)} more; --json names all.", TextStyle.Bad);
    }

    private static void Worst(Screen screen, ContingencyStudy study, PowerGrid grid)
    {
        int[] rated = [.. Enumerable.Range(0, grid.Branches.Count).Where(e => study.WorstContingency[e] >= 0)];
        if (rated.Length == 0)
            return;
        TextTable table = new TextTable().Text("worst loading of branch", 30).Number("loading %").Number("without outage %").Text("after", 30);
        foreach (int e in rated.OrderByDescending(e => study.WorstLoading[e]).ThenBy(e => e).Take(Listed))
        {
            table.Row(
                study.WorstLoading[e] > 1 ? TextStyle.Caution : TextStyle.Plain,
                " " + grid.Branches[e].Id,
                PowerFlowWords.Number(100 * study.WorstLoading[e], "0.0"),
                PowerFlowWords.Number(100 * study.Base.Branches[e].Apparent / ContingencyRatings.AfterOutage(grid.Branches[e]), "0.0"),
                study.Contingencies[study.WorstContingency[e]].Id);
        }

        table.Write(screen);
    }

    private static void Cut(Screen screen, ContingencyStudy study, PowerGrid grid)
    {
        int[] cut = [.. Enumerable.Range(0, study.Outcomes.Count).Where(c => study.Outcomes[c].LostDemand > 0).OrderByDescending(c => study.Outcomes[c].LostDemand).ThenBy(c => c)];
        if (cut.Length == 0)
            return;
        TextTable table = new TextTable().Text("cuts off most demand", 30).Number("demand MW").Number("buses").Text("first bus", 24);
        foreach (int c in cut.Take(5))
            table.Row(" " + study.Contingencies[c].Id, PowerFlowWords.Number(study.Outcomes[c].LostDemand, "0.0"), NumberText.Count(study.Outcomes[c].LostBuses), grid.Buses[study.Outcomes[c].FirstLostBus].Id);
        table.Write(screen);
    }
}
