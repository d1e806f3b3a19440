using Corridor.Model.Rules;
using Corridor.Model.Units;

namespace Corridor.Studies.Dispatch.Certificate;

/// <summary>An emergency measure, evaluated from its row; rates in units of account per day.</summary>
internal sealed record MeasureFigures(Measure Row, double[] Rate, double[] Cost, double Volume)
{
    private const string Table = "measures";

    public static MeasureFigures Of(Measure row, NodeFigures nodes, PackageFigures figures)
    {
        CarrierBasis? basis = nodes.Basis(row.Node);
        double[] rate = PackageFigures.Multiply(figures.Units.Rate(Table, row.Id, "rate", row.Rate, basis)!, figures.Between(row.Start, row.End));
        double first = row.LeadTime ?? 0;
        double last = row.Duration is { } duration ? first + duration : double.PositiveInfinity;
        double begin = 0;
        for (int t = 0; t < rate.Length; t++)
        {
            double end = begin + figures.Days[t];
            double acts = Math.Min(end, last) - Math.Max(begin, first);
            rate[t] *= acts <= 0 ? 0 : acts / figures.Days[t];
            begin = end;
        }

        return new MeasureFigures(
            row,
            rate,
            figures.Units.Price(Table, row.Id, "cost", row.Cost, basis)!,
            figures.Units.Amount(Table, row.Id, "volume", row.Volume, basis) ?? double.PositiveInfinity);
    }
}
