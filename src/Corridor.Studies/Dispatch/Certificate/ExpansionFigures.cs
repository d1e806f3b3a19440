using Corridor.Model;
using Corridor.Model.Network;
using Corridor.Model.Units;

namespace Corridor.Studies.Dispatch.Certificate;

/// <summary>A capacity to be chosen, evaluated from its row, and what was chosen; units of account (of activity) per day.</summary>
/// <param name="Row">Row.</param>
/// <param name="Stated">The asset's own capacity, as printed: for it its other limits stand.</param>
/// <param name="Installed">What is paid for already.</param>
/// <param name="Least">Least capacity.</param>
/// <param name="Most">Greatest capacity; +∞ for none.</param>
/// <param name="Cost">Cost of a unit over the horizon.</param>
/// <param name="Chosen">What the result says.</param>
internal sealed record ExpansionFigures(Expansion Row, double Stated, double Installed, double Least, double Most, double Cost, double Chosen)
{
    // Where nothing is chosen, limits are next to nothing instead of nothing, so that what they are for a unit can be told.
    private const double Nothing = 1e-300;

    /// <summary>By how much the limits of the asset are multiplied.</summary>
    public double Scale => Math.Max(Chosen / Stated, Nothing);

    /// <summary>Evaluates a row; null where the asset is none that can be expanded.</summary>
    public static ExpansionFigures? Of(Expansion row, NodeFigures nodes, PackageFigures figures, double chosen)
    {
        EnergySystem s = figures.System;
        string id = row.Asset;
        (CarrierBasis? Basis, double Stated)? asset =
            s.Supplies.FirstOrDefault(r => r.Id == id) is { } supply ? At(nodes.Basis(supply.Node), supply.Capacity)
            : s.Pipelines.FirstOrDefault(r => r.Id == id) is { } pipeline ? At(nodes.Basis(pipeline.From), pipeline.Capacity)
            : s.Transports.FirstOrDefault(r => r.Id == id) is { } transport ? At(nodes.Basis(transport.From), transport.Capacity)
            : s.Storages.FirstOrDefault(r => r.Id == id) is { } storage ? At(nodes.Basis(storage.Node), storage.MaxWithdrawal)
            : s.Converters.FirstOrDefault(r => r.Id == id) is { } converter ? At(ConverterFigures.ActivityBasis(converter), converter.Capacity)
            : s.PowerLines.FirstOrDefault(r => r.Id == id) is { } line ? At(nodes.Basis(line.From), new Rate(line.Rating.InMegawatts(), RateUnit.Parse("MW")))
            : null;
        if (asset is not { } found || !(found.Stated > 0))
        {
            figures.Report($"The capacity of {id} cannot be chosen: it states none.");
            return null;
        }

        double Rate(Rate? rate, double missing) => rate is { } given ? Convert(found.Basis, given) : missing;
        double perUnit = row.RateUnit is { } unit ? Convert(found.Basis, new Rate(1, unit)) : 1;
        return new ExpansionFigures(
            row, found.Stated, Rate(row.Installed, found.Stated), Rate(row.CapacityMin, 0), Rate(row.CapacityMax, double.PositiveInfinity), (row.Cost ?? 0) / perUnit, chosen);
    }

    private static (CarrierBasis?, double)? At(CarrierBasis? basis, Rate rate) => (basis, Convert(basis, rate));

    private static double Convert(CarrierBasis? basis, Rate rate) =>
        basis is not null && basis.TryToAccount(rate, out double value, out _) ? value : double.NaN;
}
