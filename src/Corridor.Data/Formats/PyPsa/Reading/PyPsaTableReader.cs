using System.Globalization;
using Corridor.Data.Formats.PyPsa.Attributes;
using Corridor.Data.Formats.Tables;
using Corridor.Data.Packages;
using Corridor.Model.Findings;

namespace Corridor.Data.Formats.PyPsa.Reading;

/// <summary>Reads a component list.</summary>
internal static class PyPsaTableReader
{
    /// <summary>Reads a component list; null where the file cannot be read.</summary>
    /// <param name="csv">Opens the file and takes what is wrong.</param>
    /// <param name="path">Path of the file.</param>
    /// <param name="list">Component list.</param>
    /// <param name="cancellation">Stops the reading.</param>
    internal static PyPsaTable? Read(PyPsaCsv csv, string path, string list, CancellationToken cancellation)
    {
        string file = Path.GetFileName(path);
        using FileStream? stream = csv.Open(path, file);
        if (stream is null)
            return null;
        CsvReader reader = PyPsaCsv.Reader(stream);
        if (!reader.Read())
            return new PyPsaTable(list, file, []);
        if (!csv.IsSound(reader, file, 0))
            return null;
        PyPsaColumn[] columns = Columns(csv, reader, file, list);
        var table = new PyPsaTable(list, file, columns);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var texts = new Dictionary<string, string>(StringComparer.Ordinal);
        int faults = 0;
        while (reader.Read() && faults < PyPsaCsv.MostFaults)
        {
            cancellation.ThrowIfCancellationRequested();
            if (reader.IsBlank && reader.Count <= 1)
                continue;
            if (!csv.IsSound(reader, file, columns.Length + 1))
            {
                faults++;
                continue;
            }

            string name = reader.Text(0);
            if (!seen.Add(name))
            {
                csv.Findings.Add(FormatFindings.DuplicateId.At($"{list} {name}", new SourcePlace(file, reader.Line, 1), $"'{name}' stands twice in {file}."));
                continue;
            }

            if (table.Count >= PyPsaCsv.MostRows)
            {
                csv.Findings.Add(FormatFindings.TooMany.At(file, new SourcePlace(file, reader.Line), string.Create(CultureInfo.InvariantCulture, $"The file has more than {PyPsaCsv.MostRows} rows.")));
                return null;
            }

            table.Names.Add(name);
            table.Lines.Add(reader.Line);
            for (int c = 0; c < columns.Length; c++)
                Cell(csv, reader, file, c + 1, columns[c], texts);
        }

        return table;
    }

    private static PyPsaColumn[] Columns(PyPsaCsv csv, CsvReader reader, string file, string list)
    {
        var columns = new PyPsaColumn[Math.Max(0, reader.Count - 1)];
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (int c = 0; c < columns.Length; c++)
        {
            string header = reader.Text(c + 1);
            if (!seen.Add(header))
                csv.Findings.Add(FormatFindings.DuplicateId.At(file, new SourcePlace(file, reader.Line, reader.PlaceOf(reader.OffsetOf(c + 1)).Column), $"The column '{header}' stands twice in {file}."));
            columns[c] = new PyPsaColumn(header, header == "name" ? null : PyPsaAttributes.Find(list, header));
        }

        return columns;
    }

    private static void Cell(PyPsaCsv csv, CsvReader reader, string file, int cell, PyPsaColumn column, Dictionary<string, string> texts)
    {
        ReadOnlySpan<byte> bytes = reader.Bytes(cell);
        bool isEmpty = PyPsaCells.IsEmpty(bytes);
        if (!isEmpty)
        {
            column.Given++;
            column.FirstGiven ??= string.Create(CultureInfo.InvariantCulture, $"{reader.Text(0)} = {Shown.Text(reader.Text(cell))} (line {reader.Line})");
        }

        if (column.Texts is { } given)
        {
            string text = isEmpty ? "" : reader.Text(cell);
            if (!texts.TryGetValue(text, out string? shared))
            {
                texts.Add(text, text);
                shared = text;
            }

            given.Add(shared);
        }
        else if (column.Numbers is { } numbers)
        {
            bool isFlag = column.Attribute!.Kind == PyPsaKind.Flag;
            bool isGood = isFlag ? PyPsaCells.TryFlag(bytes, out double value) : PyPsaCells.TryNumber(bytes, out value);
            if (!isGood)
                csv.WrongKind(reader, file, cell, column.Header, isFlag ? "neither True nor False" : "no number");
            else if (!isFlag && csv.IsBeyond(reader, file, cell, column.Attribute, column.Header, value))
                isGood = false;
            numbers.Add(isGood ? value : double.NaN);
        }
    }
}
