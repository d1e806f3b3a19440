namespace Corridor.Studies.Hydraulics.Transient;

/// <summary>
/// A second look at a finished run, by other means than those that made it: masses by the equation of state itself instead of its table, the balance from what
/// crossed the boundary in every stage, the equations of every step put together again.
/// </summary>
/// <param name="MassError">What the mass balance misses, over the greater of linepack and mass passed [1]; linepacks by the equation of state.</param>
/// <param name="Residual">Greatest relative residual of the equations of any step [1].</param>
/// <param name="LowestPressure">Lowest pressure at any point at the end and at any node at any time [Pa].</param>
public sealed record TransientCertificate(double MassError, double Residual, double LowestPressure)
{
    /// <summary>Greatest error of the mass balance of a run that holds [1].</summary>
    public const double MassTolerance = 1e-9;

    /// <summary>Greatest residual of a run that holds [1].</summary>
    public const double ResidualTolerance = 1e-7;

    /// <summary>Whether the run holds.</summary>
    public bool Holds => MassError <= MassTolerance && Residual <= ResidualTolerance && LowestPressure > 0.0;
}
