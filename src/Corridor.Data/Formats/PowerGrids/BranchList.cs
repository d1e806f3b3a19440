using System.Text;
using Corridor.Model.Findings;
using Corridor.Model.PowerGrids;

namespace Corridor.Data.Formats.PowerGrids;

/// <summary>Reads a list of branches: one name a line in UTF-8, blank lines and what follows a # left out.</summary>
public static class BranchList
{
    private const long LargestFile = 16L << 20;

    /// <summary>Reads a file.</summary>
    /// <param name="path">Path of the list.</param>
    /// <param name="grid">The grid whose branches are named.</param>
    /// <param name="findings">Receives what is wrong (G…).</param>
    /// <returns>Indexes of the branches, in the order of the list; null where there is a finding of severity error.</returns>
    public static IReadOnlyList<int>? Read(string path, PowerGrid grid, FindingList findings)
    {
        ArgumentNullException.ThrowIfNull(path);
        ArgumentNullException.ThrowIfNull(grid);
        ArgumentNullException.ThrowIfNull(findings);
        var file = new FileInfo(path);
        if (!file.Exists || file.Length > LargestFile)
        {
            findings.Add(file.Exists
                ? FormatFindings.TooLarge.At("list of branches", new SourcePlace(path), "The list is larger than 16 MiB.")
                : FormatFindings.NotFound.At("list of branches", new SourcePlace(path), "There is no such file."));
            return null;
        }

        var index = new Dictionary<string, int>(StringComparer.Ordinal);
        for (int l = 0; l < grid.Branches.Count; l++)
            index.TryAdd(grid.Branches[l].Id, l);
        var branches = new List<int>();
        int errors = findings.Errors;
        int number = 0;
        foreach (string line in File.ReadLines(path, Encoding.UTF8))
        {
            number++;
            string name = line.Split('#')[0].Trim();
            if (name.Length == 0)
                continue;
            if (index.TryGetValue(name, out int branch))
                branches.Add(branch);
            else
                findings.Add(FormatFindings.UnknownId.At("list of branches", new SourcePlace(path, number, 1), $"There is no branch {Shortened(name)}.", findings.Count(FormatFindings.UnknownId.Code) < 20 ? Suggestion.Ask(name, index.Keys) : null));
        }

        if (branches.Count == 0 && findings.Errors == errors)
            findings.Add(FormatFindings.Missing.At("list of branches", new SourcePlace(path), "The list names no branch; one a line is expected."));
        return findings.Errors > errors ? null : branches;
    }

    private static string Shortened(string name) => name.Length <= 60 ? name : name[..60] + "…";
}
