using Corridor.Model.Network;
using Corridor.Model.Units;

namespace Corridor.Studies.Dispatch.Certificate;

/// <summary>A converter, evaluated from its rows; activity in reference units per day.</summary>
internal sealed record ConverterFigures(Converter Row, ConverterFlow[] Flows, double[] Ratio, double[] Capacity, double[] Cost, double[] Co2Cost, double? AnnualFactor)
{
    private const string Table = "converters";

    /// <summary>Tonnes of CO2 from a unit of activity; 0 for what is no power plant or CHP.</summary>
    public double Tonnes { get; private init; }

    /// <summary>Node at which it stands: that of its first output.</summary>
    public string Place { get; private init; } = "";

    public static ConverterFigures Of(Converter row, ConverterFlow[] flows, NodeFigures nodes, PackageFigures figures)
    {
        CarrierBasis activity = ActivityBasis(row);
        double[] available = figures.Availability(Table, row.Id, row.Status, row.Start, row.End, row.Profile);
        double[] ratio =
        [
            .. flows.Select(f => f.Ratio.Value * figures.Units.Factor("converter_flows", row.Id, "ratio", f.Ratio.Unit, nodes.Basis(f.Node))),
        ];
        string place = flows.Length == 0 ? "" : (Array.Find(flows, f => f.Side == FlowSide.Out) ?? flows[0]).Node;
        bool burns = row.Kind is ConverterKind.PowerPlant or ConverterKind.Chp && flows.Length > 0;
        bool capped = figures.System.Rules.Any(r => r.Effect == Model.Rules.RuleEffect.CapCo2);
        Zone? priced = burns ? nodes.Chain(nodes.Zone(place)).FirstOrDefault(z => z.Co2Price is not null) : null;
        double tonnes = burns && (capped || priced is not null) ? Emissions(flows, ratio, nodes, figures) : 0;
        return new ConverterFigures(
            row,
            flows,
            ratio,
            UnitFigures.Scale(PackageFigures.Multiply(figures.Units.Rate(Table, row.Id, "capacity", row.Capacity, activity)!, available), figures.Scale(row.Id)),
            figures.Units.Price(Table, row.Id, "cost", row.Cost, activity) ?? figures.Constant(0),
            priced is null || tonnes == 0 ? figures.Constant(0) : UnitFigures.Scale(figures.Units.PerTonne("zones", priced.Id, "co2_price", priced.Co2Price!.Value), tonnes),
            row.AnnualLimit is { } limit ? figures.Units.Factor(Table, row.Id, "annual_limit", limit.Unit, activity) : null)
        {
            Tonnes = tonnes,
            Place = place,
        };
    }

    /// <summary>Conversion to the reference unit of a converter.</summary>
    public static CarrierBasis ActivityBasis(Converter row) => new($"the activity of {row.Id}", row.ReferenceUnit);

    /// <summary>Largest activity of a calendar year inside the horizon; +∞ where there is no limit.</summary>
    public double AnnualLimit(int year, PackageFigures figures) => AnnualFactor is { } factor
        ? factor * figures.OverYear(year, day => figures.NumberOn(Table, Row.Id, "annual_limit", Row.AnnualLimit!.Value.Value, day))
        : double.PositiveInfinity;

    /// <summary>Tonnes of CO2 from a unit of activity.</summary>
    private static double Emissions(ConverterFlow[] flows, double[] ratio, NodeFigures nodes, PackageFigures figures)
    {
        double tonnes = 0;
        for (int k = 0; k < flows.Length; k++)
        {
            if (flows[k].Side == FlowSide.In && nodes.Carrier(flows[k].Node) is { } carrier)
                tonnes += ratio[k] * figures.Units.Emission(carrier);
        }

        return tonnes;
    }
}
