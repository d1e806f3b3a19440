using System.Globalization;
using Corridor.Data.Packages;
using Corridor.Model;
using Corridor.Model.Provenance;
using Corridor.Model.Schema;

namespace Corridor.Reporting.Html;

/// <summary>
/// The sources that a page has named so far: documents by number in the order of their first mention, and the rows of the package that
/// figures stand in. A mark beside a figure leads to its row, which tells source, basis and contradicting claims. Used by all pages.
/// </summary>
public sealed class SourceRegister
{
    private readonly EnergySystem _system;
    private readonly Dictionary<string, int> _documents = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Table, string Id), Row?> _rows = [];
    private readonly List<(string Table, string Id, Row Row)> _named = [];
    private readonly Dictionary<string, (string What, string Table, IReadOnlyList<string> Ids)> _groups = new(StringComparer.Ordinal);
    private readonly List<string> _groupOrder = [];
    private readonly Dictionary<string, Dictionary<string, Row>> _tables = new(StringComparer.Ordinal);

    /// <summary>Begins a register.</summary>
    /// <param name="system">The package.</param>
    public SourceRegister(EnergySystem system)
    {
        _system = system;
        Figures = new FigureSources(system);
    }

    /// <summary>Answers where figures come from.</summary>
    public FigureSources Figures { get; }

    /// <summary>The rows that were named, in the order of their first mention.</summary>
    public IReadOnlyList<(string Table, string Id, Row Row)> Rows => _named;

    /// <summary>The documents that were named, by their number, from 1.</summary>
    public IReadOnlyList<string> Documents => [.. _documents.OrderBy(d => d.Value).Select(d => d.Key)];

    /// <summary>A mark that leads to where the figures of a row come from; nothing where the package has no such row.</summary>
    /// <param name="html">Where to.</param>
    /// <param name="table">Table of the row.</param>
    /// <param name="id">Id of the row.</param>
    /// <param name="what">What the figure is, for those who hear the page.</param>
    public void Mark(HtmlWriter html, string table, string id, string what)
    {
        ArgumentNullException.ThrowIfNull(html);
        if (Find(table, id) is not { } row)
            return;
        string number = row.Source is null ? "?" : Number(row.Source).ToString(CultureInfo.InvariantCulture);
        string basis = row.Basis is { } known ? ", " + SnakeCase.From(known.ToString()) : "";
        html.Leaf(
            "a", number, ("class", row.Basis is Basis.Assumed ? "src assumed" : "src"), ("href", "#" + Anchor(table, id)), ("aria-label", $"{number}, source of {what}{basis}"));
    }

    /// <summary>A mark that leads to where a sum over rows comes from; nothing where there is no row.</summary>
    /// <param name="html">Where to.</param>
    /// <param name="anchor">Id of the sum, unique on the page.</param>
    /// <param name="what">What the figure is.</param>
    /// <param name="table">Table of the rows.</param>
    /// <param name="ids">Finds the ids of the rows, once.</param>
    public void MarkGroup(HtmlWriter html, string anchor, string what, string table, Func<IReadOnlyList<string>> ids)
    {
        ArgumentNullException.ThrowIfNull(html);
        ArgumentNullException.ThrowIfNull(ids);
        if (!_groups.TryGetValue(anchor, out (string What, string Table, IReadOnlyList<string> Ids) group))
        {
            group = (what, table, ids());
            _groups.Add(anchor, group);
            if (group.Ids.Count > 0)
                _groupOrder.Add(anchor);
        }

        if (group.Ids.Count == 0)
            return;
        int[] numbers = [.. group.Ids.Select(id => RowOf(table, id)?.Source).OfType<string>().Distinct().Select(Number).Order()];
        string number = numbers.Length == 0 ? "?" : numbers[0].ToString(CultureInfo.InvariantCulture) + (numbers.Length > 1 ? "…" : "");
        html.Leaf("a", number, ("class", "src"), ("href", "#" + anchor), ("aria-label", $"{number}, sources of {what}"));
    }

    /// <summary>The sums over rows that were named, in the order of their first mention.</summary>
    public IEnumerable<(string Anchor, string What, string Table, IReadOnlyList<(string Id, Row Row)> Rows)> Groups =>
        _groupOrder.Select(a => (a, _groups[a].What, _groups[a].Table, (IReadOnlyList<(string, Row)>)[.. _groups[a].Ids.Select(id => (id, RowOf(_groups[a].Table, id)!))]));

    /// <summary>The number of a document; a new one where it was not named yet.</summary>
    /// <param name="source">Id of the document.</param>
    public int Number(string source)
    {
        if (!_documents.TryGetValue(source, out int number))
            _documents.Add(source, number = _documents.Count + 1);
        return number;
    }

    /// <summary>The id of the element that tells about a row.</summary>
    /// <param name="table">Table of the row.</param>
    /// <param name="id">Id of the row.</param>
    public static string Anchor(string table, string id) => HtmlWriter.Id("s", table, id);

    /// <summary>The table of the package that has an asset: pipelines, power_lines, transports, supplies …; null where none has.</summary>
    /// <param name="id">Id of an asset.</param>
    public string? TableOf(string id) => AssetTables.FirstOrDefault(t => RowOf(t, id) is not null);

    private static readonly string[] AssetTables =
        ["pipelines", "power_lines", "transports", "supplies", "converters", "storages", "demands", "contracts", "rules", "payment_channels", "measures", "nodes"];

    private Row? Find(string table, string id)
    {
        if (_rows.TryGetValue((table, id), out Row? row))
            return row;
        row = RowOf(table, id);
        _rows.Add((table, id), row);
        if (row is not null)
            _named.Add((table, id, row));
        return row;
    }

    private Row? RowOf(string table, string id)
    {
        if (!_tables.TryGetValue(table, out Dictionary<string, Row>? rows))
        {
            rows = new Dictionary<string, Row>(StringComparer.Ordinal);
            if (PackageSchema.Find(table) is { IdColumn: not null } schema)
            {
                foreach (Row one in schema.RowsOf(_system))
                    rows.TryAdd(schema.IdOf(one) ?? "", one);
            }

            _tables.Add(table, rows);
        }

        return rows.GetValueOrDefault(id);
    }
}
