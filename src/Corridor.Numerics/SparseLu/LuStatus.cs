namespace Corridor.Numerics.SparseLu;

/// <summary>How a factorisation ended.</summary>
public enum LuStatus
{
    /// <summary>Nothing has been factorised yet.</summary>
    None,

    /// <summary>The factors can be used.</summary>
    Factorized,

    /// <summary>Whatever the values, the matrix of this pattern is singular.</summary>
    StructurallySingular,

    /// <summary>Columns depend on each other up to rounding.</summary>
    Singular,

    /// <summary>A pivot of old has become too small against its column: the values must be factorised with new pivots.</summary>
    PivotTooSmall,

    /// <summary>A value, or a number that arose on the way, is not finite.</summary>
    NotFinite,
}
