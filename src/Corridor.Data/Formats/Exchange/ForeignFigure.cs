namespace Corridor.Data.Formats.Exchange;

/// <summary>Bounds on figures of other programs' files.</summary>
internal static class ForeignFigure
{
    /// <summary>No figure of an energy system is larger, in whatever unit; with it, none overflows where units are converted.</summary>
    internal const double Greatest = 1e30;
}
