using Corridor.Model.Network;
using Corridor.Model.Units;

namespace Corridor.Studies.Dispatch.Certificate;

/// <summary>A supply, evaluated from its rows; rates in units of account per day.</summary>
internal sealed record SupplyFigures(Supply Row, double[] Capacity, double[] MinOutput, double[] Share, double[][] Cost, double? AnnualFactor)
{
    private const string Table = "supplies";

    /// <summary>s: rise of the marginal cost with each unit a day of output; null where there is none.</summary>
    public double[]? Slope { get; private init; }

    /// <summary>Cost of a day whatever the output; null where there is none.</summary>
    public double[]? Standing { get; private init; }

    /// <summary>Tonnes of CO2 from a unit of output.</summary>
    public double Tonnes { get; private init; }

    public static SupplyFigures Of(Supply row, IEnumerable<SupplyStep> stepRows, NodeFigures nodes, PackageFigures figures)
    {
        CarrierBasis? basis = nodes.Basis(row.Node);
        double scale = figures.Scale(row.Id);
        double[] available = figures.Availability(Table, row.Id, row.Status, row.Start, row.End, row.Profile);
        double[] capacity = UnitFigures.Scale(PackageFigures.Multiply(figures.Units.Rate(Table, row.Id, "capacity", row.Capacity, basis)!, available), scale);
        double[] least = figures.Constant(0);
        if (figures.Units.Rate(Table, row.Id, "min_output", row.MinOutput, basis) is { } minimum)
        {
            double[] share = row.MinProfile is { } profile ? figures.Availability(Table, row.Id, row.Status, row.Start, row.End, profile) : available;
            least = UnitFigures.Scale(PackageFigures.Multiply(minimum, share), scale);
        }

        SupplyStep[] steps = [.. stepRows.OrderBy(s => s.Step)];
        double[][] cost = steps.Length == 0
            ? [figures.Units.Price(Table, row.Id, "cost", row.Cost, basis) ?? figures.Constant(0)]
            : [.. steps.Select(s => figures.Units.Price("supply_steps", $"{row.Id}/{s.Step}", "cost", s.Cost, basis)!)];
        if (row.CostProfile is { } course)
        {
            double[] factors = figures.Profile(course);
            foreach (double[] price in cost)
                PackageFigures.Multiply(price, factors);
        }

        double? factor = row.AnnualLimit is { } limit ? figures.Units.Factor(Table, row.Id, "annual_limit", limit.Unit, basis) : null;
        return new SupplyFigures(row, capacity, least, steps.Length == 0 ? [1] : [.. steps.Select(s => s.Share)], cost, factor)
        {
            Slope = row.CostSlope is { Value: > 0 } slope ? SlopeOf(row, slope, basis, figures) : null,
            Standing = row.HourlyCost is { } hourly && hourly != 0
                ? PackageFigures.Multiply(UnitFigures.Scale(figures.Number(Table, row.Id, "hourly_cost", hourly), 24), figures.InService(Table, row.Id, row.Status, row.Start, row.End))
                : null,
            Tonnes = row.Co2 is { } co2 && co2 > 0 ? co2 * MegawattHours(row, basis, figures) / 1000 : 0,
        };
    }

    /// <summary>From a price for each MW to one for each unit of account a day.</summary>
    private static double[] SlopeOf(Supply row, UnitPrice slope, CarrierBasis? basis, PackageFigures figures)
    {
        double[] price = figures.Units.Price(Table, row.Id, "cost_slope", slope, basis)!;
        return UnitFigures.Scale(price, MegawattHours(row, basis, figures) / 24);
    }

    /// <summary>MWh in a unit of account; of fuels net.</summary>
    private static double MegawattHours(Supply row, CarrierBasis? basis, PackageFigures figures)
    {
        foreach (string unit in (string[])["MWh_net", "MWh"])
        {
            if (basis is not null && basis.TryFromAccount(1, AmountUnit.Parse(unit), out Amount energy, out _))
                return energy.Value;
        }

        figures.Report($"{Table} {row.Id}: its carrier does not convert to energy.");
        return double.NaN;
    }

    /// <summary>Largest output of a calendar year inside the horizon; +∞ where there is no limit.</summary>
    public double AnnualLimit(int year, PackageFigures figures) => AnnualFactor is { } factor
        ? factor * figures.OverYear(year, day => figures.NumberOn(Table, Row.Id, "annual_limit", Row.AnnualLimit!.Value.Value, day))
        : double.PositiveInfinity;
}
