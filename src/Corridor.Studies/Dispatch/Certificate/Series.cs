namespace Corridor.Studies.Dispatch.Certificate;

/// <summary>Small operations on figures by period.</summary>
internal static class Series
{
    /// <summary>Whether any value is above zero, or is not a number.</summary>
    public static bool Ever(double[] values) => Array.Exists(values, v => !(v <= 0));

    /// <summary>Whether every value is zero.</summary>
    public static bool Zero(double[] values) => Array.TrueForAll(values, v => v == 0);
}
