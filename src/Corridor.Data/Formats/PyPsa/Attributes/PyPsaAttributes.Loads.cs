using static Corridor.Data.Formats.PyPsa.Attributes.PyPsaFate;
using static Corridor.Data.Formats.PyPsa.Attributes.PyPsaKind;

namespace Corridor.Data.Formats.PyPsa.Attributes;

/// <summary>Attributes of <c>loads</c>.</summary>
internal static partial class PyPsaAttributes
{
    private static readonly PyPsaAttribute[] Loads =
    [
        new("loads", "name", Text, false, "", "", Active, "id and name"),
        new("loads", "bus", Text, false, "", "", Active, "demands.node"),
        new("loads", "carrier", Text, false, "", "", Descriptive, "a label"),
        new("loads", "type", Text, false, "", "", Descriptive, "a placeholder without meaning"),
        new("loads", "p_set", Number, true, "MW", "0", Active, "demands.annual_volume and profile"),
        new("loads", "q_set", Number, true, "MVar", "0", Active, "power_nodes.reactive_demand"),
        new("loads", "sign", Number, false, "", "-1", Active, "which side of the balance"),
        new("loads", "p", Number, true, "MW", "0", Result, ""),
        new("loads", "q", Number, true, "MVar", "0", Result, ""),
        new("loads", "active", Flag, false, "", "True", Active, "status"),
    ];
}
