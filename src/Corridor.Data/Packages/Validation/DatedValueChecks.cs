using System.Globalization;
using Corridor.Model.Findings;
using Corridor.Model.Schema;
using Corridor.Model.Time;

namespace Corridor.Data.Packages.Validation;

/// <summary>Dated values: what they replace must exist, they must be such values, and no two may hold on one day.</summary>
internal static class DatedValueChecks
{
    private const string Table = "dated_values";

    internal static void Targets(ValidationContext context)
    {
        IReadOnlyList<DatedValue> values = context.System.DatedValues;
        for (int i = 0; i < values.Count; i++)
        {
            DatedValue value = values[i];
            if (Find(context, i, value) is not { } target)
                continue;
            (TableSchema table, ColumnSchema column, Row row) = target;
            if (!CellText.TryParseFor(column, table, row, value.Value, out object? parsed, out CellProblem? problem))
                context.Report(ValidationFindings.DatedUnusable, Table, i, "value", problem.Message, problem.Hint);
            else if (RangeChecks.Problem(column, column.NumberIn(parsed)) is { } range)
                context.Report(ValidationFindings.DatedUnusable, Table, i, "value", range);
            else if (column.References is { } reference && parsed is string id && !context.MayExist(reference, id))
                context.Report(ValidationFindings.DatedUnusable, Table, i, "value", $"'{id}' is not in {reference}.", Suggestion.Ask(id, context.Candidates(reference)));
        }
    }

    internal static void Overlaps(ValidationContext context)
    {
        IReadOnlyList<DatedValue> values = context.System.DatedValues;
        var groups = Enumerable.Range(0, values.Count).GroupBy(i => (values[i].Table, values[i].Subject, values[i].Column));
        foreach (IGrouping<(string Table, string Subject, string Column), int> group in groups)
        {
            int? holder = null;
            foreach (int i in group.OrderBy(i => values[i].Start).ThenBy(i => i))
            {
                if (holder is { } before && values[before].Start != values[i].Start && (values[before].End is not { } end || values[i].Start < end))
                    ReportOverlap(context, before, i);
                if (holder is not { } last || values[last].End is { } until && (values[i].End is not { } next || next > until))
                    holder = i;
            }
        }
    }

    private static void ReportOverlap(ValidationContext context, int before, int after)
    {
        DatedValue first = context.System.DatedValues[before];
        DatedValue second = context.System.DatedValues[after];
        string until = first.End is { } end ? string.Create(CultureInfo.InvariantCulture, $"until {end:yyyy-MM-dd}") : "without end";
        context.Report(
            ValidationFindings.DatedOverlap,
            Table,
            after,
            "start",
            string.Create(CultureInfo.InvariantCulture, $"From {second.Start:yyyy-MM-dd} another value of {second.Column} holds already, {until} ({context.Where(Table, before)})."),
            string.Create(CultureInfo.InvariantCulture, $"Let the other one end on {second.Start:yyyy-MM-dd}, or correct a date."));
    }

    private static (TableSchema Table, ColumnSchema Column, Row Row)? Find(ValidationContext context, int index, DatedValue value)
    {
        if (PackageSchema.Find(value.Table) is not { IdColumn: not null } table)
        {
            context.Report(ValidationFindings.DatedUnknown, Table, index, "table", $"'{value.Table}' is no table with ids.", Suggestion.Ask(value.Table, PackageSchema.Tables.Select(t => t.Name)));
            return null;
        }

        if (table.Column(value.Column) is not { } column || column.IsKey)
        {
            context.Report(ValidationFindings.DatedUnknown, Table, index, "column", $"'{value.Column}' is no column of {table.Name} that has values by date.", Suggestion.Ask(value.Column, table.Columns.Select(c => c.Name)));
            return null;
        }

        if (context.Ids(table.Name).TryGetValue(value.Subject, out int row))
            return (table, column, table.RowsOf(context.System)[row]);
        if (context.Places.IsComplete(table.Name))
            context.Report(ValidationFindings.DatedUnknown, Table, index, "subject", $"'{value.Subject}' is not in {table.Name}.", Suggestion.Ask(value.Subject, context.Ids(table.Name).Keys));
        return null;
    }
}
