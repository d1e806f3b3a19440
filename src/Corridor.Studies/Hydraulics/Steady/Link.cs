namespace Corridor.Studies.Hydraulics.Steady;

/// <summary>What a link between two places demands in one state of its element.</summary>
internal enum LinkKind
{
    /// <summary>A pipe: its flow follows from both pressures.</summary>
    Pipe,

    /// <summary>A fitting with drag.</summary>
    Drag,

    /// <summary>A pump that lifts by its volume flow.</summary>
    Pump,

    /// <summary>A compressor of given shaft power.</summary>
    Power,

    /// <summary>p_to = A·p_from + B, at any flow; A = 1, B = 0 joins the two places.</summary>
    Relation,

    /// <summary>The pressure where it ends is A, at any flow.</summary>
    HoldsEnd,

    /// <summary>The pressure where it begins is A, at any flow.</summary>
    HoldsBeginning,

    /// <summary>The flow is A, at any pressures.</summary>
    Transfer,
}

/// <summary>A link between two places: an element, or a part of one (a station's losses are links of their own).</summary>
/// <param name="Kind">What it demands.</param>
/// <param name="From">Place where it begins.</param>
/// <param name="To">Place where it ends.</param>
/// <param name="Element">Index of the element.</param>
/// <param name="A">First figure of the kind.</param>
/// <param name="B">Second figure of the kind.</param>
internal readonly record struct Link(LinkKind Kind, int From, int To, int Element, double A = 1.0, double B = 0.0)
{
    /// <summary>Whether its flow follows from the pressures by a law that has to be solved.</summary>
    internal bool IsLaw => Kind <= LinkKind.Power;

    /// <summary>Whether it fixes one end's pressure.</summary>
    internal bool IsHold => Kind is LinkKind.HoldsEnd or LinkKind.HoldsBeginning;

    /// <summary>Place whose pressure it fixes.</summary>
    internal int Held => Kind == LinkKind.HoldsEnd ? To : From;

    /// <summary>The other end of a link that fixes a pressure.</summary>
    internal int Supplier => Kind == LinkKind.HoldsEnd ? From : To;
}

/// <summary>What an element with several states does.</summary>
internal enum ElementMode : byte
{
    /// <summary>It holds its set point; a fixed loss: gas flows forwards.</summary>
    Active,

    /// <summary>Gas passes without change of pressure but for the losses.</summary>
    Open,

    /// <summary>Nothing flows.</summary>
    Closed,

    /// <summary>A fixed loss that gas flows through backwards.</summary>
    Backward,
}
