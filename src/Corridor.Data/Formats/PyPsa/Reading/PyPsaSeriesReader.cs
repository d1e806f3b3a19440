using System.Globalization;
using Corridor.Data.Formats.PyPsa.Attributes;
using Corridor.Data.Formats.Tables;
using Corridor.Data.Packages;
using Corridor.Model.Findings;

namespace Corridor.Data.Formats.PyPsa.Reading;

/// <summary>Reads a file of values over time. Its rows are the snapshots in their order, whether they are numbered or carry time stamps.</summary>
internal static class PyPsaSeriesReader
{
    /// <summary>Reads a file; null where it cannot be read.</summary>
    /// <param name="csv">Opens the file and takes what is wrong.</param>
    /// <param name="path">Path of the file.</param>
    /// <param name="list">Component list.</param>
    /// <param name="name">Name of the attribute.</param>
    /// <param name="snapshots">Snapshots that there are.</param>
    /// <param name="cancellation">Stops the reading.</param>
    internal static PyPsaSeries? Read(PyPsaCsv csv, string path, string list, string name, PyPsaSnapshots snapshots, CancellationToken cancellation)
    {
        string file = Path.GetFileName(path);
        PyPsaAttribute? attribute = PyPsaAttributes.Find(list, name);
        using FileStream? stream = csv.Open(path, file);
        if (stream is null)
            return null;
        CsvReader reader = PyPsaCsv.Reader(stream);
        if (!reader.Read())
            return new PyPsaSeries(list, name, attribute, file, [], []);
        if (!csv.IsSound(reader, file, 0))
            return null;

        // Several investment periods are written as a further column before the stamp.
        int first = reader.Count > 1 && snapshots.Periods.Count > 0 && reader.Text(1) is "timestep" or "snapshot" ? 2 : 1;
        string[] names = [.. Enumerable.Range(first, Math.Max(0, reader.Count - first)).Select(reader.Text)];
        Duplicates(csv, reader, file, names, first);
        if (attribute is not { IsSeries: true, Fate: not PyPsaFate.Result, Kind: PyPsaKind.Number })
            return new PyPsaSeries(list, name, attribute, file, names, []);
        return Values(csv, reader, file, new PyPsaSeries(list, name, attribute, file, names, NewColumns(names.Length, snapshots.Count)), first, snapshots, cancellation);
    }

    private static PyPsaSeries? Values(PyPsaCsv csv, CsvReader reader, string file, PyPsaSeries series, int first, PyPsaSnapshots snapshots, CancellationToken cancellation)
    {
        int t = 0;
        int faults = 0;
        while (reader.Read() && faults < PyPsaCsv.MostFaults)
        {
            cancellation.ThrowIfCancellationRequested();
            if (reader.IsBlank && reader.Count <= 1)
                continue;
            if (t >= snapshots.Count)
            {
                csv.Findings.Add(FormatFindings.Contradiction.At(file, new SourcePlace(file, reader.Line), string.Create(CultureInfo.InvariantCulture, $"The file has more rows than the {snapshots.Count} snapshots.")));
                return null;
            }

            if (!csv.IsSound(reader, file, series.Names.Count + first))
            {
                faults++;
                t++;
                continue;
            }

            if (first == 1 && snapshots.Periods.Count == 0 && !IsStampOf(reader.Text(0), snapshots.Labels[t]))
            {
                csv.Findings.Add(FormatFindings.Contradiction.At(file, new SourcePlace(file, reader.Line, 1), $"The row is of '{Shown.Text(reader.Text(0))}', but the snapshot in its place is '{Shown.Text(snapshots.Labels[t])}'.", "Write the rows in the order of snapshots.csv."));
                return null;
            }

            for (int c = 0; c < series.Names.Count; c++)
            {
                if (!PyPsaCells.TryNumber(reader.Bytes(c + first), out series.Values[c][t]))
                    csv.WrongKind(reader, file, c + first, series.Names[c], "no number");
                else if (csv.IsBeyond(reader, file, c + first, series.Attribute!, series.Names[c], series.Values[c][t]))
                    series.Values[c][t] = double.NaN;
            }

            t++;
        }

        if (t == snapshots.Count || faults >= PyPsaCsv.MostFaults)
            return series;
        csv.Findings.Add(FormatFindings.Contradiction.At(file, new SourcePlace(file), string.Create(CultureInfo.InvariantCulture, $"The file has {t} rows for {snapshots.Count} snapshots.")));
        return null;
    }

    /// <summary>Whether a row's first cell may stand for a snapshot: its number, whatever it is, or its stamp.</summary>
    private static bool IsStampOf(string cell, string label)
    {
        if (cell == label || double.TryParse(cell, NumberStyles.Float, CultureInfo.InvariantCulture, out _))
            return true;
        return !PyPsaTimes.TryParse(cell, out DateTime at) || !PyPsaTimes.TryParse(label, out DateTime snapshot) || at == snapshot;
    }

    private static double[][] NewColumns(int count, int length)
    {
        var columns = new double[count][];
        for (int c = 0; c < count; c++)
        {
            columns[c] = new double[length];
            Array.Fill(columns[c], double.NaN);
        }

        return columns;
    }

    private static void Duplicates(PyPsaCsv csv, CsvReader reader, string file, string[] names, int first)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (int c = 0; c < names.Length; c++)
        {
            if (!seen.Add(names[c]))
                csv.Findings.Add(FormatFindings.DuplicateId.At(file, new SourcePlace(file, reader.Line, reader.PlaceOf(reader.OffsetOf(c + first)).Column), $"The column '{Shown.Text(names[c])}' stands twice in {file}."));
        }
    }
}
