namespace Corridor.Model.Units;

/// <summary>
/// The temperature to which a gas volume is reduced; the pressure is 101.325 kPa in each case. The numeric value is
/// the temperature in °C. There is no default: a volume without its reference temperature is refused.
/// </summary>
public enum ReferenceConditions
{
    /// <summary>0 °C, 101.325 kPa: "normal" conditions (DIN 1343), Germany and part of the EU.</summary>
    At0C = 0,

    /// <summary>15 °C, 101.325 kPa: ISO 13443, Energy Institute.</summary>
    At15C = 15,

    /// <summary>20 °C, 101.325 kPa: GOST 2939, Russia, Central Asia, China.</summary>
    At20C = 20,
}
