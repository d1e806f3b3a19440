namespace Corridor.Data.Formats.GasJson;

/// <summary>
/// Factors from the units of the files to SI. Standard units are pounds per square inch, miles, inches, horsepower and million standard cubic feet a day at
/// 60 °F and 101,325 Pa (NIST Special Publication 811, appendix B).
/// </summary>
internal sealed class GasJsonUnits
{
    private const double PoundPerSquareInch = 6894.757293168;
    private const double Mile = 1609.344;
    private const double Inch = 0.0254;
    private const double Horsepower = 745.69987158227022;
    private const double CubicFoot = 0.028316846592;
    private const double SecondsADay = 86_400;
    private const double StandardTemperature = 288.70555555555556;
    private const double StandardPressure = 101_325;

    /// <param name="isStandard">Whether the files are in standard units.</param>
    /// <param name="specificGasConstant">R/M of the gas [J/(kg·K)].</param>
    internal GasJsonUnits(bool isStandard, double specificGasConstant)
    {
        if (!isStandard)
            return;
        Pressure = PoundPerSquareInch;
        Length = Mile;
        Diameter = Inch;
        Power = Horsepower;
        MassFlow = CubicFoot * 1e6 / SecondsADay * StandardPressure / (specificGasConstant * StandardTemperature);
    }

    /// <summary>[Pa] per unit.</summary>
    internal double Pressure { get; } = 1;

    /// <summary>[m] per unit of a length.</summary>
    internal double Length { get; } = 1;

    /// <summary>[m] per unit of a diameter.</summary>
    internal double Diameter { get; } = 1;

    /// <summary>[W] per unit.</summary>
    internal double Power { get; } = 1;

    /// <summary>[kg/s] per unit.</summary>
    internal double MassFlow { get; } = 1;
}
