namespace Corridor.Studies.Dispatch.Certificate;

/// <summary>A comparison that does not hold exactly: what was found, what the package asks for, and by how much they differ.</summary>
/// <param name="Element">Stable id.</param>
/// <param name="Place">Period, −1 − calendar year for a whole year, or <see cref="WholeHorizon"/>.</param>
/// <param name="Value">What the result says.</param>
/// <param name="Limit">What the package says.</param>
/// <param name="Violation">How far the one is from the other.</param>
/// <param name="Relative">The violation, divided by 1 + the largest magnitude of the terms.</param>
internal readonly record struct Breach(string Element, int Place, double Value, double Limit, double Violation, double Relative)
{
    public const int WholeHorizon = -1;

    public static int OfYear(int year) => -1 - year;
}
