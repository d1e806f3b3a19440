namespace Corridor.Studies.Compilation;

/// <summary>Which kind of flow a rule acts on.</summary>
public enum FlowKind
{
    /// <summary>Whole output of a supply.</summary>
    Supply,

    /// <summary>Forward flow of an arc.</summary>
    ArcForward,

    /// <summary>Backward flow of an arc.</summary>
    ArcBackward,

    /// <summary>Injection into a storage.</summary>
    Injection,

    /// <summary>Withdrawal from a storage.</summary>
    Withdrawal,

    /// <summary>Activity of a converter.</summary>
    Activity,

    /// <summary>Delivery of a contract through one of its channels.</summary>
    Delivery,
}

/// <summary>A flow of a compiled network.</summary>
/// <param name="Kind">Kind of flow.</param>
/// <param name="Element">Index of the element in its list.</param>
/// <param name="Part">For a delivery, the position among the contract's channels (0 with free settlement); 0 otherwise.</param>
public readonly record struct FlowReference(FlowKind Kind, int Element, int Part = 0);
