using Corridor.Model.Network;
using Corridor.Model.Units;

namespace Corridor.Studies.Dispatch.Certificate;

/// <summary>A supply, evaluated from its rows; rates in units of account per day.</summary>
internal sealed record SupplyFigures(Supply Row, double[] Capacity, double[] MinOutput, double[] Share, double[][] Cost, double? AnnualFactor)
{
    private const string Table = "supplies";

    public static SupplyFigures Of(Supply row, IEnumerable<SupplyStep> stepRows, NodeFigures nodes, PackageFigures figures)
    {
        CarrierBasis? basis = nodes.Basis(row.Node);
        double[] available = figures.Availability(Table, row.Id, row.Status, row.Start, row.End, row.Profile);
        double[] capacity = PackageFigures.Multiply(figures.Units.Rate(Table, row.Id, "capacity", row.Capacity, basis)!, available);
        double[] least = figures.Units.Rate(Table, row.Id, "min_output", row.MinOutput, basis) is { } minimum
            ? PackageFigures.Multiply(minimum, available)
            : figures.Constant(0);
        SupplyStep[] steps = [.. stepRows.OrderBy(s => s.Step)];
        double[][] cost = steps.Length == 0
            ? [figures.Units.Price(Table, row.Id, "cost", row.Cost, basis) ?? figures.Constant(0)]
            : [.. steps.Select(s => figures.Units.Price("supply_steps", $"{row.Id}/{s.Step}", "cost", s.Cost, basis)!)];
        double? factor = row.AnnualLimit is { } limit ? figures.Units.Factor(Table, row.Id, "annual_limit", limit.Unit, basis) : null;
        return new SupplyFigures(row, capacity, least, steps.Length == 0 ? [1] : [.. steps.Select(s => s.Share)], cost, factor);
    }

    /// <summary>Largest output of a calendar year inside the horizon; +∞ where there is no limit.</summary>
    public double AnnualLimit(int year, PackageFigures figures) => AnnualFactor is { } factor
        ? factor * figures.OverYear(year, day => figures.NumberOn(Table, Row.Id, "annual_limit", Row.AnnualLimit!.Value.Value, day))
        : double.PositiveInfinity;
}
