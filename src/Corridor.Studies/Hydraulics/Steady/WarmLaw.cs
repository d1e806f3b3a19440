namespace Corridor.Studies.Hydraulics.Steady;

/// <summary>What its temperature changes in an element's law, which is written at the network's temperature.</summary>
/// <param name="Drop">Factor of a pipe's friction [1].</param>
/// <param name="Weight">Factor of the weight of a pipe's gas [1].</param>
/// <param name="Missing">Constant added to a sloping pipe's friction, in units of the potential.</param>
/// <param name="VolumeIn">Factor of the volume of the gas in a fitting, or in a station's first fitting [1].</param>
/// <param name="VolumeOut">Factor of the volume in a station's second fitting [1].</param>
/// <param name="VolumeOfMachine">Factor of the volume where a machine takes it in [1].</param>
internal readonly record struct WarmLaw(double Drop, double Weight, double Missing, double VolumeIn, double VolumeOut, double VolumeOfMachine)
{
    internal static WarmLaw None => new(1.0, 1.0, 0.0, 1.0, 1.0, 1.0);

    /// <summary>Greatest relative difference of two.</summary>
    internal double Difference(in WarmLaw other, double potential) => Math.Max(
        Math.Max(Math.Max(Math.Abs(Drop - other.Drop), Math.Abs(Weight - other.Weight)), Math.Abs(Missing - other.Missing) / potential),
        Math.Max(Math.Max(Math.Abs(VolumeIn - other.VolumeIn), Math.Abs(VolumeOut - other.VolumeOut)), Math.Abs(VolumeOfMachine - other.VolumeOfMachine)));
}
