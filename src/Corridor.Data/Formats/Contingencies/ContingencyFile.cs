using Corridor.Model.Findings;
using Corridor.Model.PowerGrids;

namespace Corridor.Data.Formats.Contingencies;

/// <summary>
/// A list of contingencies: CSV with the columns <c>contingency,kind,element</c> (kind branch or unit; rows of one contingency fail together; the
/// kind may be left out), or JSON: an array of objects with <c>id</c>, <c>branches</c> and <c>units</c>, or of the names of single elements.
/// </summary>
public static class ContingencyFile
{
    /// <summary>Reads a list.</summary>
    /// <param name="path">Path of the file; <c>.json</c> is JSON, anything else CSV.</param>
    /// <param name="grid">The grid whose elements it names.</param>
    /// <param name="findings">Takes what is wrong.</param>
    /// <returns>The contingencies in the order of the file; null where a finding of severity error stands in their way.</returns>
    public static IReadOnlyList<GridContingency>? Read(string path, PowerGrid grid, FindingList findings)
    {
        int before = findings?.Errors ?? 0;
        ContingencyList? list = Collect(path, grid, findings!);
        return list is null || findings!.Errors > before ? null : list.Finish();
    }

    /// <summary>Reads a list whose contingencies are outages of one branch each.</summary>
    /// <param name="path">Path of the file; <c>.json</c> is JSON, anything else CSV.</param>
    /// <param name="grid">The grid whose branches it names.</param>
    /// <param name="findings">Takes what is wrong, other contingencies included.</param>
    /// <returns>Indices of the branches in the order of the file; null where a finding of severity error stands in their way.</returns>
    public static IReadOnlyList<int>? ReadBranches(string path, PowerGrid grid, FindingList findings)
    {
        int before = findings?.Errors ?? 0;
        IReadOnlyList<int>? branches = Collect(path, grid, findings!)?.Branches();
        return findings!.Errors > before ? null : branches;
    }

    private static ContingencyList? Collect(string path, PowerGrid grid, FindingList findings)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        ArgumentNullException.ThrowIfNull(grid);
        ArgumentNullException.ThrowIfNull(findings);
        string name = Path.GetFileName(path);
        if (Documents.InputFile.Bytes(path, name, findings) is not { } bytes)
            return null;
        int before = findings.Errors;
        var list = new ContingencyList(name, grid, findings);
        if (name.EndsWith(".json", StringComparison.OrdinalIgnoreCase))
            ContingencyJson.Read(bytes.Span, name, list, findings);
        else
            ContingencyCsv.Read(bytes, name, list, findings);
        if (list.IsEmpty && findings.Errors == before)
            findings.Add(FormatFindings.Missing.At(name, new SourcePlace(name, 1), "The list names no contingency."));
        return list;
    }
}
