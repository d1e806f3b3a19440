using Corridor.Model;
using Corridor.Model.Network;
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
        double[] rate = figures.Units.Rate(Table, row.Id, "rate", row.Rate, basis)!;
        double volume = figures.Units.Amount(Table, row.Id, "volume", row.Volume, basis) ?? double.PositiveInfinity;
        if (row.Duration is { } days)
            volume = Math.Min(volume, days * rate.Max());

        // The lead time runs from the first day of each outage at the measure's node, or of the asset that it uses.
        HashSet<string> near = Neighbours(figures.System, row);
        double[] called = [.. figures.System.Outages
            .Where(o => o.PlannedStart is not null && o.PlannedShare is null or > 0 && near.Contains(o.Asset))
            .Select(o => (double)o.PlannedStart!.Value.DayNumber)];
        double lead = row.LeadTime ?? 0;
        PackageFigures.Multiply(rate, figures.ByPeriod(day =>
        {
            if (!PackageFigures.Within(day, row.Start, row.End))
                return 0;
            double idle = 0;
            foreach (double first in called)
                idle = Math.Max(idle, Math.Min(first + lead - day.DayNumber, 1) - Math.Max(first - day.DayNumber, 0));
            return 1 - idle;
        }));
        if (row.Asset is { } asset && Available(asset, figures) is { } share)
            PackageFigures.Multiply(rate, share);
        return new MeasureFigures(row, rate, figures.Units.Price(Table, row.Id, "cost", row.Cost, basis)!, volume);
    }

    /// <summary>Assets whose outage calls the measure: its own, and all that begin, end or stand at its node.</summary>
    private static HashSet<string> Neighbours(EnergySystem system, Measure row)
    {
        var near = new HashSet<string>(StringComparer.Ordinal);
        if (row.Asset is { } own)
            near.Add(own);
        near.UnionWith(system.Pipelines.Where(r => row.Node == r.From || row.Node == r.To).Select(r => r.Id));
        near.UnionWith(system.PowerLines.Where(r => row.Node == r.From || row.Node == r.To).Select(r => r.Id));
        near.UnionWith(system.Transports.Where(r => row.Node == r.From || row.Node == r.To).Select(r => r.Id));
        near.UnionWith(system.Supplies.Where(r => row.Node == r.Node).Select(r => r.Id));
        near.UnionWith(system.Storages.Where(r => row.Node == r.Node).Select(r => r.Id));
        near.UnionWith(system.ConverterFlows.Where(r => row.Node == r.Node).Select(r => r.Converter));
        return near;
    }

    private static double[]? Available(string asset, PackageFigures figures)
    {
        IEnumerable<(string Table, string Id, AssetStatus Status, DateOnly? Start, DateOnly? End)> rows =
        [
            .. figures.System.Pipelines.Select(r => ("pipelines", r.Id, r.Status, r.Start, r.End)),
            .. figures.System.PowerLines.Select(r => ("power_lines", r.Id, r.Status, r.Start, r.End)),
            .. figures.System.Transports.Select(r => ("transports", r.Id, r.Status, r.Start, r.End)),
            .. figures.System.Storages.Select(r => ("storages", r.Id, r.Status, r.Start, r.End)),
            .. figures.System.Converters.Select(r => ("converters", r.Id, r.Status, r.Start, r.End)),
            .. figures.System.Supplies.Select(r => ("supplies", r.Id, r.Status, r.Start, r.End)),
        ];
        foreach ((string table, string id, AssetStatus status, DateOnly? start, DateOnly? end) in rows)
        {
            if (id == asset)
                return figures.Availability(table, id, status, start, end);
        }

        return null;
    }
}
