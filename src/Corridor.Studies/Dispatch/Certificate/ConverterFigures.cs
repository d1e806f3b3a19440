using Corridor.Model.Network;
using Corridor.Model.Units;

namespace Corridor.Studies.Dispatch.Certificate;

/// <summary>A converter, evaluated from its rows; activity in reference units per day.</summary>
internal sealed record ConverterFigures(Converter Row, ConverterFlow[] Flows, double[] Ratio, double[] Capacity, double[] Cost, double[] Co2Cost, double? AnnualFactor)
{
    private const string Table = "converters";

    public static ConverterFigures Of(Converter row, ConverterFlow[] flows, NodeFigures nodes, PackageFigures figures)
    {
        CarrierBasis activity = ActivityBasis(row);
        double[] available = figures.Availability(Table, row.Id, row.Status, row.Start, row.End, row.Profile);
        double[] ratio =
        [
            .. flows.Select(f => f.Ratio.Value * figures.Units.Factor("converter_flows", row.Id, "ratio", f.Ratio.Unit, nodes.Basis(f.Node))),
        ];
        return new ConverterFigures(
            row,
            flows,
            ratio,
            PackageFigures.Multiply(figures.Units.Rate(Table, row.Id, "capacity", row.Capacity, activity)!, available),
            figures.Units.Price(Table, row.Id, "cost", row.Cost, activity) ?? figures.Constant(0),
            Emissions(row, flows, ratio, nodes, figures),
            row.AnnualLimit is { } limit ? figures.Units.Factor(Table, row.Id, "annual_limit", limit.Unit, activity) : null);
    }

    /// <summary>Conversion to the reference unit of a converter.</summary>
    public static CarrierBasis ActivityBasis(Converter row) => new($"the activity of {row.Id}", row.ReferenceUnit);

    /// <summary>Largest activity of a calendar year inside the horizon; +∞ where there is no limit.</summary>
    public double AnnualLimit(int year, PackageFigures figures) => AnnualFactor is { } factor
        ? factor * figures.OverYear(year, day => figures.NumberOn(Table, Row.Id, "annual_limit", Row.AnnualLimit!.Value.Value, day))
        : double.PositiveInfinity;

    /// <summary>CO2 cost of a unit of activity.</summary>
    private static double[] Emissions(Converter row, ConverterFlow[] flows, double[] ratio, NodeFigures nodes, PackageFigures figures)
    {
        if (row.Kind is not (ConverterKind.PowerPlant or ConverterKind.Chp) || flows.Length == 0)
            return figures.Constant(0);
        string place = (Array.Find(flows, f => f.Side == FlowSide.Out) ?? flows[0]).Node;
        if (nodes.Chain(nodes.Zone(place)).FirstOrDefault(z => z.Co2Price is not null) is not { } zone)
            return figures.Constant(0);
        double tonnes = 0;
        for (int k = 0; k < flows.Length; k++)
        {
            if (flows[k].Side == FlowSide.In && nodes.Carrier(flows[k].Node) is { } carrier)
                tonnes += ratio[k] * figures.Units.Emission(carrier);
        }

        return tonnes == 0 ? figures.Constant(0) : UnitFigures.Scale(figures.Units.PerTonne("zones", zone.Id, "co2_price", zone.Co2Price!.Value), tonnes);
    }
}
