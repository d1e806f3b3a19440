using Corridor.Model;
using Corridor.Model.Findings;
using Corridor.Model.Network;
using Corridor.Model.Schema;
using Corridor.Model.Units;

namespace Corridor.Data.Packages.Validation;

/// <summary>What all checks share: the system, the places of its rows, and the rows by id.</summary>
internal sealed class ValidationContext
{
    private readonly Dictionary<string, Dictionary<string, int>> _rowsById = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (TableSchema Table, int Row)> _assets = new(StringComparer.Ordinal);
    private readonly Dictionary<string, CarrierBasis> _bases = new(StringComparer.Ordinal);
    private readonly FindingList _findings;

    internal ValidationContext(EnergySystem system, PackagePlaces places, FindingList findings)
    {
        (System, Places, _findings) = (system, places, findings);
        foreach (TableSchema table in PackageSchema.Tables)
        {
            if (table.IdColumn is null)
                continue;
            IReadOnlyList<Row> rows = table.RowsOf(system);
            var byId = new Dictionary<string, int>(rows.Count, StringComparer.Ordinal);
            for (int i = 0; i < rows.Count; i++)
                byId.TryAdd(table.IdOf(rows[i])!, i);
            _rowsById.Add(table.Name, byId);
        }

        foreach (string name in PackageSchema.AssetTables)
        {
            foreach ((string id, int row) in _rowsById[name])
                _assets.TryAdd(id, (PackageSchema.Table(name), row));
        }
    }

    internal EnergySystem System { get; }

    internal PackagePlaces Places { get; }

    /// <summary>Ids of a table with the index of the first row of each.</summary>
    internal IReadOnlyDictionary<string, int> Ids(string table) => _rowsById[table];

    /// <summary>Whether some id exists in the table or union of tables, or may exist because not all of its rows were read.</summary>
    internal bool MayExist(string reference, string id)
    {
        foreach (TableSchema target in PackageSchema.TargetsOf(reference))
        {
            if (_rowsById[target.Name].ContainsKey(id) || !Places.IsComplete(target.Name))
                return true;
        }

        return false;
    }

    /// <summary>All ids of the table or union of tables.</summary>
    internal IEnumerable<string> Candidates(string reference) => PackageSchema.TargetsOf(reference).SelectMany(t => _rowsById[t.Name].Keys);

    /// <summary>The row of an id; null if there is none.</summary>
    internal T? Find<T>(string table, string? id)
        where T : Row =>
        id is not null && _rowsById[table].TryGetValue(id, out int row) ? (T)PackageSchema.Table(table).RowsOf(System)[row] : null;

    /// <summary>The asset of an id, with its table and row; null if there is none.</summary>
    internal (TableSchema Table, int Row)? FindAsset(string id) => _assets.TryGetValue(id, out (TableSchema, int) asset) ? asset : null;

    /// <summary>The nodes that an arc joins; null if there is no such arc.</summary>
    internal (string From, string To)? FindArc(string? id) =>
        Find<Pipeline>("pipelines", id) is { } pipeline ? (pipeline.From, pipeline.To)
        : Find<PowerLine>("power_lines", id) is { } line ? (line.From, line.To)
        : Find<Transport>("transports", id) is { } transport ? (transport.From, transport.To)
        : null;

    internal string? CarrierOfNode(string? node) => Find<Node>("nodes", node)?.Carrier;

    /// <summary>What converts a carrier's figures; null if the carrier is unknown or its own figures are wrong.</summary>
    internal CarrierBasis? BasisOf(string? carrier) => carrier is null ? null : _bases.GetValueOrDefault(carrier);

    internal void SetBasis(string carrier, CarrierBasis basis) => _bases.TryAdd(carrier, basis);

    /// <summary>Adds a finding about a row or one of its cells.</summary>
    internal void Report(FindingKind kind, string table, int row, string? column, string message, string? hint = null)
    {
        SourcePlace place = column is null ? Places.Of(table, row) : Places.Of(table, row, column);
        _findings.Add(kind.At(SubjectOf(table, row), place, message, hint));
    }

    /// <summary>Adds a finding about a whole table.</summary>
    internal void Report(FindingKind kind, string table, string message, string? hint = null) => _findings.Add(kind.At(table, Places.Of(table), message, hint));

    /// <summary>Where a row stands, for messages that name two rows.</summary>
    internal string Where(string table, int row)
    {
        SourcePlace place = Places.Of(table, row);
        return place.Line > 0 ? place.ToString() : SubjectOf(table, row);
    }

    /// <summary>Table and key of a row.</summary>
    internal string SubjectOf(string table, int row)
    {
        TableSchema schema = PackageSchema.Table(table);
        Row value = schema.RowsOf(System)[row];
        return $"{table} {string.Join('/', schema.Key.Select(c => CellFormat.Write(c, c.Get(value))))}";
    }
}
