using Corridor.Data.Formats.Exchange;
using Corridor.Data.Formats.PyPsa.Mapping;
using Corridor.Model;
using Corridor.Model.Network;
using Corridor.Model.Units;

namespace Corridor.Data.Formats.PyPsa.Writing;

/// <summary>
/// Figures of a package in the units of the format: MW and MWh for carriers that are balanced as energy, units of account per hour for
/// the others. Figures that stand in MW and MWh stay as they are.
/// </summary>
internal sealed class PyPsaScale
{
    private const double HoursPerDay = 24;

    private readonly Dictionary<string, CarrierBasis> _bases = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _carrierOf = new(StringComparer.Ordinal);
    private readonly FidelityReport _report;
    private readonly string _currency;

    public PyPsaScale(EnergySystem system, FidelityReport report)
    {
        (_report, _currency) = (report, system.Description.Currency);
        foreach (Carrier carrier in system.Carriers)
            _bases.TryAdd(carrier.Id, BasisOf(carrier));
        foreach (Node node in system.Nodes)
            _carrierOf.TryAdd(node.Id, node.Carrier);
    }

    /// <summary>The unit of a carrier's amounts, as a bus states it.</summary>
    public string UnitOf(string carrier) => _bases.TryGetValue(carrier, out CarrierBasis? basis) ? (IsEnergy(basis) ? "MWh" : basis.AccountUnit.Symbol) : "MWh";

    /// <summary>A rate at a node [MW, or units of account per hour].</summary>
    public double Rate(string node, Rate rate, string part)
    {
        if (rate.Unit.Symbol == "MW" && Basis(node) is { } electric && IsEnergy(electric))
            return rate.Value;
        return Basis(node) is { } basis && basis.TryToAccount(rate, out double account, out _) ? account / HoursPerDay * Energy(basis) : Lost(part);
    }

    /// <summary>An amount at a node [MWh, or units of account].</summary>
    public double Amount(string node, Amount amount, string part)
    {
        if (amount.Unit.Symbol == "MWh" && Basis(node) is { } electric && IsEnergy(electric))
            return amount.Value;
        return Basis(node) is { } basis && basis.TryToAccount(amount, out double account, out _) ? account * Energy(basis) : Lost(part);
    }

    /// <summary>A price at a node [money per MWh, or per unit of account]; 0 for none.</summary>
    public double Price(string node, UnitPrice? price, string part, double? kilometres = null)
    {
        if (price is not { } given)
            return 0;
        if (given.Unit.Currency.Code != _currency || (given.Unit.IsDistanceBased && kilometres is null))
            return Lost(part);
        double distance = given.Unit.DistanceKilometres is { } unit ? kilometres!.Value / unit : 1;
        if (!given.Unit.IsDistanceBased && given.Unit.Amount.Symbol == "MWh" && Basis(node) is { } electric && IsEnergy(electric))
            return given.Value;
        var plain = new UnitPrice(given.Value * distance, PriceUnit.Per(given.Unit.Currency, given.Unit.Amount));
        return Basis(node) is { } basis && basis.TryToAccount(plain, out double money, out _) ? money / Energy(basis) : Lost(part);
    }

    private CarrierBasis? Basis(string node) => _carrierOf.TryGetValue(node, out string? carrier) ? _bases.GetValueOrDefault(carrier) : null;

    private static bool IsEnergy(CarrierBasis basis) => basis.AccountUnit.Dimension == Dimension.Energy;

    /// <summary>MWh of a unit of account; 1 where it is no energy.</summary>
    private static double Energy(CarrierBasis basis) => IsEnergy(basis) ? basis.AccountUnit.Factor / PyPsaUnits.Energy.Factor : 1;

    private double Lost(string part)
    {
        _report.Dropped(part, "", "a figure that does not convert to the unit of its carrier, or is in another money than that of account");
        return 0;
    }

    private static CarrierBasis BasisOf(Carrier carrier)
    {
        HeatingValue? Of(double? value, string kind) => value is { } given && HeatingValue.TryParse(given, carrier.HeatingValueUnit, kind, out HeatingValue? heating, out _) ? heating : null;
        try
        {
            return new CarrierBasis(carrier.Id, carrier.Unit, Of(carrier.GrossHeatingValue, "gross"), Of(carrier.NetHeatingValue, "net"), carrier.BarrelsPerTonne);
        }
        catch (ArgumentException)
        {
            return new CarrierBasis(carrier.Id, carrier.Unit);
        }
    }
}
