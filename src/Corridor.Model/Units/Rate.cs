using System.Globalization;

namespace Corridor.Model.Units;

/// <summary>A rate of a carrier, as printed: 38 bcm@20C/year. A carrier converts it (<see cref="CarrierBasis"/>).</summary>
/// <param name="Value">Value in the unit, of any sign.</param>
/// <param name="Unit">The unit.</param>
public readonly record struct Rate(double Value, RateUnit Unit)
{
    /// <summary>Value and symbol, invariant, exact.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Value:R} {Unit}");
}
