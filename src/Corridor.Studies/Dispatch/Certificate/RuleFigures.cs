using Corridor.Model.Rules;
using Corridor.Model.Units;

namespace Corridor.Studies.Dispatch.Certificate;

/// <summary>A rule with the flows that it matches, evaluated from its row.</summary>
/// <param name="Row">Row.</param>
/// <param name="Binding">r: share of each period on which it binds.</param>
/// <param name="Flows">Flows that it acts on.</param>
internal sealed record RuleFigures(Rule Row, double[] Binding, List<MatchedFlow> Flows)
{
    private const string Table = "rules";

    /// <summary>Limit of the sum in each period; null where there is none.</summary>
    public double[]? Rate(CarrierBasis? basis, PackageFigures figures) => figures.Units.Rate(Table, Row.Id, "rate", Row.Rate, basis);

    /// <summary>Limit of the sum in a calendar year; null where there is none, or the rule does not bind in the year.</summary>
    public double? Volume(int year, CarrierBasis? basis, PackageFigures figures)
    {
        if (Row.Effect == RuleEffect.CapCo2)
            return Emissions(year, figures);
        if (Row.Volume is not { } volume || !(figures.OverYear(year, day => RuleMatcher.Binds(Row, day) ? 1 : 0) > 0))
            return null;
        return figures.Units.Factor(Table, Row.Id, "volume", volume.Unit, basis)
            * figures.OverYear(year, day => RuleMatcher.Binds(Row, day) ? figures.NumberOn(Table, Row.Id, "volume", volume.Value, day) : 0);
    }

    /// <summary>Cost of a unit of violation at the exchange rate of the first period; null where the rule is strict.</summary>
    public double? Penalty(CarrierBasis? basis, PackageFigures figures) =>
        Row.Effect == RuleEffect.CapCo2 && Row.Penalty is { } tonne
            ? figures.Units.PerTonne(Table, Row.Id, "penalty", tonne)[0]
            : figures.Units.Price(Table, Row.Id, "penalty", Row.Penalty, basis)?[0];

    /// <summary>Tonnes allowed in a calendar year; null where the rule does not bind in it.</summary>
    private double? Emissions(int year, PackageFigures figures) =>
        Row.Emissions is { } tonnes && figures.OverYear(year, day => RuleMatcher.Binds(Row, day) ? 1 : 0) > 0
            ? figures.OverYear(year, day => RuleMatcher.Binds(Row, day) ? figures.NumberOn(Table, Row.Id, "emissions", tonnes, day) : 0)
            : null;

    /// <summary>Levy on a unit in each period.</summary>
    public double[]? Levy(CarrierBasis? basis, PackageFigures figures) =>
        figures.Units.Price(Table, Row.Id, "price", Row.Price, basis) is { } price ? PackageFigures.Multiply(price, Binding) : null;
}
