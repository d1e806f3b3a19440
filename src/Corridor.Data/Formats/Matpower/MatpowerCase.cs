using Corridor.Model.Findings;
using Corridor.Model.PowerGrids;

namespace Corridor.Data.Formats.Matpower;

/// <summary>A MATPOWER case as written: its tables after all statements of the file, nothing interpreted (MATPOWER manual, appendix B).</summary>
public sealed record MatpowerCase
{
    /// <summary>Name of the case: that of its function, or of the file.</summary>
    public required string Name { get; init; }

    /// <summary>How findings name the file.</summary>
    public required string File { get; init; }

    /// <summary>Version of the case format, 1 or 2.</summary>
    public required int Version { get; init; }

    /// <summary>Base of the per unit system [MVA]; positive.</summary>
    public required double BaseMva { get; init; }

    /// <summary>Table <c>bus</c>: at least 13 columns.</summary>
    public required MatpowerTable Bus { get; init; }

    /// <summary>Table <c>gen</c>: at least 10 columns where it has rows.</summary>
    public required MatpowerTable Gen { get; init; }

    /// <summary>Table <c>branch</c>: at least 11 columns where it has rows.</summary>
    public required MatpowerTable Branch { get; init; }

    /// <summary>Table <c>gencost</c>; null for none.</summary>
    public MatpowerTable? GenCost { get; init; }

    /// <summary>Table <c>dcline</c>; null for none.</summary>
    public MatpowerTable? DcLine { get; init; }

    /// <summary>Table <c>dclinecost</c>; null for none.</summary>
    public MatpowerTable? DcLineCost { get; init; }

    /// <summary>Names of the buses, in the order of the table; empty for none.</summary>
    public IReadOnlyList<string> BusNames { get; init; } = [];

    /// <summary>Kinds of the units (<c>gentype</c>), in the order of the table; empty for none.</summary>
    public IReadOnlyList<string> GenTypes { get; init; } = [];

    /// <summary>Fuels of the units (<c>genfuel</c>), in the order of the table; empty for none.</summary>
    public IReadOnlyList<string> GenFuels { get; init; } = [];

    /// <summary>Texts of each cell array that stand otherwise than in the file, since a cell of a package cannot hold them.</summary>
    internal IReadOnlyDictionary<string, int> ChangedTexts { get; init; } = new Dictionary<string, int>(StringComparer.Ordinal);

    /// <summary>Licence that the comments of the file name, as an SPDX identifier; null where they name none that is known.</summary>
    public string? Licence { get; init; }

    /// <summary>Other members of the structure, with the place of their statement; they have no effect.</summary>
    public IReadOnlyList<(string Name, SourcePlace Place)> Others { get; init; } = [];

    /// <summary>The power grid of the case.</summary>
    /// <param name="findings">Takes what is wrong with its figures.</param>
    /// <returns>The grid; null where a finding of severity error stands in its way.</returns>
    public PowerGrid? ToGrid(FindingList findings)
    {
        ArgumentNullException.ThrowIfNull(findings);
        return MatpowerGrid.Make(this, findings);
    }
}
