using System.Globalization;
using Corridor.Model.PowerGrids;
using Corridor.Reporting.Exchange;
using Corridor.Reporting.Terminal;
using Corridor.Studies.OptimalPowerFlow;

namespace Corridor.Reporting.OptimalPowerFlow;

/// <summary>The outcome of <c>corridor opf</c> on the terminal.</summary>
public static class OptimalFlowView
{
    private const int Listed = 10;
    private const double Noise = 1e-6;

    /// <summary>Beside what the dearest unit could cost, less than this is the solver's rounding, even where all that runs is free.</summary>
    private const double Tolerance = 1e-9;

    /// <summary>Writes it.</summary>
    /// <param name="screen">Where to.</param>
    /// <param name="grid">The grid.</param>
    /// <param name="result">The outcome.</param>
    /// <param name="fidelity">What was kept on the way to the grid; null where nothing was converted.</param>
    public static void Write(Screen screen, PowerGrid grid, OptimalFlowResult result, GridFidelity? fidelity = null)
    {
        ArgumentNullException.ThrowIfNull(screen);
        ArgumentNullException.ThrowIfNull(grid);
        ArgumentNullException.ThrowIfNull(result);
        screen.Write($"{grid.Name}: {NumberText.Count(grid.Buses.Count)} buses, {NumberText.Count(grid.Branches.Count)} branches, {NumberText.Count(grid.Units.Count)} units{(grid.DcLines.Count > 0 ? $", {NumberText.Count(grid.DcLines.Count)} direct current lines" : "")}", TextStyle.Heading, 2);
        screen.Write(Sentence(result), result.IsCertified ? TextStyle.Good : TextStyle.Bad, 2);
        fidelity?.Write(screen);
        screen.Line();
        Figures(screen, grid, result);
        foreach (string words in result.Conflict)
            screen.Write("  " + words, indent: 4);
        if (result.Certificate is null)
            return;
        Units(screen, grid, result);
        Prices(screen, grid, result);
        Congestion(screen, grid, result);
        Outages(screen, grid, result);
    }

    private static string Sentence(OptimalFlowResult result) => result.Status switch
    {
        OptimalFlowStatus.Optimal => "Optimal: balances, limits, cost and bound were computed anew on the grid.",
        OptimalFlowStatus.NotCertified => "Not certified: a point was found, but the check on the grid does not confirm it.",
        OptimalFlowStatus.Infeasible => result.ConflictIsIrreducible
            ? "Infeasible, proven: these cannot hold together; leave out any one of them, and the others can."
            : "Infeasible, proven: these cannot hold together.",
        OptimalFlowStatus.Unbounded => "Unbounded, proven: the cost falls without end.",
        OptimalFlowStatus.Limit => "Stopped at the limit of rounds, iterations or time. This is no optimum.",
        OptimalFlowStatus.Cancelled => "Stopped as asked. This is no optimum.",
        _ => "The arithmetic came to no answer.",
    };

    private static void Figures(Screen screen, PowerGrid grid, OptimalFlowResult result)
    {
        Figure(screen, "susceptance", result.Convention == SusceptanceConvention.Matpower ? "matpower: 1/(x · tap), with shift" : "powermodels: x/(r² + x²), without tap and shift");
        if (result.Certificate is { } c)
        {
            Figure(screen, "cost of an hour", $"{Exact(Math.Abs(c.Objective) <= Tolerance * Dearest(grid) * result.Units.Sum(u => Math.Abs(u.Power)) ? 0.0 : Clean(c.Objective, result.Units.Select(u => Math.Abs(u.Cost)).DefaultIfEmpty(0.0).Max()))} {Money(grid)}");
            Figure(screen, "gap", NumberText.Residual(c.Gap));
            Figure(screen, "residual", $"{NumberText.Residual(c.Residual)} p.u.");
        }

        if (result.Secured.Count + result.Splitting.Count + result.Undetermined.Count > 0)
            Figure(screen, "outages", $"{NumberText.Count(result.Secured.Count)} {(result.IsCertified ? "secured without redispatch" : "asked for, none secured")}, {NumberText.Count(result.Splitting.Count)} split the grid{(result.Undetermined.Count == 0 ? "" : $", {NumberText.Count(result.Undetermined.Count)} without determined flows")}; {NumberText.Count(result.OutageFlows.Count)} limits taken in; {NumberText.Count(result.Certificate?.OutagesSolved ?? 0)} checked anew");
        Figure(screen, "rounds", $"{NumberText.Count(result.Rounds)}, {NumberText.Count(result.Iterations)} iterations");
        Figure(screen, "time", $"{result.Seconds.ToString("0.000", CultureInfo.InvariantCulture)}\u00A0s");
    }

    private static void Units(Screen screen, PowerGrid grid, OptimalFlowResult result)
    {
        screen.Line();
        double largest = result.Units.Select(u => Math.Abs(u.Power)).DefaultIfEmpty(0.0).Max();
        double dearest = result.Units.Select(u => Math.Abs(u.Cost)).DefaultIfEmpty(0.0).Max();
        UnitOutput[] running = [.. result.Units.Where(u => Math.Abs(u.Power) > Noise * largest)];
        TextTable table = new TextTable().Text($"Units that run ({NumberText.Count(running.Length)} of {NumberText.Count(result.Units.Count)})", 40).Text("bus", 20).Number("MW").Number("most MW").Number($"{Money(grid)} per hour");
        foreach (UnitOutput unit in running.OrderByDescending(u => Math.Abs(u.Power)).Take(Listed))
        {
            GridUnit stated = grid.Units[unit.Index];
            table.Row(" " + stated.Id, grid.Buses[stated.Bus].Id, NumberText.Of(unit.Power), NumberText.Of(double.IsFinite(stated.ActiveMax) ? stated.ActiveMax : null), NumberText.Of(Clean(unit.Cost, dearest)));
        }

        if (running.Length > Listed)
            table.Row($" and {NumberText.Count(running.Length - Listed)} more", "", "", "", "");
        table.Write(screen);
    }

    private static void Prices(Screen screen, PowerGrid grid, OptimalFlowResult result)
    {
        screen.Line();
        BusPrice[] dear = [.. result.Buses.OrderByDescending(b => b.Price).ThenBy(b => b.Index)];
        double scale = Math.Max(dear.Max(b => Math.Abs(b.Price)), Tolerance / Noise * Dearest(grid));
        double least = Clean(dear[^1].Price, scale);
        double most = Clean(dear[0].Price, scale);
        if (most - least <= 1e-6 * (1.0 + Math.Abs(most)))
        {
            screen.Write($"One price at all buses: {NumberText.Of(most)} {Money(grid)} per MWh", TextStyle.Heading);
            return;
        }

        TextTable table = new TextTable().Text($"Dearest buses (prices from {NumberText.Of(least)} to {NumberText.Of(most)} {Money(grid)} per MWh)", 80).Number($"{Money(grid)} per MWh");
        foreach (BusPrice bus in dear.Take(Listed))
            table.Row(" " + grid.Buses[bus.Index].Id, NumberText.Of(Clean(bus.Price, scale)));
        table.Write(screen);
    }

    private static void Congestion(Screen screen, PowerGrid grid, OptimalFlowResult result)
    {
        double scale = result.Buses.Max(b => Math.Abs(b.Price));
        BranchFlow[] full = [.. result.Branches.Where(b => Math.Abs(b.ShadowPrice) > 1e-6 * (1.0 + scale)).OrderByDescending(b => Math.Abs(b.ShadowPrice)).ThenBy(b => b.Index)];
        screen.Line();
        if (full.Length == 0)
        {
            screen.Write("No branch is congested.", TextStyle.Heading);
            return;
        }

        TextTable table = new TextTable().Text($"Congested branches ({NumberText.Count(full.Length)})", 40).Text("from", 20).Text("to", 20).Number("MW").Number($"one more MW saves, {Money(grid)} per hour");
        foreach (BranchFlow branch in full.Take(Listed))
        {
            GridBranch stated = grid.Branches[branch.Index];
            table.Row(" " + stated.Id, grid.Buses[stated.From].Id, grid.Buses[stated.To].Id, NumberText.Of(Clean(branch.Flow, result.Branches.Max(b => Math.Abs(b.Flow)))), NumberText.Of(Math.Abs(branch.ShadowPrice)));
        }

        table.Write(screen);
    }

    private static void Outages(Screen screen, PowerGrid grid, OptimalFlowResult result)
    {
        double scale = result.Buses.Max(b => Math.Abs(b.Price));
        OutageFlow[] full = [.. result.OutageFlows.Where(f => Math.Abs(f.ShadowPrice) > 1e-6 * (1.0 + scale)).OrderByDescending(f => Math.Abs(f.ShadowPrice)).ThenBy(f => f.Branch).ThenBy(f => f.Outage)];
        if (full.Length == 0)
            return;
        screen.Line();
        TextTable table = new TextTable().Text($"Branches full after an outage ({NumberText.Count(full.Length)})", 40).Text("outage", 30).Number("MW then").Number($"one more MW saves, {Money(grid)} per hour");
        foreach (OutageFlow flow in full.Take(Listed))
            table.Row(" " + grid.Branches[flow.Branch].Id, grid.Branches[flow.Outage].Id, NumberText.Of(flow.Flow), NumberText.Of(Math.Abs(flow.ShadowPrice)));
        table.Write(screen);
    }

    /// <summary>The money of the costs; MATPOWER's files state none.</summary>
    private static string Money(PowerGrid grid) => grid.Currency ?? "(money of the file)";

    /// <summary>A number, or 0 where it is the solver's rounding beside the size of what it belongs to.</summary>
    private static double Clean(double value, double scale) => Math.Abs(value) <= Noise * scale ? 0.0 : value;

    /// <summary>The largest cost of one more MW for an hour that a unit of the grid may have.</summary>
    private static double Dearest(PowerGrid grid) => grid.Units.Select(u => u.Cost).OfType<GridCost>().Select(c =>
        c.Points is { Count: > 1 } points
            ? points.Zip(points.Skip(1)).Max(p => Math.Abs((p.Second.Cost - p.First.Cost) / (p.Second.Output - p.First.Output)))
            : c.Polynomial is { Count: > 1 } polynomial ? Math.Abs(polynomial[1]) : 0.0).Where(double.IsFinite).DefaultIfEmpty(0.0).Max();

    private static void Figure(Screen screen, string name, string value) => screen.Write($"  {name,-17}{value}", indent: 19);

    private static string Exact(double value) => value.ToString("G12", CultureInfo.InvariantCulture);
}
