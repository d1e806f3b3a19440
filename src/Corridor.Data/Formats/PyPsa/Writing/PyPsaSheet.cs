using System.Globalization;
using Corridor.Data.Formats.Exchange;
using Corridor.Data.Packages;

namespace Corridor.Data.Formats.PyPsa.Writing;

/// <summary>A component list in the making, with its values over time.</summary>
/// <param name="list">Component list, such as <c>generators</c>.</param>
internal sealed class PyPsaSheet(string list)
{
    private readonly List<string> _columns = [];
    private readonly HashSet<string> _names = new(StringComparer.Ordinal);
    private readonly List<(string Name, Dictionary<string, string> Cells)> _rows = [];
    private readonly SortedDictionary<string, List<(string Name, double[] Values)>> _series = new(StringComparer.Ordinal);

    /// <summary>Component list.</summary>
    public string List { get; } = list;

    /// <summary>Number of components.</summary>
    public int Count => _rows.Count;

    /// <summary>Adds a component under its name, or under its id where another has the name, or where it is none that a table holds.</summary>
    /// <returns>The name taken.</returns>
    public string Add(string? name, string id)
    {
        string plain = name?.Trim() ?? "";
        bool isHeld = plain.Length is > 0 and < 1000 && !FormulaText.Is(plain) && !plain.Any(char.IsControl);
        string taken = isHeld && !_names.Contains(plain) ? plain : id;
        for (int i = 2; !_names.Add(taken); i++)
            taken = string.Create(CultureInfo.InvariantCulture, $"{id}-{i}");
        _rows.Add((taken, new Dictionary<string, string>(StringComparer.Ordinal)));
        return taken;
    }

    /// <summary>Sets a text of the component added last.</summary>
    public void Set(string attribute, string? value)
    {
        if (string.IsNullOrEmpty(value))
            return;
        if (!_columns.Contains(attribute))
            _columns.Add(attribute);
        _rows[^1].Cells[attribute] = value;
    }

    /// <summary>Sets a number of the component added last.</summary>
    public void Set(string attribute, double? value)
    {
        if (value is { } number)
            Set(attribute, Number(number));
    }

    /// <summary>Sets a switch of the component added last.</summary>
    public void Set(string attribute, bool value) => Set(attribute, value ? "True" : "False");

    /// <summary>Sets values over time of the component added last.</summary>
    public void Series(string attribute, double[] values)
    {
        if (!_series.TryGetValue(attribute, out List<(string Name, double[] Values)>? columns))
            _series.Add(attribute, columns = []);
        columns.Add((_rows[^1].Name, values));
    }

    /// <summary>Writes the files of the list.</summary>
    /// <param name="folder">Where they go.</param>
    /// <param name="snapshots">Number of snapshots.</param>
    public void Save(string folder, int snapshots)
    {
        if (_rows.Count == 0)
            return;
        var csv = new CsvWriter();
        csv.Cell("name");
        foreach (string column in _columns)
            csv.Cell(column);
        csv.EndRow();
        foreach ((string name, Dictionary<string, string> cells) in _rows)
        {
            csv.Cell(name);
            foreach (string column in _columns)
                csv.Cell(cells.GetValueOrDefault(column, ""));
            csv.EndRow();
        }

        Save(csv, Path.Combine(folder, List + ".csv"));
        foreach ((string attribute, List<(string Name, double[] Values)> columns) in _series)
        {
            csv = new CsvWriter();
            csv.Cell("");
            foreach ((string name, _) in columns)
                csv.Cell(name);
            csv.EndRow();
            for (int t = 0; t < snapshots; t++)
            {
                csv.Cell(t.ToString(CultureInfo.InvariantCulture));
                foreach ((_, double[] values) in columns)
                    csv.Cell(Number(values[t]));
                csv.EndRow();
            }

            Save(csv, Path.Combine(folder, $"{List}-{attribute}.csv"));
        }
    }

    /// <summary>A number as the format writes it.</summary>
    public static string Number(double value) => double.IsPositiveInfinity(value) ? "inf" : double.IsNegativeInfinity(value) ? "-inf" : value.ToString("R", CultureInfo.InvariantCulture);

    /// <summary>Writes a file.</summary>
    public static void Save(CsvWriter csv, string path)
    {
        using var stream = new FileStream(path, FileMode.CreateNew, FileAccess.Write);
        csv.Save(stream);
    }
}
