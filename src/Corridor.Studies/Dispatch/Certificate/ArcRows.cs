using Corridor.Model;
using Corridor.Model.Contracts;
using Corridor.Model.Network;
using Corridor.Model.Units;

namespace Corridor.Studies.Dispatch.Certificate;

/// <summary>The rows of other tables that limit or charge an arc: interconnections and transit fees.</summary>
internal sealed class ArcRows(EnergySystem system)
{
    private readonly ILookup<(string Arc, int Direction), Interconnection> _points = system.Interconnections.ToLookup(i => (i.Arc, (int)i.Direction));
    private readonly ILookup<(string Arc, int Direction), TransitFee> _fees = system.TransitFees.ToLookup(f => (f.Arc, (int)f.Direction));

    /// <summary>Largest flows of both directions; takes the two arrays over.</summary>
    public double[][] Capacities(string arc, double[] forward, double[] backward, double[] available, CarrierBasis? basis, PackageFigures figures) =>
    [
        Lesser(arc, 0, UnitFigures.Scale(PackageFigures.Multiply(forward, available), figures.Scale(arc)), basis, figures),
        Lesser(arc, 1, UnitFigures.Scale(PackageFigures.Multiply(backward, available), figures.Scale(arc)), basis, figures),
    ];

    /// <summary>Charges of both directions, fees included; takes the tariff over.</summary>
    public double[][] Charges(string arc, double[]? tariff, CarrierBasis? basis, Length? length, PackageFigures figures)
    {
        tariff ??= figures.Constant(0);
        double[][] charges = [tariff, [.. tariff]];
        for (int direction = 0; direction < 2; direction++)
        {
            foreach (TransitFee fee in _fees[(arc, direction)])
            {
                double[] charge = figures.Units.Price("transit_fees", fee.Id, "charge", fee.Charge, basis, length)!;
                double[] due = figures.Between(fee.Start, fee.End);
                for (int t = 0; t < charge.Length; t++)
                    charges[direction][t] += due[t] * charge[t];
            }
        }

        return charges;
    }

    private double[] Lesser(string arc, int direction, double[] capacity, CarrierBasis? basis, PackageFigures figures)
    {
        foreach (Interconnection point in _points[(arc, direction)])
        {
            double[]? exit = Side(point.Id, "exit", point.ExitFirm, point.ExitInterruptible, basis, figures);
            double[]? entry = Side(point.Id, "entry", point.EntryFirm, point.EntryInterruptible, basis, figures);
            double[] open = figures.Between(point.Start, point.End);

            // A capacity to be chosen is held back for the whole of a period in which the point is in force at all.
            if (figures.Scales.ContainsKey(arc))
                open = [.. open.Select(o => o > 0 ? 1.0 : 0)];
            for (int t = 0; t < capacity.Length; t++)
            {
                double lesser = Math.Min(exit?[t] ?? double.PositiveInfinity, entry?[t] ?? double.PositiveInfinity);
                if (!(capacity[t] <= lesser))
                    capacity[t] = open[t] >= 1 ? lesser : capacity[t] - (open[t] * (capacity[t] - lesser));
            }
        }

        return capacity;
    }

    private static double[]? Side(string id, string side, Rate? firm, Rate? interruptible, CarrierBasis? basis, PackageFigures figures)
    {
        double[]? sum = figures.Units.Rate("interconnections", id, $"{side}_firm", firm, basis);
        double[]? more = figures.Units.Rate("interconnections", id, $"{side}_interruptible", interruptible, basis);
        if (sum is null || more is null)
            return sum ?? more;
        for (int t = 0; t < sum.Length; t++)
            sum[t] += more[t];
        return sum;
    }
}
