namespace Corridor.Studies.Hydraulics.Nominations;

/// <summary>One case of a search for a proof: intervals of pressures [bar] and flows [kg/s], and the states that each element may have.</summary>
internal sealed class Box
{
    internal Box(NominationModel model, StateAssignment states)
    {
        PressureMin = (double[])model.PressureMin.Clone();
        PressureMax = (double[])model.PressureMax.Clone();
        FlowMin = (double[])states.FlowMin.Clone();
        FlowMax = (double[])states.FlowMax.Clone();
        Allowed = (ElementMode[][])states.Allowed.Clone();
        Words = states.Words;
    }

    private Box(Box other)
    {
        PressureMin = (double[])other.PressureMin.Clone();
        PressureMax = (double[])other.PressureMax.Clone();
        FlowMin = (double[])other.FlowMin.Clone();
        FlowMax = (double[])other.FlowMax.Clone();
        Allowed = (ElementMode[][])other.Allowed.Clone();
        Words = other.Words;
    }

    internal double[] PressureMin { get; }

    internal double[] PressureMax { get; }

    internal double[] FlowMin { get; }

    internal double[] FlowMax { get; }

    internal ElementMode[][] Allowed { get; }

    internal string Words { get; set; }

    internal Box Copy() => new(this);

    internal Box With(string words)
    {
        Box copy = Copy();
        copy.Words = Words.Length == 0 ? words : $"{Words}; {words}";
        return copy;
    }
}
