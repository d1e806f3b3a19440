using Corridor.Model.Network;
using Corridor.Model.Units;

namespace Corridor.Studies.Dispatch.Certificate;

/// <summary>A demand, evaluated from its rows; rates in units of account per day.</summary>
internal sealed record DemandFigures(Demand Row, double[] Rate, double[] Share, double[][] Price, double[]? CurtailmentCost)
{
    private const string Table = "demands";

    public static DemandFigures Of(Demand row, IEnumerable<DemandStep> stepRows, NodeFigures nodes, PackageFigures figures)
    {
        CarrierBasis? basis = nodes.Basis(row.Node);
        double factor = figures.Units.Factor(Table, row.Id, "annual_volume", row.AnnualVolume.Unit, basis) / 365;
        double[] rate = figures.IsDated(Table, row.Id, "annual_volume")
            ? figures.ByPeriod(day => PackageFigures.Within(day, row.Start, row.End) ? figures.NumberOn(Table, row.Id, "annual_volume", row.AnnualVolume.Value, day) : 0)
            : UnitFigures.Scale(figures.Between(row.Start, row.End), row.AnnualVolume.Value);
        UnitFigures.Scale(rate, factor);
        if (row.Profile is { } profile)
            PackageFigures.Multiply(rate, figures.Profile(profile));
        (double[] share, double[][] price) = Elastic(row, [.. stepRows.OrderBy(s => s.Step)], basis, figures);
        return new DemandFigures(row, rate, share, price, figures.Units.Price(Table, row.Id, "curtailment_cost", row.CurtailmentCost, basis));
    }

    private static (double[] Share, double[][] Price) Elastic(Demand row, DemandStep[] steps, CarrierBasis? basis, PackageFigures figures)
    {
        if (steps.Length > 0)
            return ([.. steps.Select(s => s.Share)], [.. steps.Select(s => figures.Units.Price("demand_steps", $"{row.Id}/{s.Step}", "price", s.Price, basis)!)]);
        if (row.Elasticity is not { } elasticity || elasticity == 0)
            return ([], []);
        if (figures.Units.Price(Table, row.Id, "reference_price", row.ReferencePrice, basis) is not { } reference)
        {
            figures.Report($"Demand {row.Id} has an elasticity and no reference_price.");
            return ([], []);
        }

        // Four steps of 5 %, each at the middle of its stretch of the tangent.
        double[][] price = new double[4][];
        for (int k = 1; k <= price.Length; k++)
            price[k - 1] = UnitFigures.Scale([.. reference], 1 + (0.05 * (k - 0.5) / Math.Abs(elasticity)));
        return ([0.05, 0.05, 0.05, 0.05], price);
    }
}
