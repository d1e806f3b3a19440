namespace Corridor.Model.Units;

/// <summary>How the energy of a fuel is counted: with or without the heat of condensation of the water formed.</summary>
public enum HeatingBasis
{
    /// <summary>Not stated: electricity, heat, or work; never the energy of a fuel.</summary>
    Unstated,

    /// <summary>Gross (superior, higher) heating value: GCV, HHV.</summary>
    Gross,

    /// <summary>Net (inferior, lower) heating value: NCV, LHV.</summary>
    Net,
}
