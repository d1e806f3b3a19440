using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Corridor.Model.Units;

/// <summary>
/// In what a carrier is accounted, and what is known to convert other units to that: heating values, barrels per tonne. Every
/// conversion is a factor; what is missing for it is said in a sentence, never assumed.
/// </summary>
public sealed record CarrierBasis
{
    /// <summary>Creates the basis of a carrier.</summary>
    /// <param name="carrier">Name of the carrier, for messages.</param>
    /// <param name="accountUnit">Unit that the carrier is balanced in: mcm@20C, kt, GWh.</param>
    /// <param name="gross">Gross heating value; null if not known, or the carrier is electricity.</param>
    /// <param name="net">Net heating value; null if not known, or the carrier is electricity.</param>
    /// <param name="barrelsPerTonne">Barrels per tonne, bbl/t; positive; null if not known or the carrier is no liquid.</param>
    /// <exception cref="ArgumentException">A heating value of the other kind, net above gross, or barrels per tonne not positive and finite.</exception>
    public CarrierBasis(string carrier, AmountUnit accountUnit, HeatingValue? gross = null, HeatingValue? net = null, double? barrelsPerTonne = null)
    {
        if (gross is not null && gross.Basis != HeatingBasis.Gross)
            throw new ArgumentException("The gross heating value is a net one.", nameof(gross));
        if (net is not null && net.Basis != HeatingBasis.Net)
            throw new ArgumentException("The net heating value is a gross one.", nameof(net));
        if (gross is not null && net is not null && gross.Per == net.Per && net.GigawattHoursPerCanonical > gross.GigawattHoursPerCanonical)
            throw new ArgumentException("The net heating value is above the gross one.", nameof(net));
        if (barrelsPerTonne is { } value && !(value > 0 && double.IsFinite(value)))
            throw new ArgumentOutOfRangeException(nameof(barrelsPerTonne), value, "Barrels per tonne are positive and finite.");
        Carrier = carrier;
        AccountUnit = accountUnit;
        Gross = gross;
        Net = net;
        BarrelsPerTonne = barrelsPerTonne;
    }

    /// <summary>Name of the carrier, for messages.</summary>
    public string Carrier { get; }

    /// <summary>Unit that the carrier is balanced in.</summary>
    public AmountUnit AccountUnit { get; }

    /// <summary>Gross heating value; null if not known.</summary>
    public HeatingValue? Gross { get; }

    /// <summary>Net heating value; null if not known.</summary>
    public HeatingValue? Net { get; }

    /// <summary>Barrels per tonne, bbl/t; null if not known.</summary>
    public double? BarrelsPerTonne { get; }

    /// <summary>Converts an amount to account units.</summary>
    /// <param name="amount">Amount in any unit.</param>
    /// <param name="accountUnits">The amount in <see cref="AccountUnit"/>; 0 if it cannot be converted.</param>
    /// <param name="problem">What is missing or wrong, if it cannot be converted.</param>
    public bool TryToAccount(Amount amount, out double accountUnits, [NotNullWhen(false)] out string? problem) =>
        TryScale(amount.Value, 1, amount.Unit, inverse: false, out accountUnits, out problem);

    /// <summary>Converts a rate to account units per day.</summary>
    /// <param name="rate">Rate in any unit; a year has 365 days.</param>
    /// <param name="accountUnitsPerDay">The rate in <see cref="AccountUnit"/> per day; 0 if it cannot be converted.</param>
    /// <param name="problem">What is missing or wrong, if it cannot be converted.</param>
    public bool TryToAccount(Rate rate, out double accountUnitsPerDay, [NotNullWhen(false)] out string? problem) =>
        TryScale(rate.Value, rate.Unit.AmountsPerDay, rate.Unit.Amount, inverse: false, out accountUnitsPerDay, out problem);

    /// <summary>
    /// Converts a price to money per account unit in the currency of the price; a distance tariff
    /// (<see cref="PriceUnit.IsDistanceBased"/>) to money per account unit and kilometre.
    /// </summary>
    /// <param name="price">Price in any unit.</param>
    /// <param name="moneyPerAccountUnit">Money per <see cref="AccountUnit"/> (and km); 0 if it cannot be converted.</param>
    /// <param name="problem">What is missing or wrong, if it cannot be converted.</param>
    public bool TryToAccount(UnitPrice price, out double moneyPerAccountUnit, [NotNullWhen(false)] out string? problem) =>
        TryScale(price.Value, 1 / (price.Unit.DistanceKilometres ?? 1), price.Unit.Amount, inverse: true, out moneyPerAccountUnit, out problem);

    /// <summary>Converts account units to an amount in another unit.</summary>
    /// <param name="accountUnits">Amount in <see cref="AccountUnit"/>.</param>
    /// <param name="unit">Unit wanted.</param>
    /// <param name="amount">The amount in the unit wanted; 0 if it cannot be converted.</param>
    /// <param name="problem">What is missing or wrong, if it cannot be converted.</param>
    public bool TryFromAccount(double accountUnits, AmountUnit unit, out Amount amount, [NotNullWhen(false)] out string? problem)
    {
        bool done = TryScale(accountUnits, 1, unit, inverse: true, out double value, out problem);
        amount = new Amount(value, unit);
        return done;
    }

    /// <summary>Converts account units per day to a rate in another unit.</summary>
    /// <param name="accountUnitsPerDay">Rate in <see cref="AccountUnit"/> per day.</param>
    /// <param name="unit">Unit wanted.</param>
    /// <param name="rate">The rate in the unit wanted; 0 if it cannot be converted.</param>
    /// <param name="problem">What is missing or wrong, if it cannot be converted.</param>
    public bool TryFromAccount(double accountUnitsPerDay, RateUnit unit, out Rate rate, [NotNullWhen(false)] out string? problem)
    {
        bool done = TryScale(accountUnitsPerDay, 1 / unit.AmountsPerDay, unit.Amount, inverse: true, out double value, out problem);
        rate = new Rate(value, unit);
        return done;
    }

    /// <summary>Converts money per account unit (and km for a distance tariff) to a price in another unit of the same currency.</summary>
    /// <param name="moneyPerAccountUnit">Money, in the currency of the unit, per <see cref="AccountUnit"/> (and km).</param>
    /// <param name="unit">Unit wanted.</param>
    /// <param name="price">The price in the unit wanted; 0 if it cannot be converted.</param>
    /// <param name="problem">What is missing or wrong, if it cannot be converted.</param>
    public bool TryFromAccount(double moneyPerAccountUnit, PriceUnit unit, out UnitPrice price, [NotNullWhen(false)] out string? problem)
    {
        bool done = TryScale(moneyPerAccountUnit, unit.DistanceKilometres ?? 1, unit.Amount, inverse: false, out double value, out problem);
        price = new UnitPrice(value, unit);
        return done;
    }

    /// <summary>Finds how many account units one of a unit is.</summary>
    /// <param name="unit">Any unit of an amount.</param>
    /// <param name="factor">Account units in one of the unit; positive; 0 if it cannot be converted.</param>
    /// <param name="problem">What is missing or wrong, if it cannot be converted.</param>
    public bool TryGetFactor(AmountUnit unit, out double factor, [NotNullWhen(false)] out string? problem)
    {
        factor = 0;
        if (!TryGetBridge(unit, out double bridge, out problem))
            return false;
        factor = unit.Equals(AccountUnit) ? 1 : unit.Factor * bridge / AccountUnit.Factor;
        return true;
    }

    private bool TryScale(double value, double scale, AmountUnit unit, bool inverse, out double result, [NotNullWhen(false)] out string? problem)
    {
        result = 0;
        if (!double.IsFinite(value))
        {
            problem = string.Create(CultureInfo.InvariantCulture, $"{value} is not a finite number.");
            return false;
        }

        if (!TryGetFactor(unit, out double factor, out problem))
            return false;
        result = inverse ? value * scale / factor : value * scale * factor;
        return true;
    }

    /// <summary>Canonical units of the account's dimension in one canonical unit of the unit's dimension.</summary>
    private bool TryGetBridge(AmountUnit unit, out double bridge, [NotNullWhen(false)] out string? problem)
    {
        (bridge, problem) = (1, null);
        Dimension from = unit.Dimension, to = AccountUnit.Dimension;
        if (from == Dimension.Energy && to == Dimension.Energy)
            return TryBridgeEnergies(unit, out bridge, out problem);
        if (from == to)
            return true;
        if (from == Dimension.Energy)
            return TryEnergyPer(unit, to, unit.Basis, out double energy, out problem) && Set(1 / energy, out bridge);
        if (to == Dimension.Energy)
            return TryEnergyPer(unit, from, AccountUnit.Basis, out bridge, out problem);
        if (BarrelsPerTonne is { } barrels && (from, to) is (Dimension.LiquidVolume, Dimension.Mass))
            return Set(1 / barrels, out bridge);
        if (BarrelsPerTonne is { } barrelsBack && (from, to) is (Dimension.Mass, Dimension.LiquidVolume))
            return Set(barrelsBack, out bridge);
        problem = (from, to) is (Dimension.LiquidVolume, Dimension.Mass) or (Dimension.Mass, Dimension.LiquidVolume)
            ? $"{Carrier} in {unit} needs the carrier's barrels per tonne to be accounted in {AccountUnit}; the carrier gives none."
            : $"{Carrier} is accounted in {AccountUnit}; {unit}, a {UnitParser.Name(from)}, does not convert to a {UnitParser.Name(to)}.";
        return false;
    }

    private bool TryBridgeEnergies(AmountUnit unit, out double bridge, [NotNullWhen(false)] out string? problem)
    {
        (bridge, problem) = (1, null);
        if (unit.Basis == AccountUnit.Basis)
            return true;
        if (AccountUnit.Basis == HeatingBasis.Unstated)
        {
            problem = $"{Carrier} is accounted in {AccountUnit} and has no gross or net energy; {unit} is a unit for fuels: write {Bare(unit)}.";
            return false;
        }

        if (unit.Basis == HeatingBasis.Unstated)
        {
            problem = MissingBasis(unit);
            return false;
        }

        if (Gross is not { } gross || Net is not { } net || gross.Per != net.Per)
        {
            problem = $"{Carrier} in {unit} needs both the gross and the net heating value of the carrier, per the same quantity, to be accounted in {AccountUnit}.";
            return false;
        }

        double ratio = net.GigawattHoursPerCanonical / gross.GigawattHoursPerCanonical;
        return Set(AccountUnit.Basis == HeatingBasis.Net ? ratio : 1 / ratio, out bridge);
    }

    /// <summary>GWh of a kind in one canonical unit (mcm@20C, kt, kb) of a quantity of the carrier.</summary>
    private bool TryEnergyPer(AmountUnit unit, Dimension quantity, HeatingBasis basis, out double energy, [NotNullWhen(false)] out string? problem)
    {
        (energy, problem) = (0, null);
        if (basis == HeatingBasis.Unstated)
        {
            problem = unit.Dimension == Dimension.Energy
                ? MissingBasis(unit)
                : $"{Carrier} is accounted in {AccountUnit}; {unit}, a {UnitParser.Name(quantity)}, does not convert to it.";
            return false;
        }

        HeatingValue? heating = basis == HeatingBasis.Gross ? Gross : Net;
        string kind = basis == HeatingBasis.Gross ? "gross" : "net";
        Dimension needed = quantity == Dimension.LiquidVolume ? Dimension.Mass : quantity;
        if (heating is null || heating.Per != needed)
        {
            string per = needed == Dimension.Mass ? "MJ/kg" : "MJ/m3@20C";
            string has = heating is null ? "none" : $"only one in {heating.Unit}";
            problem = $"{Carrier} in {unit} needs the carrier's {kind} heating value, such as in {per}, to be accounted in {AccountUnit}; the carrier gives {has}.";
            return false;
        }

        energy = heating.GigawattHoursPerCanonical;
        if (quantity == Dimension.LiquidVolume)
        {
            if (BarrelsPerTonne is not { } barrels)
            {
                problem = $"{Carrier} in {unit} needs the carrier's barrels per tonne to be accounted in {AccountUnit}; the carrier gives none.";
                return false;
            }

            energy /= barrels;
        }

        return true;
    }

    private string MissingBasis(AmountUnit unit) =>
        $"{Carrier} in {unit} must say gross or net: write {unit}_gross or {unit}_net; {Carrier} is accounted in {AccountUnit}.";

    private static string Bare(AmountUnit unit) =>
        unit.Symbol.Contains("Wh", StringComparison.Ordinal) ? unit.Symbol.Replace("_gross", "", StringComparison.Ordinal).Replace("_net", "", StringComparison.Ordinal) : "GWh";

    private static bool Set(double value, out double target)
    {
        target = value;
        return true;
    }
}
