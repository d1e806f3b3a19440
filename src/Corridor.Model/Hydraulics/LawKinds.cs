namespace Corridor.Model.Hydraulics;

/// <summary>Friction laws.</summary>
public enum FrictionKind
{
    /// <summary>Nikuradse's law of the rough pipe, with Hagen–Poiseuille's term added where the flow is slow.</summary>
    Nikuradse,

    /// <summary>Prandtl–Colebrook (Colebrook–White), implicit.</summary>
    Colebrook,

    /// <summary>Hofer's explicit approximation of Prandtl–Colebrook.</summary>
    Hofer,

    /// <summary>PKr (Prandtl–Kármán): the explicit law of hydraulically smooth to rough pipes.</summary>
    Pkr,

    /// <summary>The friction factor that each pipe states.</summary>
    Fixed,
}

/// <summary>Equations of state.</summary>
public enum EquationOfStateKind
{
    /// <summary>Z = 1.</summary>
    Ideal,

    /// <summary>California Natural Gas Association's formula in its simple form, Z = 1/(b₁ + b₂·p) with b₁ = 1.</summary>
    SimpleCnga,

    /// <summary>California Natural Gas Association's formula with the pressure of the atmosphere.</summary>
    FullCnga,

    /// <summary>Papay's formula of pseudocritical pressure and temperature.</summary>
    Papay,

    /// <summary>AGA Report No. 8 (1992), detailed characterisation.</summary>
    Aga8,

    /// <summary>GERG-2008.</summary>
    Gerg2008,

    /// <summary>Z linear in the pressure, as the gas itself states it.</summary>
    Linear,
}
