using System.Globalization;
using Corridor.Model;
using Corridor.Model.Time;
using Corridor.Model.Units;

namespace Corridor.Studies.Backtest;

/// <summary>One parameter of a package, moved.</summary>
/// <param name="Parameter">Table, id and column, or the name of a group of figures.</param>
/// <param name="Move">How it is moved: "+25 %", "off".</param>
/// <param name="Apply">The package with the parameter moved; the package itself is not changed.</param>
public sealed record Perturbation(string Parameter, string Move, Func<EnergySystem, EnergySystem> Apply);

/// <summary>Packages with figures scaled, their dated values included.</summary>
internal static class PackageScaling
{
    public static EnergySystem ArcCapacity(EnergySystem system, string arc, double factor) => Dated(system, "capacity", id => id == arc, factor) with
    {
        Pipelines = [.. system.Pipelines.Select(p => p.Id == arc ? p with { Capacity = Times(p.Capacity, factor) } : p)],
        Transports = [.. system.Transports.Select(t => t.Id == arc ? t with { Capacity = Times(t.Capacity, factor) } : t)],
        Interconnections = [.. system.Interconnections.Where(i => i.Arc != arc)],
    };

    public static EnergySystem ArcCost(EnergySystem system, Func<string, bool> arcs, double factor) => Dated(Dated(system, "tariff", arcs, factor), "cost", arcs, factor) with
    {
        Pipelines = [.. system.Pipelines.Select(p => arcs(p.Id) ? p with { Tariff = Times(p.Tariff, factor) } : p)],
        PowerLines = [.. system.PowerLines.Select(l => arcs(l.Id) ? l with { Tariff = Times(l.Tariff, factor) } : l)],
        Transports = [.. system.Transports.Select(t => arcs(t.Id) ? t with { Cost = Times(t.Cost, factor) } : t)],
    };

    public static EnergySystem SupplyCapacity(EnergySystem system, string supply, double factor) => Dated(system, "capacity", id => id == supply, factor) with
    {
        Supplies = [.. system.Supplies.Select(s => s.Id == supply ? s with { Capacity = Times(s.Capacity, factor), AnnualLimit = Times(s.AnnualLimit, factor) } : s)],
    };

    public static EnergySystem SupplyCost(EnergySystem system, string supply, double factor) => Dated(system, "cost", id => id == supply || id.StartsWith(supply + "/", StringComparison.Ordinal), factor) with
    {
        Supplies = [.. system.Supplies.Select(s => s.Id == supply ? s with { Cost = Times(s.Cost, factor) } : s)],
        SupplySteps = [.. system.SupplySteps.Select(s => s.Supply == supply ? s with { Cost = Times(s.Cost, factor) } : s)],
    };

    public static EnergySystem ConverterCapacity(EnergySystem system, string converter, double factor) => Dated(system, "capacity", id => id == converter, factor) with
    {
        Converters = [.. system.Converters.Select(c => c.Id == converter ? c with { Capacity = Times(c.Capacity, factor) } : c)],
    };

    public static EnergySystem WillingnessToPay(EnergySystem system, string demand, double factor) => system with
    {
        DemandSteps = [.. system.DemandSteps.Select(s => s.Demand == demand ? s with { Price = Times(s.Price, factor) } : s)],
    };

    public static EnergySystem WithoutTakeOrPay(EnergySystem system, string contract) => system with
    {
        Contracts = [.. system.Contracts.Select(c => c.Id == contract ? c with { TakeOrPay = null } : c)],
        DatedValues = [.. system.DatedValues.Where(v => v.Subject != contract || v.Column != "take_or_pay")],
    };

    public static EnergySystem ContractQuantity(EnergySystem system, string contract, double factor) => Dated(Dated(system, "acq", id => id == contract, factor), "dcq", id => id == contract, factor) with
    {
        Contracts = [.. system.Contracts.Select(c => c.Id == contract ? c with { Acq = Times(c.Acq, factor), Dcq = Times(c.Dcq, factor) } : c)],
    };

    public static EnergySystem WithoutRule(EnergySystem system, string rule) => system with { Rules = [.. system.Rules.Where(r => r.Id != rule)] };

    private static EnergySystem Dated(EnergySystem system, string column, Func<string, bool> subjects, double factor) => system with
    {
        DatedValues = [.. system.DatedValues.Select(v => v.Column == column && subjects(v.Subject) ? v with { Value = Times(v.Value, factor) } : v)],
    };

    private static string Times(string value, double factor) =>
        double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out double number) ? (number * factor).ToString("R", CultureInfo.InvariantCulture) : value;

    private static Rate Times(Rate rate, double factor) => rate with { Value = rate.Value * factor };

    private static Rate? Times(Rate? rate, double factor) => rate is { } given ? Times(given, factor) : null;

    private static Amount Times(Amount amount, double factor) => amount with { Value = amount.Value * factor };

    private static Amount? Times(Amount? amount, double factor) => amount is { } given ? Times(given, factor) : null;

    private static UnitPrice Times(UnitPrice price, double factor) => price with { Value = price.Value * factor };

    private static UnitPrice? Times(UnitPrice? price, double factor) => price is { } given ? Times(given, factor) : null;
}
