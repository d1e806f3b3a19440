using Corridor.Data.Formats.PyPsa.Attributes;
using Corridor.Model.Findings;

namespace Corridor.Data.Formats.PyPsa.Reading;

/// <summary>Reads a folder of the format's CSV files.</summary>
internal static class PyPsaFolderReader
{
    private const int MostFiles = 2000;

    /// <summary>Reads a folder, or the one folder inside it; null where there is none, or a file cannot be read.</summary>
    /// <param name="path">Folder.</param>
    /// <param name="findings">Takes what is wrong.</param>
    /// <param name="cancellation">Stops the reading.</param>
    internal static PyPsaFolder? Read(string path, FindingList findings, CancellationToken cancellation)
    {
        if (Files(path, findings) is not { } files)
            return null;
        var csv = new PyPsaCsv(findings);
        var folder = new PyPsaFolder();
        var byName = files.ToDictionary(f => Path.GetFileName(f), StringComparer.Ordinal);
        folder.Snapshots = PyPsaSnapshotReader.Read(csv, byName.GetValueOrDefault("snapshots.csv"), cancellation);
        foreach (string file in files)
        {
            cancellation.ThrowIfCancellationRequested();
            Take(csv, file, folder, cancellation);
        }

        Describe(folder);
        return folder;
    }

    private static void Take(PyPsaCsv csv, string path, PyPsaFolder folder, CancellationToken cancellation)
    {
        string file = Path.GetFileName(path);
        if (file == "snapshots.csv")
            return;
        if (file == "investment_periods.csv")
        {
            PyPsaSnapshotReader.ReadInvestment(csv, path, folder);
            return;
        }

        if (!file.EndsWith(".csv", StringComparison.Ordinal))
        {
            folder.LeftOut.Add((file, file is "meta.json" or "crs.json" ? "remarks of the author and the reference system of shapes" : "not a file of the format"));
            return;
        }

        string stem = file[..^4];
        int dash = stem.IndexOf('-', StringComparison.Ordinal);
        string list = dash < 0 ? stem : stem[..dash];
        list = list == "network" ? "networks" : list;
        if (!PyPsaAttributes.Lists.Any(l => l.List == list))
        {
            folder.LeftOut.Add((file, "no component list of the format"));
            return;
        }

        if (dash < 0 && PyPsaTableReader.Read(csv, path, list, cancellation) is { } table)
            folder.Tables[list] = table;
        else if (dash >= 0 && PyPsaSeriesReader.Read(csv, path, list, stem[(dash + 1)..], folder.Snapshots, cancellation) is { } series)
            folder.Series.Add(series);
    }

    private static void Describe(PyPsaFolder folder)
    {
        if (folder.Table("networks") is not { Count: > 0 } network)
            return;
        folder.Name = network.Names[0];
        if (network.Column(PyPsaAttributes.CurrencyColumn)?.Texts is { } currencies)
            folder.Currency = currencies[0];
        if (network.Column("srid")?.Numbers is { } references && !double.IsNaN(references[0]))
            folder.SpatialReference = references[0];
    }

    /// <summary>The files of the CSV folder at a path, in the order of their names.</summary>
    private static string[]? Files(string path, FindingList findings)
    {
        string name = Path.GetFileName(Path.TrimEndingDirectorySeparator(path));
        var place = new SourcePlace(name);
        try
        {
            if (File.Exists(path))
            {
                findings.Add(path.EndsWith(".nc", StringComparison.OrdinalIgnoreCase) || path.EndsWith(".h5", StringComparison.OrdinalIgnoreCase)
                    ? FormatFindings.UnknownFormat.At(name, place, "netCDF and HDF5 files are not read.", "Write the network as a CSV folder: n.export_to_csv_folder(\"folder\").")
                    : FormatFindings.UnknownFormat.At(name, place, "A folder of CSV files is expected, not a file.", "Give the folder that holds buses.csv."));
                return null;
            }

            if (!Directory.Exists(path))
            {
                findings.Add(Documents.MissingPath.Of(path, name, "folder"));
                return null;
            }

            string folder = path;
            if (!File.Exists(Path.Combine(folder, "buses.csv")))
            {
                string[] inner = [.. Directory.EnumerateDirectories(folder).Where(d => File.Exists(Path.Combine(d, "buses.csv"))).Take(2)];
                if (inner.Length != 1)
                {
                    bool hasCdf = Directory.EnumerateFiles(folder, "*.nc").Any();
                    findings.Add((inner.Length > 1 ? FormatFindings.SeveralFiles : FormatFindings.MissingFile).At(
                        name,
                        place,
                        inner.Length > 1 ? "Several folders inside have a buses.csv." : "Neither the folder nor one inside it has a buses.csv." + (hasCdf ? " netCDF files are not read." : ""),
                        hasCdf ? "Write the network as a CSV folder: n.export_to_csv_folder(\"folder\")." : "Give the folder that holds buses.csv."));
                    return null;
                }

                folder = inner[0];
            }

            string[] files = [.. Directory.EnumerateFiles(folder).Take(MostFiles + 1).Order(StringComparer.Ordinal)];
            if (files.Length <= MostFiles)
                return files;
            findings.Add(FormatFindings.TooMany.At(name, place, "The folder has more than 2000 files."));
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            findings.Add(FormatFindings.Unreadable.At(name, place, $"The folder cannot be read: {problem.Message}"));
        }

        return null;
    }
}
