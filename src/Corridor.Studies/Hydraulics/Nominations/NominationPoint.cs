namespace Corridor.Studies.Hydraulics.Nominations;

/// <summary>Pressures [bar], flows and injections [kg/s] of a state that a search is at.</summary>
internal sealed class NominationPoint(int nodes, int elements)
{
    internal double[] Pressure { get; } = new double[nodes];

    internal double[] Flow { get; } = new double[elements];

    internal double[] Injection { get; } = new double[nodes];

    /// <summary>Sum over the conditions of how far each is missed [bar].</summary>
    internal double Violation { get; set; }

    /// <summary>Shaft power of all stations [MW].</summary>
    internal double Power { get; set; }

    internal NominationPoint Copy()
    {
        var copy = new NominationPoint(Pressure.Length, Flow.Length) { Violation = Violation, Power = Power };
        Pressure.CopyTo(copy.Pressure, 0);
        Flow.CopyTo(copy.Flow, 0);
        Injection.CopyTo(copy.Injection, 0);
        return copy;
    }
}
