namespace Corridor.Numerics.LinearPrograms.Mps;

/// <summary>How the fields of an MPS line are told apart.</summary>
public enum MpsFormat
{
    /// <summary>By white space; if that fails, once more by fixed columns.</summary>
    Automatic,

    /// <summary>By white space.</summary>
    Free,

    /// <summary>By the columns 2–3, 5–12, 15–22, 25–36, 40–47, 50–61; names may contain spaces.</summary>
    Fixed,
}
