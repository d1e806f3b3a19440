namespace Corridor.Model.PowerGrids;

/// <summary>How the direct current approximation takes the susceptance of a branch.</summary>
public enum SusceptanceConvention
{
    /// <summary>1 / (x · tap), with the shift (MATPOWER manual, section 3.7).</summary>
    Matpower,

    /// <summary>x / (r² + x²), tap and shift left out (PowerModels, DCP form: the imaginary part of the series admittance).</summary>
    PowerModels,
}
