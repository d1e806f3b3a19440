using System.Globalization;
using Corridor.Model.Network;
using Corridor.Model.Units;

namespace Corridor.Studies.Dispatch.Certificate;

/// <summary>A storage, evaluated from its rows; rates in units of account per day, levels in units of account.</summary>
internal sealed record StorageFigures(
    Storage Row,
    double? First,
    double? Last,
    double[] Volume,
    double[] Injection,
    double[] Withdrawal,
    double[] InjectionCost,
    double[] WithdrawalCost,
    (double Level, double Share)[] InjectionCurve,
    (double Level, double Share)[] WithdrawalCurve)
{
    private const string Table = "storages";

    public static StorageFigures Of(Storage row, IEnumerable<StorageCurvePoint> pointRows, NodeFigures nodes, PackageFigures figures)
    {
        CarrierBasis? basis = nodes.Basis(row.Node);
        double[] available = figures.Availability(Table, row.Id, row.Status, row.Start, row.End);
        double scale = figures.Scale(row.Id);
        StorageCurvePoint[] points = [.. pointRows.OrderBy(p => p.Level)];
        return new StorageFigures(
            row,
            DatedLevel(row.Id, figures, figures.Horizon.From) is not null && DatedLevel(row.Id, figures, figures.Horizon.To) is not null ? DatedLevel(row.Id, figures, figures.Horizon.From) : row.FirstLevel,
            DatedLevel(row.Id, figures, figures.Horizon.From) is not null && DatedLevel(row.Id, figures, figures.Horizon.To) is { } end ? end : row.LastLevel,
            UnitFigures.Scale(
                figures.Number(Table, row.Id, "working_volume", row.WorkingVolume.Value),
                scale * figures.Units.Factor(Table, row.Id, "working_volume", row.WorkingVolume.Unit, basis)),
            UnitFigures.Scale(PackageFigures.Multiply(figures.Units.Rate(Table, row.Id, "max_injection", row.MaxInjection, basis)!, available), scale),
            UnitFigures.Scale(PackageFigures.Multiply(figures.Units.Rate(Table, row.Id, "max_withdrawal", row.MaxWithdrawal, basis)!, available), scale),
            figures.Units.Price(Table, row.Id, "injection_cost", row.InjectionCost, basis) ?? figures.Constant(0),
            figures.Units.Price(Table, row.Id, "withdrawal_cost", row.WithdrawalCost, basis) ?? figures.Constant(0),
            [.. points.Where(p => p.Injection is not null).Select(p => (p.Level, p.Injection!.Value))],
            [.. points.Where(p => p.Withdrawal is not null).Select(p => (p.Level, p.Withdrawal!.Value))]);
    }

    /// <summary>The share of the working volume that the package states for the start of a day; null where it states none.</summary>
    private static double? DatedLevel(string id, PackageFigures figures, DateOnly day) =>
        double.TryParse(figures.TextOn(Table, id, "first_level", day), NumberStyles.Float, CultureInfo.InvariantCulture, out double share) ? share : null;

    /// <summary>
    /// The share of the largest rate at a level: the least of the straight lines through neighbouring points, which for a concave
    /// curve is the curve, carried on at both ends.
    /// </summary>
    public static double ShareAt((double Level, double Share)[] curve, double level)
    {
        if (curve.Length == 0)
            return 1;
        if (curve.Length == 1)
            return curve[0].Share;
        double least = double.PositiveInfinity;
        for (int i = 1; i < curve.Length; i++)
        {
            (double x0, double y0) = curve[i - 1];
            (double x1, double y1) = curve[i];
            least = Math.Min(least, (((x1 - level) * y0) + ((level - x0) * y1)) / (x1 - x0));
        }

        return Math.Min(least, 1);
    }
}
