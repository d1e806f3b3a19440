using Corridor.Model;
using Corridor.Model.Units;

namespace Corridor.Data.Formats.PyPsa.Mapping;

/// <summary>Names the money of a mapped network: figures stay as they are, since the format's are in one currency that it does not name.</summary>
internal static class PyPsaMoney
{
    /// <summary>The package with all prices in a currency.</summary>
    /// <param name="currency">Its code.</param>
    /// <param name="system">Package with prices in the currency usually taken.</param>
    public static EnergySystem In(string currency, EnergySystem system)
    {
        if (currency == PyPsaUnits.CurrencyCode)
            return system;
        PriceUnit unit = PriceUnit.Parse(currency + "/MWh");
        UnitPrice? Of(UnitPrice? price) => price is { } given ? new UnitPrice(given.Value, unit) : null;
        PriceUnit? Named(PriceUnit? given) => given is null ? null : unit;
        return system with
        {
            Description = system.Description with { Currency = currency },
            Supplies = [.. system.Supplies.Select(s => s with { Cost = Of(s.Cost), CostSlope = Of(s.CostSlope), PriceUnit = Named(s.PriceUnit) })],
            Demands = [.. system.Demands.Select(d => d with { ReferencePrice = Of(d.ReferencePrice), CurtailmentCost = Of(d.CurtailmentCost), PriceUnit = Named(d.PriceUnit) })],
            PowerLines = [.. system.PowerLines.Select(l => l with { Tariff = Of(l.Tariff), PriceUnit = Named(l.PriceUnit) })],
            Pipelines = [.. system.Pipelines.Select(p => p with { Tariff = Of(p.Tariff), PriceUnit = Named(p.PriceUnit) })],
            Storages = [.. system.Storages.Select(s => s with { InjectionCost = Of(s.InjectionCost), WithdrawalCost = Of(s.WithdrawalCost), PriceUnit = Named(s.PriceUnit) })],
            Converters = [.. system.Converters.Select(c => c with { Cost = Of(c.Cost), PriceUnit = Named(c.PriceUnit) })],
        };
    }
}
