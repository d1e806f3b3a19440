using Corridor.Studies.Explanation;

namespace Corridor.Reporting.Terminal;

/// <summary>The lines of a price in words.</summary>
internal static class PriceWords
{
    /// <summary>A line in words, with the name of its element.</summary>
    public static string Of(PriceLine line, string name) => line.Kind switch
    {
        PriceLineKind.SupplyCost => $"{name}: cost of production",
        PriceLineKind.GivenUp => $"{name}: what these customers pay rather than use less",
        PriceLineKind.Curtailment => $"{name}: cost of curtailing these customers",
        PriceLineKind.MeasureCost => $"{name}: emergency measure",
        PriceLineKind.Tariff => $"{name}: {(line.Table == "transports" ? "freight" : "tariff")}",
        PriceLineKind.TransitFee => $"transit fee {name}",
        PriceLineKind.Levy => $"levy: {name}",
        PriceLineKind.Losses => $"{name}: {(line.Column == "fuel_share" ? "fuel gas and losses" : "losses")}",
        PriceLineKind.RouteFull => $"{name} is full: worth of one more unit",
        PriceLineKind.RouteIdle => $"{name} is not used: carriage costs more than it brings",
        PriceLineKind.SupplyFull => $"{name} gives all it can: worth of one more unit",
        PriceLineKind.SupplyMinimum => $"{name} has to give its minimum",
        PriceLineKind.SupplyIdle => $"{name} is not used: it costs more than the price",
        PriceLineKind.InjectionCost => $"{name}: cost of injection",
        PriceLineKind.WithdrawalCost => $"{name}: cost of withdrawal",
        PriceLineKind.StorageRate => $"{name}: limit of its rate",
        PriceLineKind.StorageFull => $"{name} is full on the way",
        PriceLineKind.StorageEmpty => $"{name} is at its least level on the way",
        PriceLineKind.ConversionCost => $"{name}: cost of operation",
        PriceLineKind.Co2 => $"{name}: CO2",
        PriceLineKind.OtherInput => $"further input, at the price at {name}",
        PriceLineKind.ByProduct => $"further output, at the price at {name}",
        PriceLineKind.ConverterFull => $"{name} runs at its capacity: worth of one more unit",
        PriceLineKind.ConverterMinimum => $"{name} runs at its least load, or not at all",
        PriceLineKind.ContractMaximum => $"contract {name} is at its largest delivery",
        PriceLineKind.ContractMinimum => $"contract {name} has to take its minimum",
        PriceLineKind.TakeOrPay => $"contract {name}: counts toward take-or-pay, paid in any case",
        PriceLineKind.AnnualMaximum => $"contract {name}: annual maximum reached",
        PriceLineKind.ShipOrPay => $"contract {name}: booked transport",
        PriceLineKind.ChannelCost => $"payment channel {name}: cost",
        PriceLineKind.ChannelFull => $"payment channel {name} is full",
        PriceLineKind.ContractOnly => $"{name}: nothing but contracts' deliveries",
        PriceLineKind.RuleLimit => $"rule {name} caps the flow",
        PriceLineKind.RuleRequirement => $"rule {name} requires the flow",
        PriceLineKind.AnnualLimit => $"{name}: its yearly limit is used up",
        PriceLineKind.MeasureFull => $"{name} gives all it can",
        PriceLineKind.Fleet => $"{name}: all vehicles are in use",
        PriceLineKind.LoopFlow => $"{name}: power takes parallel ways, of which one is full",
        PriceLineKind.OtherCost => $"{name}: other cost",
        _ => "rounding of the solver",
    };
}
