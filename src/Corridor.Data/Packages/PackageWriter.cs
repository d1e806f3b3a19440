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
    public static void Write(EnergySystem system, string folder)
    {
        string target = Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder));
        string temporary = Sibling(target, "new");
        Directory.CreateDirectory(temporary);
        try
        {
            WriteFiles(system, temporary);
            if (Directory.Exists(target))
            {
                KeepOthers(target, temporary);
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

    private static void WriteFiles(EnergySystem system, string folder)
    {
        var tables = new List<(TableSchema Table, IReadOnlyList<ColumnSchema> Columns)>();
        foreach (TableSchema table in PackageSchema.Tables)
        {
            IReadOnlyList<Row> rows = table.RowsOf(system);
            if (rows.Count == 0)
                continue;
            var writer = new TableWriter(table, rows);
            writer.Save(Path.Combine(folder, table.FileName));
            tables.Add((table, writer.Columns));
        }

        DescriptorWriter.Save(Path.Combine(folder, PackageDescriptor.FileName), system, tables);
    }

    private static void KeepOthers(string from, string to)
    {
        foreach (string file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            string name = Path.GetRelativePath(from, file);
            if (name == PackageDescriptor.FileName || (name.EndsWith(".csv", StringComparison.Ordinal) && PackageSchema.Find(name[..^4]) is not null))
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
