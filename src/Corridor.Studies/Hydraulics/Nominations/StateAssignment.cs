namespace Corridor.Studies.Hydraulics.Nominations;

/// <summary>One choice of discrete states: what each element does, and within which bounds its flow must stay.</summary>
internal sealed class StateAssignment
{
    internal StateAssignment(int elements)
    {
        Modes = new ElementMode[elements];
        Allowed = new ElementMode[elements][];
        Direction = new int[elements];
        FlowMin = new double[elements];
        FlowMax = new double[elements];
    }

    private StateAssignment(StateAssignment other)
    {
        Modes = (ElementMode[])other.Modes.Clone();
        Allowed = (ElementMode[][])other.Allowed.Clone();
        Direction = (int[])other.Direction.Clone();
        FlowMin = (double[])other.FlowMin.Clone();
        FlowMax = (double[])other.FlowMax.Clone();
        Words = other.Words;
    }

    /// <summary>What each element does.</summary>
    internal ElementMode[] Modes { get; }

    /// <summary>What each element may do where the decisions are kept.</summary>
    internal ElementMode[][] Allowed { get; }

    /// <summary>+1 where a decision lets gas flow forwards only, −1 backwards only, 0 otherwise.</summary>
    internal int[] Direction { get; }

    /// <summary>Least flow of each element [kg/s].</summary>
    internal double[] FlowMin { get; }

    /// <summary>Greatest flow of each element [kg/s].</summary>
    internal double[] FlowMax { get; }

    /// <summary>The decisions that led here, for people.</summary>
    internal string Words { get; set; } = string.Empty;

    internal StateAssignment Copy() => new(this);

    internal void Restrict(int element, ElementMode[] allowed) => Allowed[element] = allowed;

    /// <summary>Sets the state of an element and narrows its flow to what the state allows.</summary>
    /// <returns>False where no flow is left.</returns>
    internal bool Set(NominationModel model, int element, ElementMode mode, int direction)
    {
        Direction[element] = direction;
        return Set(model, element, mode);
    }

    /// <summary>Sets the state of an element, its direction kept.</summary>
    /// <returns>False where no flow is left.</returns>
    internal bool Set(NominationModel model, int element, ElementMode mode)
    {
        Modes[element] = mode;
        (FlowMin[element], FlowMax[element]) = FlowOf(model, element, mode);
        return FlowMin[element] <= FlowMax[element];
    }

    /// <summary>Widens the flow of an element to what any of some states allows.</summary>
    internal void Widen(NominationModel model, int element, ElementMode[] modes, int direction = 0)
    {
        Direction[element] = direction;
        Allowed[element] = modes;
        double lower = double.PositiveInfinity;
        double upper = double.NegativeInfinity;
        foreach (ElementMode mode in modes)
        {
            (double least, double most) = FlowOf(model, element, mode);
            if (least > most)
                continue;
            lower = Math.Min(lower, least);
            upper = Math.Max(upper, most);
        }

        FlowMin[element] = lower;
        FlowMax[element] = upper;
    }

    private (double Least, double Most) FlowOf(NominationModel model, int element, ElementMode mode)
    {
        if (mode == ElementMode.Closed)
            return (0.0, 0.0);
        double lower = model.FlowMin[element];
        double upper = model.FlowMax[element];
        if (mode == ElementMode.Active || Direction[element] > 0)
            lower = Math.Max(lower, 0.0);
        if (Direction[element] < 0)
            upper = Math.Min(upper, 0.0);
        return (lower, upper);
    }
}
