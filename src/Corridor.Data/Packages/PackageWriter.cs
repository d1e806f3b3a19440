using System.Globalization;
using Corridor.Model;
using Corridor.Model.Schema;

namespace Corridor.Data.Packages;

/// <summary>
/// Writes a system as a package: datapackage.json and a CSV for every table with rows, in the standard units, the same bytes for
/// the same system. Reading it back gives an equal system.
/// </summary>
public static class PackageWriter
{
    /// <summary>
    /// Writes a package. The files are made in a folder beside the target, which takes the target's place only when all is written;
    /// files of an earlier package that are none of its tables (README, scenarios) stay.
    /// </summary>
    /// <param name="system">The system.</param>
    /// <param name="folder">Target; made if it does not exist.</param>
    /// <exception cref="ArgumentException">The system holds what no package can: a control character, a list's item with a semicolon, a number that is not finite, figures of a row in units of different kinds.</exception>
    /// <exception cref="IOException">The folder cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder may not be written.</exception>
    public static void Write(EnergySystem system, string folder) => Write(system, folder, new Dictionary<string, byte[]>());

    /// <summary>Writes a package with further files in its folder, all at once.</summary>
    /// <param name="system">The system.</param>
    /// <param name="folder">Target; made if it does not exist.</param>
    /// <param name="others">Further files by name; they replace those of an earlier package.</param>
    /// <exception cref="ArgumentException">The system holds what no package can.</exception>
    /// <exception cref="IOException">The folder cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder may not be written.</exception>
    public static void Write(EnergySystem system, string folder, IReadOnlyDictionary<string, byte[]> others)
    {
        ArgumentNullException.ThrowIfNull(others);
        string target = OutputTarget.Resolve(folder);
        string temporary = Sibling(target, "new");
        Directory.CreateDirectory(temporary);
        try
        {
            WriteFiles(system, name => File.Create(Path.Combine(temporary, name)));
            foreach ((string name, byte[] content) in others)
                File.WriteAllBytes(Path.Combine(temporary, name), content);
            if (Directory.Exists(target))
            {
                KeepOthers(target, temporary, others);
                string old = Sibling(target, "old");
                Directory.Move(target, old);
                Directory.Move(temporary, target);
                Directory.Delete(old, recursive: true);
            }
            else
            {
                Directory.Move(temporary, target);
            }
        }
        finally
        {
            if (Directory.Exists(temporary))
                Directory.Delete(temporary, recursive: true);
        }
    }

    /// <summary>Writes each file into a stream of its own.</summary>
    /// <exception cref="ArgumentException">The system holds what no package can.</exception>
    internal static void WriteFiles(EnergySystem system, Func<string, Stream> open)
    {
        var tables = new List<(TableSchema Table, IReadOnlyList<ColumnSchema> Columns)>();
        foreach (TableSchema table in PackageSchema.Tables)
        {
            IReadOnlyList<Row> rows = table.RowsOf(system);
            if (rows.Count == 0)
                continue;
            var writer = new TableWriter(table, rows);
            using (Stream file = open(table.FileName))
                writer.Save(file);
            tables.Add((table, writer.Columns));
        }

        using Stream descriptor = open(PackageDescriptor.FileName);
        DescriptorWriter.Save(descriptor, system, tables);
    }

    private static void KeepOthers(string from, string to, IReadOnlyDictionary<string, byte[]> others)
    {
        foreach (string file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            string name = Path.GetRelativePath(from, file);
            if (name == PackageDescriptor.FileName || others.ContainsKey(name) || (name.EndsWith(".csv", StringComparison.Ordinal) && PackageSchema.Find(name[..^4]) is not null))
                continue;
            string copy = Path.Combine(to, name);
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }

    private static string Sibling(string target, string kind)
    {
        for (int i = 0; ; i++)
        {
            string path = string.Create(CultureInfo.InvariantCulture, $"{target}.{kind}{i}");
            if (!Path.Exists(path))
                return path;
        }
    }
}
