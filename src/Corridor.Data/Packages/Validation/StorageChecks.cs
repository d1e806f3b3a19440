using System.Globalization;
using Corridor.Model.Network;

namespace Corridor.Data.Packages.Validation;

/// <summary>Levels and curves of storages.</summary>
internal static class StorageChecks
{
    private const double Tolerance = 1e-9;

    internal static void Levels(ValidationContext context)
    {
        for (int i = 0; i < context.System.Storages.Count; i++)
        {
            Storage storage = context.System.Storages[i];
            Check(context, i, "first_level", storage.FirstLevel, storage.MinLevel);
            Check(context, i, "last_level", storage.LastLevel, storage.MinLevel);
        }
    }

    internal static void Curves(ValidationContext context)
    {
        IReadOnlyList<StorageCurvePoint> points = context.System.StorageCurves;
        foreach (IGrouping<string, int> curve in Enumerable.Range(0, points.Count).GroupBy(i => points[i].Storage))
        {
            Check(context, [.. curve], "injection", p => p.Injection);
            Check(context, [.. curve], "withdrawal", p => p.Withdrawal);
        }
    }

    private static void Check(ValidationContext context, int row, string column, double? level, double? kept)
    {
        if (level < kept)
            context.Report(ValidationFindings.StorageLevels, "storages", row, column, string.Create(CultureInfo.InvariantCulture, $"{column} is {level}, below min_level, {kept}."));
    }

    private static void Check(ValidationContext context, int[] rows, string column, Func<StorageCurvePoint, double?> rate)
    {
        IReadOnlyList<StorageCurvePoint> points = context.System.StorageCurves;
        int[] given = [.. rows.Where(i => rate(points[i]) is not null).OrderBy(i => points[i].Level)];
        for (int k = 2; k < given.Length; k++)
        {
            (StorageCurvePoint a, StorageCurvePoint b, StorageCurvePoint c) = (points[given[k - 2]], points[given[k - 1]], points[given[k]]);
            double before = (rate(b)!.Value - rate(a)!.Value) * (c.Level - b.Level);
            double after = (rate(c)!.Value - rate(b)!.Value) * (b.Level - a.Level);
            if (after > before + Tolerance)
            {
                context.Report(
                    ValidationFindings.CurveNotConcave,
                    "storage_curves",
                    given[k - 1],
                    column,
                    string.Create(CultureInfo.InvariantCulture, $"At the level {b.Level} the curve bends upward; a curve must be concave to be dispatched."),
                    "Raise this point, or leave it out.");
            }
        }
    }
}
