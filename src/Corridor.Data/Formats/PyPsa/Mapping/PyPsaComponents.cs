using Corridor.Data.Formats.PyPsa.Attributes;
using Corridor.Data.Formats.PyPsa.Reading;
using Corridor.Model.Findings;

namespace Corridor.Data.Formats.PyPsa.Mapping;

/// <summary>The components of a list with their static values, series and defaults.</summary>
internal sealed class PyPsaComponents
{
    private readonly Dictionary<string, PyPsaColumn> _columns;
    private readonly Dictionary<string, double[]?[]> _series = new(StringComparer.Ordinal);

    /// <summary>Joins a list with its series.</summary>
    /// <param name="folder">The files.</param>
    /// <param name="table">The list.</param>
    /// <param name="findings">Takes series of components that do not exist.</param>
    public PyPsaComponents(PyPsaFolder folder, PyPsaTable table, FindingList findings)
    {
        Table = table;
        _columns = table.Columns.DistinctBy(c => c.Header).ToDictionary(c => c.Header, StringComparer.Ordinal);
        Dictionary<string, int>? rows = null;
        foreach (PyPsaSeries series in folder.Series.Where(s => s.List == table.List && s.Values.Count > 0))
        {
            rows ??= Rows(table);
            var byRow = new double[]?[table.Count];
            for (int c = 0; c < series.Names.Count; c++)
            {
                if (rows.TryGetValue(series.Names[c], out int row))
                    byRow[row] = series.Values[c];
                else
                    findings.Add(FormatFindings.Unused.At($"{table.List} {series.Names[c]}", new SourcePlace(series.File, 1, 0, series.Names[c]), $"{table.File} has no '{series.Names[c]}'; its values over time are left out."));
            }

            _series[series.Name] = byRow;
        }
    }

    /// <summary>The list.</summary>
    public PyPsaTable Table { get; }

    /// <summary>Number of components.</summary>
    public int Count => Table.Count;

    /// <summary>A static number; the default where it is not given.</summary>
    public double Number(int row, string attribute)
    {
        double value = Given(row, attribute);
        return double.IsNaN(value) ? PyPsaAttributes.Find(Table.List, attribute)!.DefaultNumber : value;
    }

    /// <summary>A static number; NaN where it is not given.</summary>
    public double Given(int row, string attribute) => _columns.TryGetValue(attribute, out PyPsaColumn? column) && column.Numbers is { } numbers ? numbers[row] : double.NaN;

    /// <summary>A switch.</summary>
    public bool Flag(int row, string attribute) => Number(row, attribute) == 1;

    /// <summary>A text; the default where it is not given.</summary>
    public string Text(int row, string attribute)
    {
        string text = _columns.TryGetValue(attribute, out PyPsaColumn? column) && column.Texts is { } texts ? texts[row] : "";
        return text.Length > 0 ? text : PyPsaAttributes.Find(Table.List, attribute)?.DefaultText ?? "";
    }

    /// <summary>Values over time, which stand in place of the static one; null for none. Cells without a value are NaN.</summary>
    public double[]? Series(int row, string attribute) => _series.TryGetValue(attribute, out double[]?[]? byRow) ? byRow[row] : null;

    /// <summary>The columns for further ports, such as <c>bus2</c>, by port; the first two ports always.</summary>
    public IReadOnlyList<int> Ports()
    {
        var ports = new SortedSet<int> { 0, 1 };
        foreach (string header in _columns.Keys)
        {
            if (PyPsaAttributes.PortOf(header, out string stem) is >= 0 and int port && stem == "bus")
                ports.Add(port);
        }

        return [.. ports];
    }

    private static Dictionary<string, int> Rows(PyPsaTable table)
    {
        var rows = new Dictionary<string, int>(table.Count, StringComparer.Ordinal);
        for (int i = 0; i < table.Count; i++)
            rows.TryAdd(table.Names[i], i);
        return rows;
    }
}
