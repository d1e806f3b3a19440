namespace Corridor.Studies.PowerFlow;

/// <summary>Errors as checks compare them: what is no number is beyond every tolerance.</summary>
internal static class ErrorSize
{
    /// <summary>The error itself, +∞ for NaN, which every comparison and every maximum would lose.</summary>
    internal static double Of(double error) => double.IsNaN(error) ? double.PositiveInfinity : error;
}
