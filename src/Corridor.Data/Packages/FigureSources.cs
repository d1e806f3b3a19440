using Corridor.Model;
using Corridor.Model.Provenance;
using Corridor.Model.Schema;
using Corridor.Model.Time;

namespace Corridor.Data.Packages;

/// <summary>Answers where the figures of a system come from: all claims, the one in use and why.</summary>
public sealed class FigureSources
{
    private readonly EnergySystem _system;
    private readonly Dictionary<string, SourceDocument> _sources = new(StringComparer.Ordinal);
    private readonly ILookup<(string Table, string Subject, string Column), Claim> _claims;
    private readonly ILookup<(string Table, string Subject, string Column), DatedValue> _dated;

    /// <summary>Prepares the answers for a system.</summary>
    /// <param name="system">Any system.</param>
    public FigureSources(EnergySystem system)
    {
        _system = system;
        foreach (SourceDocument source in system.Sources)
            _sources.TryAdd(source.Id, source);
        _claims = system.Claims.ToLookup(c => (c.Table, c.Subject, c.Column));
        _dated = system.DatedValues.ToLookup(v => (v.Table, v.Subject, v.Column));
    }

    /// <summary>The document of an id; null if there is none.</summary>
    /// <param name="id">Id of a source.</param>
    public SourceDocument? Document(string? id) => id is null ? null : _sources.GetValueOrDefault(id);

    /// <summary>Where one figure comes from.</summary>
    /// <param name="table">Table name.</param>
    /// <param name="id">Id of the row.</param>
    /// <param name="column">Column name, or a free topic that only claims speak of.</param>
    /// <returns>Null if the system has neither such a row nor a claim about it.</returns>
    public FigureSource? Find(string table, string id, string column)
    {
        TableSchema? schema = PackageSchema.Find(table);
        Row? row = schema?.IdColumn is null ? null : schema.RowsOf(_system).FirstOrDefault(r => schema.IdOf(r) == id);
        List<Claim> claims = [.. _claims[(table, id, column)].OrderByDescending(c => c.InUse)];
        if (row is null && claims.Count == 0)
            return null;
        Claim? inUse = claims.FirstOrDefault(c => c.InUse);
        ColumnSchema? of = row is null ? null : schema!.Column(column);
        return new FigureSource(
            table,
            id,
            column,
            of is null ? "" : CellFormat.Write(of, of.Get(row!)),
            of is null ? null : of.Unit ?? UnitOf(schema!, of, row!),
            Document(inUse?.Source) ?? Document(row?.Source),
            row?.Basis ?? inUse?.Basis,
            Why(row, inUse),
            inUse,
            claims,
            [.. _dated[(table, id, column)].OrderBy(v => v.Start)]);
    }

    /// <summary>Where all figures of a row come from that are filled in, or that claims speak of.</summary>
    /// <param name="table">Table name.</param>
    /// <param name="id">Id of the row.</param>
    public IReadOnlyList<FigureSource> OfRow(string table, string id)
    {
        if (PackageSchema.Find(table) is not { IdColumn: not null } schema || schema.RowsOf(_system).FirstOrDefault(r => schema.IdOf(r) == id) is not { } row)
            return [];
        IEnumerable<string> columns = schema.Columns
            .Where(c => c.NumberIn(c.Get(row)) is not null)
            .Select(c => c.Name)
            .Concat(_system.Claims.Where(c => c.Table == table && c.Subject == id).Select(c => c.Column))
            .Distinct(StringComparer.Ordinal);
        return [.. columns.Select(c => Find(table, id, c)!)];
    }

    private static string? UnitOf(TableSchema table, ColumnSchema column, Row row) =>
        column.UnitColumn is { } unit && table.Column(unit) is { } unitColumn ? CellFormat.Write(unitColumn, unitColumn.Get(row)) : null;

    private static string Why(Row? row, Claim? inUse)
    {
        if (inUse is not null)
            return inUse.Reason ?? "The claim is marked as in use; no reason is given.";
        return row switch
        {
            { Source: not null } => "The row names this source; no claim about the figure is marked as in use.",
            { Basis: Basis.Assumed, Note: { } note } => $"Assumed: {note}",
            { Basis: Basis.Assumed } => "Assumed; no reasoning is given.",
            _ => "No source is given.",
        };
    }
}
