namespace Corridor.Model.PowerGrids;

/// <summary>Elements of a power grid that fail together.</summary>
public sealed record GridContingency
{
    /// <summary>Name, for lists.</summary>
    public required string Id { get; init; }

    /// <summary>Indices of the branches that fail.</summary>
    public IReadOnlyList<int> Branches { get; init; } = [];

    /// <summary>Indices of the units that fail.</summary>
    public IReadOnlyList<int> Units { get; init; } = [];

    /// <summary>The outage of each branch in service, alone.</summary>
    /// <param name="grid">The grid.</param>
    public static IReadOnlyList<GridContingency> AllBranches(PowerGrid grid)
    {
        ArgumentNullException.ThrowIfNull(grid);
        var list = new List<GridContingency>(grid.Branches.Count);
        for (int e = 0; e < grid.Branches.Count; e++)
        {
            GridBranch branch = grid.Branches[e];
            if (branch.InService && grid.Buses[branch.From].Control != BusControl.Isolated && grid.Buses[branch.To].Control != BusControl.Isolated)
                list.Add(new GridContingency { Id = branch.Id, Branches = [e] });
        }

        return list;
    }
}
