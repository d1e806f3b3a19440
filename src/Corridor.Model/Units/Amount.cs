using System.Globalization;

namespace Corridor.Model.Units;

/// <summary>An amount of a carrier, as printed: 38.8 bcm@20C. A carrier converts it (<see cref="CarrierBasis"/>).</summary>
/// <param name="Value">Value in the unit, of any sign.</param>
/// <param name="Unit">The unit.</param>
public readonly record struct Amount(double Value, AmountUnit Unit)
{
    /// <summary>Value and symbol, invariant, exact.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Value:R} {Unit}");
}
