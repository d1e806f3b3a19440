using Corridor.Model.PowerGrids;
using Corridor.Model.Units;

namespace Corridor.Data.Formats.PowerGrids;

/// <summary>Figures that a power grid and a package write differently.</summary>
internal static class GridScale
{
    /// <summary>A limit of this size or more is none: no element of a grid reaches a terawatt [MW].</summary>
    internal const double Unlimited = 1e6;

    /// <summary>Hours of the year that annual volumes stand for.</summary>
    internal const double YearHours = 8760.0;

    /// <summary>Voltage that stands in where a bus states none [kV].</summary>
    internal const double StandInVoltage = 1.0;

    /// <summary>Unit of the rates.</summary>
    internal static readonly RateUnit Megawatt = RateUnit.Parse("MW");

    /// <summary>Unit of the amounts.</summary>
    internal static readonly AmountUnit MegawattHour = AmountUnit.Parse("MWh");

    /// <summary>Ohms of an impedance of one per unit.</summary>
    /// <param name="voltage">Voltage [kV].</param>
    /// <param name="basePower">Base power [MVA].</param>
    internal static double Ohms(double voltage, double basePower) => voltage * voltage / basePower;

    /// <summary>The voltage whose base a branch's impedance is written in: that of the to side, where the impedance stands behind the ideal transformer [kV].</summary>
    internal static double Voltage(PowerGrid grid, GridBranch branch)
    {
        double to = grid.Buses[branch.To].NominalVoltage;
        double from = grid.Buses[branch.From].NominalVoltage;
        return to > 0.0 ? to : from > 0.0 ? from : StandInVoltage;
    }

    /// <summary>A limit as a package writes it; always finite.</summary>
    internal static double Bounded(double limit) => Math.Clamp(limit, -Unlimited, Unlimited);

    /// <summary>A limit as a grid writes it; infinite where it is none.</summary>
    internal static double Unbounded(double limit) =>
        limit >= Unlimited ? double.PositiveInfinity : limit <= -Unlimited ? double.NegativeInfinity : limit;
}
