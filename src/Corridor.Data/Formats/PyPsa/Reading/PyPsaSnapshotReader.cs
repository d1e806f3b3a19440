using System.Globalization;
using Corridor.Data.Formats.Exchange;
using Corridor.Data.Packages;
using Corridor.Model.Findings;

namespace Corridor.Data.Formats.PyPsa.Reading;

/// <summary>Reads the snapshots with their weights, and the investment periods.</summary>
internal static class PyPsaSnapshotReader
{
    /// <summary>Reads <c>snapshots.csv</c>; one snapshot called now where the path is null, as the format has it.</summary>
    internal static PyPsaSnapshots Read(PyPsaCsv csv, string? path, CancellationToken cancellation)
    {
        var snapshots = new PyPsaSnapshots();
        if (path is null)
        {
            Add(snapshots, "now", null, 1, 1, 1);
            return snapshots;
        }

        string file = Path.GetFileName(path);
        using FileStream? stream = csv.Open(path, file);
        if (stream is null)
            return snapshots;
        CsvReader reader = PyPsaCsv.Reader(stream);
        if (!reader.Read())
        {
            csv.Findings.Add(FormatFindings.Missing.At(file, new SourcePlace(file, 1, 1), "The file has no header.", "Write one, such as snapshot,objective,stores,generators, or take the file away."));
            return snapshots;
        }

        if (!csv.IsSound(reader, file, 0))
            return snapshots;

        string[] header = [.. Enumerable.Range(0, reader.Count).Select(reader.Text)];
        int label = Math.Max(0, Array.FindLastIndex(header, h => h is "snapshot" or "timestep"));
        int period = Array.IndexOf(header, "period");
        int all = Array.IndexOf(header, "weightings");
        int[] weights = [Array.IndexOf(header, "objective"), Array.IndexOf(header, "stores"), Array.IndexOf(header, "generators")];
        int faults = 0;
        while (reader.Read() && faults < PyPsaCsv.MostFaults)
        {
            cancellation.ThrowIfCancellationRequested();
            if (reader.IsBlank && reader.Count <= 1)
                continue;
            if (!csv.IsSound(reader, file, header.Length))
            {
                faults++;
                continue;
            }

            if (snapshots.Count >= PyPsaCsv.MostRows)
            {
                csv.Findings.Add(FormatFindings.TooMany.At(file, new SourcePlace(file, reader.Line), string.Create(CultureInfo.InvariantCulture, $"The file has more than {PyPsaCsv.MostRows} snapshots.")));
                break;
            }

            double Weight(int cell)
            {
                int at = cell >= 0 ? cell : all;
                if (at < 0)
                    return 1;
                if (!PyPsaCells.TryNumber(reader.Bytes(at), out double weight))
                    csv.WrongKind(reader, file, at, header[at], "no number");
                else if (!double.IsNaN(weight) && !(weight >= 0 && weight <= ForeignFigure.Greatest))
                    csv.Findings.Add(FormatFindings.OutOfRange.At(file, new SourcePlace(file, reader.Line, reader.PlaceOf(reader.OffsetOf(at)).Column, header[at]), "The weight of a snapshot is finite, not negative, and no more than 1e30."));
                else if (!double.IsNaN(weight))
                    return weight;
                return 1;
            }

            Add(snapshots, reader.Text(label), period < 0 ? null : reader.Text(period), Weight(weights[0]), Weight(weights[1]), Weight(weights[2]));
        }

        if (snapshots.Count == 0)
            csv.Findings.Add(FormatFindings.Empty.At(file, new SourcePlace(file), "The file has no snapshots."));
        return snapshots;
    }

    /// <summary>Reads <c>investment_periods.csv</c>.</summary>
    internal static void ReadInvestment(PyPsaCsv csv, string path, PyPsaFolder folder)
    {
        string file = Path.GetFileName(path);
        using FileStream? stream = csv.Open(path, file);
        if (stream is null)
            return;
        CsvReader reader = PyPsaCsv.Reader(stream);
        if (!reader.Read() || !csv.IsSound(reader, file, 0))
            return;
        string[] header = [.. Enumerable.Range(0, reader.Count).Select(reader.Text)];
        (int objective, int years) = (Array.IndexOf(header, "objective"), Array.IndexOf(header, "years"));
        while (reader.Read() && folder.InvestmentPeriods.Count < 1000)
        {
            if ((reader.IsBlank && reader.Count <= 1) || !csv.IsSound(reader, file, header.Length))
                continue;
            double Number(int at) => at >= 0 && PyPsaCells.TryNumber(reader.Bytes(at), out double value) && !double.IsNaN(value) ? value : 1;
            folder.InvestmentPeriods.Add((reader.Text(0), Number(objective), Number(years)));
        }
    }

    private static void Add(PyPsaSnapshots snapshots, string label, string? period, double objective, double stores, double generators)
    {
        snapshots.Labels.Add(label);
        if (period is not null)
            snapshots.Periods.Add(period);
        snapshots.Objective.Add(objective);
        snapshots.Stores.Add(stores);
        snapshots.Generators.Add(generators);
    }
}
