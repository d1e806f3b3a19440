using Corridor.Model.Schema;
using Corridor.Model.Units;

namespace Corridor.Model.Network;

/// <summary>What a converter takes and gives for one unit of activity.</summary>
[Table("converter_flows", "What a converter takes and gives for one unit of activity")]
public sealed record ConverterFlow : Row
{
    /// <summary>Converter.</summary>
    [Column("converter", "converter", Required = true, Key = true, References = "converters")]
    public required string Converter { get; init; }

    /// <summary>Node of the carrier.</summary>
    [Column("node", "node of the carrier", Required = true, Key = true, References = "nodes")]
    public required string Node { get; init; }

    /// <summary>Taken (in) or given (out).</summary>
    [Column("side", "taken (in) or given (out)", Required = true, Key = true)]
    public required FlowSide Side { get; init; }

    /// <summary>Amount for one reference unit of activity.</summary>
    [Column("ratio", "amount for one reference unit of activity", Required = true, Minimum = 0)]
    public required Amount Ratio { get; init; }

    /// <summary>Unit of the ratio; fuels say gross or net.</summary>
    [Column("amount_unit", "unit of the ratio; fuels say gross or net")]
    public AmountUnit? AmountUnit { get; init; }

    /// <summary>Whether an output may be thrown away.</summary>
    [Column("disposable", "whether an output may be thrown away")]
    public bool Disposable { get; init; }
}
