namespace Corridor.Numerics.LinearPrograms.Mps;

/// <summary>More rows, columns or entries than an array can hold.</summary>
internal sealed class MpsTooLargeException() : Exception("There are more rows, columns or entries than can be held.");
