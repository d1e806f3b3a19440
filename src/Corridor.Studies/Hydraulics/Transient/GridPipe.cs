namespace Corridor.Studies.Hydraulics.Transient;

/// <summary>A pipe, or a part of one where a break divides it.</summary>
/// <param name="Source">Index of the element in the network given.</param>
/// <param name="Offset">Where it begins along that pipe [m].</param>
/// <param name="From">Node where it begins.</param>
/// <param name="To">Node where it ends.</param>
/// <param name="Length">Length [m].</param>
/// <param name="Diameter">Inner diameter [m].</param>
/// <param name="Rise">Height of its end over its start [m].</param>
/// <param name="Cells">Number of cells.</param>
/// <param name="FrictionFactor">Darcy's friction factor [1]; NaN where it follows from the friction law.</param>
/// <param name="LossPerLength">Loss coefficients of fittings over the length [1/m].</param>
/// <param name="Roughness">Roughness [m].</param>
/// <param name="Viscosity">Dynamic viscosity [Pa·s].</param>
/// <param name="Gas">Density of its gas.</param>
internal sealed record GridPipe(
    int Source,
    double Offset,
    int From,
    int To,
    double Length,
    double Diameter,
    double Rise,
    int Cells,
    double FrictionFactor,
    double LossPerLength,
    double Roughness,
    double Viscosity,
    DensityTable Gas);
