using Corridor.Model.Findings;
using Corridor.Model.Network;
using Corridor.Model.Schema;

namespace Corridor.Model.Scenarios.Applying;

/// <summary>Warns where a line's capacity is raised above what a border point on it allows: the lesser counts.</summary>
internal static class BorderPoints
{
    internal static void Check(ChangeStage stage, TableSchema table, Row line, ColumnSchema column, FigureOperation operation)
    {
        if (column.NumberIn(column.Get(line)) is not { } before)
            return;
        double after = operation.On(before);
        if (after <= before)
            return;
        ArcDirection direction = column.Name is "reverse_capacity" or "reverse_rating" ? ArcDirection.Reverse : ArcDirection.Forward;
        foreach (Interconnection point in stage.Draft.Rows<Interconnection>("interconnections"))
        {
            if (point.Arc != table.IdOf(line) || point.Direction != direction || !stage.Window.Overlaps(new DateWindow(point.Start, point.End)) || point.RateUnit is not { } unit)
                continue;
            double exit = Sum(point.ExitFirm?.Value, point.ExitInterruptible?.Value), entry = Sum(point.EntryFirm?.Value, point.EntryInterruptible?.Value);
            if (RowUnits.TryConvert(stage.Draft, table, line, column, Math.Min(exit, entry), unit.ToString(), out double limit, out _) && limit < after * (1 - 1e-9))
                stage.Report(ScenarioFindings.OtherLimit, stage.Place, $"The border point {point.Id} allows {CellFormat.Number(Math.Min(exit, entry))} {unit} on {point.Arc}; the lesser of both counts.", $"Change exit_firm and entry_firm of {point.Id}: 'set: {{table: interconnections, id: {point.Id}, column: …}}'.");
        }
    }

    private static double Sum(double? firm, double? interruptible) => firm is null && interruptible is null ? double.MaxValue : (firm ?? 0) + (interruptible ?? 0);
}
