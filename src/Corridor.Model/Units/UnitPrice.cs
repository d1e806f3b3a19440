using System.Globalization;

namespace Corridor.Model.Units;

/// <summary>A price or tariff of a carrier, as printed: 265 USD/kcm@20C. A carrier converts it (<see cref="CarrierBasis"/>).</summary>
/// <param name="Value">Value in the unit, of any sign: prices can be negative.</param>
/// <param name="Unit">The unit.</param>
public readonly record struct UnitPrice(double Value, PriceUnit Unit)
{
    /// <summary>Value and symbol, invariant, exact.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Value:R} {Unit}");
}
