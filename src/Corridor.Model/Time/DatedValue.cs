using Corridor.Model.Schema;

namespace Corridor.Model.Time;

/// <summary>Values that hold from one date to another in place of the figure in a table.</summary>
[Table("dated_values", "Values that hold from one date to another in place of the figure in a table")]
public sealed record DatedValue : Row
{
    /// <summary>Table of the subject.</summary>
    [Column("table", "table of the subject", Required = true, Key = true)]
    public required string Table { get; init; }

    /// <summary>Id of the row.</summary>
    [Column("subject", "id of the row", Required = true, Key = true)]
    public required string Subject { get; init; }

    /// <summary>Column whose value is replaced.</summary>
    [Column("column", "column whose value is replaced", Required = true, Key = true)]
    public required string Column { get; init; }

    /// <summary>First day.</summary>
    [Column("start", "first day", Required = true, Key = true)]
    public required DateOnly Start { get; init; }

    /// <summary>First day after the last; open where empty.</summary>
    [Column("end", "first day after the last; open where empty")]
    public DateOnly? End { get; init; }

    /// <summary>Value, in the unit of the row.</summary>
    [Column("value", "value, in the unit of the row", Required = true)]
    public required string Value { get; init; }
}
