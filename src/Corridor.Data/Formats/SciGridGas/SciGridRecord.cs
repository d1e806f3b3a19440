using Corridor.Model.Findings;

namespace Corridor.Data.Formats.SciGridGas;

/// <summary>A figure or text of a component as written.</summary>
/// <param name="Name">Key in <c>param</c>, or the column; it ends in the unit, as in <c>max_cap_M_m3_per_d</c>.</param>
/// <param name="Value">What is stated.</param>
/// <param name="Uncertainty">Its uncertainty in the same unit, as the data set states it; null where it states none.</param>
/// <param name="Method">How the data set came to it: <c>raw</c> for a figure of a source, otherwise the rule that made it up; null where it does not say.</param>
public sealed record SciGridAttribute(string Name, PythonLiteral Value, PythonLiteral? Uncertainty, string? Method)
{
    /// <summary>Whether the figure is taken from a source as it stands.</summary>
    public bool IsRaw => Method is "raw";
}

/// <summary>A row of a SciGRID_gas table as written: a node, a pipe, or a component at a node.</summary>
public sealed record SciGridRecord
{
    /// <summary>Id in the file.</summary>
    public required string Id { get; init; }

    /// <summary>Name; null where none is stated.</summary>
    public string? Name { get; init; }

    /// <summary>Ids of the nodes that it belongs to; those of a pipe in the order of its course; the own id of a node.</summary>
    public required IReadOnlyList<string> Nodes { get; init; }

    /// <summary>Latitudes [deg] of its places.</summary>
    public IReadOnlyList<double> Latitudes { get; init; } = [];

    /// <summary>Longitudes [deg] of its places.</summary>
    public IReadOnlyList<double> Longitudes { get; init; } = [];

    /// <summary>Country codes as written, one a node; <c>XX</c> or empty where the sea or nothing is stated.</summary>
    public IReadOnlyList<string> Countries { get; init; } = [];

    /// <summary>Remark; null where there is none.</summary>
    public string? Comment { get; init; }

    /// <summary>Everything else that the row states.</summary>
    public required IReadOnlyList<SciGridAttribute> Attributes { get; init; }

    /// <summary>Where it stands.</summary>
    public required SourcePlace Place { get; init; }

    /// <summary>The attribute of a name; null where the row has none or states nothing.</summary>
    /// <param name="name">Name.</param>
    public SciGridAttribute? Find(string name)
    {
        foreach (SciGridAttribute attribute in Attributes)
        {
            if (attribute.Name == name)
                return attribute.Value.IsAbsent ? null : attribute;
        }

        return null;
    }

    /// <summary>The number of an attribute; null where there is none.</summary>
    /// <param name="name">Name.</param>
    public double? Number(string name) => Find(name) is { Value.Kind: PythonKind.Number or PythonKind.Boolean } attribute ? attribute.Value.Number : null;
}
