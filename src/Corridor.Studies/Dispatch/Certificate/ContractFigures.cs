using Corridor.Model.Contracts;
using Corridor.Model.Units;

namespace Corridor.Studies.Dispatch.Certificate;

/// <summary>A contract, evaluated from its row; rates in units of account per day at the end of its arc, money of account.</summary>
internal sealed record ContractFigures
{
    private const string Table = "contracts";

    public required Contract Row { get; init; }

    public required ArcFigures Arc { get; init; }

    public int Direction => (int)Row.Direction;

    /// <summary>Largest delivery; +∞ while active without a DCQ.</summary>
    public required double[] Most { get; init; }

    /// <summary>Smallest delivery.</summary>
    public required double[] Least { get; init; }

    /// <summary>Price by period, price caps of rules included; zeros where there is none.</summary>
    public required double[] Price { get; init; }

    /// <summary>Average of the price over the contract days of the horizon.</summary>
    public required double AveragePrice { get; init; }

    /// <summary>Channels that may settle it, in the order of the row; empty for free settlement.</summary>
    public required string[] Channels { get; init; }

    public required ContractYear[] Years { get; init; }

    public double MakeUpOpening { get; init; }

    public double CarryForwardOpening { get; init; }

    /// <summary>Booked transport; null without ship-or-pay.</summary>
    public double[]? Booked { get; init; }

    /// <summary>Charge for booked or used transport; null without ship-or-pay.</summary>
    public double[]? BookedCharge { get; init; }

    /// <summary>Number of ways to settle it, at least one.</summary>
    public int Parts => Math.Max(1, Channels.Length);

    /// <summary>Quantities of a calendar year.</summary>
    /// <param name="Year">Year.</param>
    /// <param name="Acq">A: annual contract quantity on the contract days inside the horizon.</param>
    /// <param name="Minimum">m: take-or-pay quantity.</param>
    internal sealed record ContractYear(int Year, double Acq, double Minimum);

    /// <summary>Share of each period on which a contract is active.</summary>
    public static double[] Active(Contract row, Agreement? agreement, PackageFigures figures) =>
        agreement is null ? figures.Between(row.Start, row.End) : figures.ByPeriod(day => ActiveOn(row, agreement, figures, day) ? 1 : 0);

    public static ContractFigures Of(Contract row, Agreement? agreement, double[] active, ArcFigures arc, PriceCaps caps, NodeFigures nodes, PackageFigures figures)
    {
        CarrierBasis? basis = nodes.Basis(arc.From);
        double[] most = figures.Units.Rate(Table, row.Id, "dcq", row.Dcq, basis) is { } dcq
            ? PackageFigures.Multiply(dcq, active)
            : [.. active.Select(a => a > 0 ? double.PositiveInfinity : 0)];
        double[] least = figures.Units.Rate(Table, row.Id, "min_daily", row.MinDaily, basis) is { } daily
            ? PackageFigures.Multiply(daily, active)
            : figures.Constant(0);
        double[] price = caps.Apply(row, Prices(row, basis, caps.Prices, figures), basis);
        double days = 0, sum = 0;
        for (int t = 0; t < price.Length; t++)
        {
            days += figures.Days[t] * active[t];
            sum += figures.Days[t] * active[t] * price[t];
        }

        bool booked = row is { ShipOrPay: not null, Dcq: not null, ShipOrPayTariff: not null };
        return new ContractFigures
        {
            Row = row,
            Arc = arc,
            Most = most,
            Least = least,
            Price = price,
            AveragePrice = days > 0 ? sum / days : 0,
            Channels = [.. row.Channels],
            Years = [.. YearsOf(row, agreement, basis, figures)],
            MakeUpOpening = figures.Units.Amount(Table, row.Id, "make_up_opening", row.MakeUpOpening, basis) ?? 0,
            CarryForwardOpening = figures.Units.Amount(Table, row.Id, "carry_forward_opening", row.CarryForwardOpening, basis) ?? 0,
            Booked = booked ? UnitFigures.Scale([.. most], row.ShipOrPay!.Value) : null,
            BookedCharge = booked ? figures.Units.Price(Table, row.Id, "ship_or_pay_tariff", row.ShipOrPayTariff, basis) : null,
        };
    }

    private static bool ActiveOn(Contract row, Agreement? agreement, PackageFigures figures, DateOnly day)
    {
        if (!PackageFigures.Within(day, row.Start, row.End))
            return false;
        if (agreement is null)
            return true;
        if (!PackageFigures.Within(day, agreement.Start, agreement.End))
            return false;
        return figures.TextOn("agreements", agreement.Id, "stage", day) is { } text
            ? text is "contract" or "construction" or "delivery"
            : agreement.Stage is AgreementStage.Contract or AgreementStage.Construction or AgreementStage.Delivery;
    }

    private static double[] Prices(Contract row, CarrierBasis? basis, PriceFigures prices, PackageFigures figures)
    {
        if (row.PriceFormula is not { } id)
            return figures.Units.Price(Table, row.Id, "price", row.Price, basis) ?? figures.Constant(0);
        if (prices.Find(id) is not { } formula)
            return figures.Constant(double.NaN);
        double factor = figures.Units.PriceFactor("price_formulas", id, "price_unit", formula.PriceUnit, basis);
        return PackageFigures.Multiply(UnitFigures.Scale(prices.Of(formula), factor), figures.Units.Money(formula.PriceUnit.Currency.Code));
    }

    private static IEnumerable<ContractYear> YearsOf(Contract row, Agreement? agreement, CarrierBasis? basis, PackageFigures figures)
    {
        double factor = figures.Units.Factor(Table, row.Id, "acq", row.Acq.Unit, basis);
        double Quantity(DateOnly day) => ActiveOn(row, agreement, figures, day) ? figures.NumberOn(Table, row.Id, "acq", row.Acq.Value, day) : 0;
        foreach (int year in figures.Horizon.Years)
        {
            double acq = factor * figures.OverYear(year, Quantity);
            double minimum = factor * figures.OverYear(year, day => Quantity(day) * figures.NumberOn(Table, row.Id, "take_or_pay", row.TakeOrPay ?? 0, day));
            if (!(acq <= 0))
                yield return new ContractYear(year, acq, minimum);
        }
    }
}
