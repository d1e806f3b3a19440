namespace Corridor.Model.Schema;

/// <summary>Names the package table that a record is a row of.</summary>
/// <param name="name">Table name, lower snake case; the CSV file has the same name.</param>
/// <param name="meaning">What the table holds, in one line.</param>
[AttributeUsage(AttributeTargets.Class)]
public sealed class TableAttribute(string name, string meaning) : Attribute
{
    /// <summary>Table name, lower snake case.</summary>
    public string Name { get; } = name;

    /// <summary>What the table holds.</summary>
    public string Meaning { get; } = meaning;
}
