using System.Globalization;
using Corridor.Model.Provenance;
using Corridor.Model.Schema;

namespace Corridor.Data.Packages.Validation;

/// <summary>Every figure has a source or a reasoning.</summary>
internal static class ProvenanceChecks
{
    private static readonly HashSet<string> WithoutFigures = new(["sources", "claims", "labels", "events"], StringComparer.Ordinal);

    internal static void Assumptions(ValidationContext context)
    {
        foreach (TableSchema table in PackageSchema.Tables)
        {
            IReadOnlyList<Row> rows = table.RowsOf(context.System);
            for (int i = 0; i < rows.Count; i++)
            {
                if (rows[i] is { Basis: Basis.Assumed, Note: null })
                    context.Report(ValidationFindings.AssumedWithoutNote, table.Name, i, "basis", "The row is assumed; its note does not say why.");
            }
        }
    }

    /// <summary>One finding a table, with the number of rows: a package without sources is one finding a table, not thousands.</summary>
    internal static void Sources(ValidationContext context)
    {
        ILookup<string, string> claimed = context.System.Claims.Where(c => c.InUse && c.Source is not null).ToLookup(c => c.Table, c => c.Subject);
        foreach (TableSchema table in PackageSchema.Tables)
        {
            if (WithoutFigures.Contains(table.Name))
                continue;
            List<ColumnSchema> figures = [.. table.Columns.Where(IsFigure)];
            IReadOnlyList<Row> rows = table.RowsOf(context.System);
            if (figures.Count == 0 || rows.Count == 0)
                continue;
            HashSet<string> withClaim = claimed[table.Name].ToHashSet(StringComparer.Ordinal);
            int count = 0;
            int first = -1;
            for (int i = 0; i < rows.Count; i++)
            {
                if (HasSource(context, table, rows[i], withClaim) || !figures.Exists(f => f.Get(rows[i]) is not null))
                    continue;
                count++;
                first = first < 0 ? i : first;
            }

            if (count > 0)
                context.Report(ValidationFindings.NoSource, table.Name, first, null, string.Create(CultureInfo.InvariantCulture, $"{count} of the {rows.Count} rows of {table.Name} have figures without a source; this is the first."), "Fill source, or write assumed into basis and the reasoning into note.");
        }
    }

    internal static void DuplicateSources(ValidationContext context)
    {
        var byAddress = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        for (int i = 0; i < context.System.Sources.Count; i++)
        {
            if (context.System.Sources[i].Url is { } url && !byAddress.TryAdd(url.TrimEnd('/'), i))
                context.Report(ValidationFindings.SourceTwice, "sources", i, "url", $"'{context.System.Sources[byAddress[url.TrimEnd('/')]].Id}' has the same address ({context.Where("sources", byAddress[url.TrimEnd('/')])}).");
        }
    }

    private static bool IsFigure(ColumnSchema column) =>
        column.Name is not ("lon" or "lat" or "step" or "sequence")
        && column.Kind is ColumnKind.Number or ColumnKind.Integer or ColumnKind.Amount or ColumnKind.Rate or ColumnKind.UnitPrice or ColumnKind.Length or ColumnKind.Pressure or ColumnKind.Power;

    /// <summary>Parts of a row (steps, points of a series) may have the source of the row that they belong to.</summary>
    private static bool HasSource(ValidationContext context, TableSchema table, Row row, HashSet<string> withClaim)
    {
        if (row.Source is not null || row is { Basis: Basis.Assumed, Note: not null })
            return true;
        if (table.IdColumn is not null)
            return withClaim.Contains(table.IdOf(row)!);
        if (table.Key is not [{ References: { } reference } key, ..] || key.Get(row) is not string id)
            return false;
        foreach (TableSchema owner in PackageSchema.TargetsOf(reference))
        {
            if (context.Find<Row>(owner.Name, id) is { } parent && (parent.Source is not null || parent is { Basis: Basis.Assumed, Note: not null }))
                return true;
        }

        return false;
    }
}
