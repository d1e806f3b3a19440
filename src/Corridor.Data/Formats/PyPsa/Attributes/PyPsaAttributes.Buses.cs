using static Corridor.Data.Formats.PyPsa.Attributes.PyPsaFate;
using static Corridor.Data.Formats.PyPsa.Attributes.PyPsaKind;

namespace Corridor.Data.Formats.PyPsa.Attributes;

/// <summary>Attributes of <c>buses</c>.</summary>
internal static partial class PyPsaAttributes
{
    private static readonly PyPsaAttribute[] Buses =
    [
        new("buses", "name", Text, false, "", "", Active, "nodes.id and name"),
        new("buses", "v_nom", Number, false, "kV", "1", Active, "power_nodes.nominal_voltage; voltage of the lines"),
        new("buses", "type", Text, false, "", "", Descriptive, "a placeholder without meaning"),
        new("buses", "x", Number, false, "", "0", Active, "nodes.lon"),
        new("buses", "y", Number, false, "", "0", Active, "nodes.lat"),
        new("buses", "carrier", Text, false, "", "AC", Active, "nodes.carrier"),
        new("buses", "unit", Text, false, "", "None", Descriptive, "a remark; figures are taken as energy"),
        new("buses", "location", Text, false, "", "", Descriptive, "a label for aggregation"),
        new("buses", "v_mag_pu_set", Number, true, "per unit", "1", Active, "power_nodes.voltage"),
        new("buses", "v_mag_pu_min", Number, false, "per unit", "0", Active, "power_nodes.voltage_min"),
        new("buses", "v_mag_pu_max", Number, false, "per unit", "inf", Active, "power_nodes.voltage_max"),
        new("buses", "control", Text, false, "", "PQ", Result, ""),
        new("buses", "generator", Text, false, "", "", Result, ""),
        new("buses", "sub_network", Text, false, "", "", Result, ""),
        new("buses", "p", Number, true, "MW", "0.", Result, ""),
        new("buses", "q", Number, true, "MVar", "0.", Result, ""),
        new("buses", "v_mag_pu", Number, true, "per unit", "1.", Result, ""),
        new("buses", "v_ang", Number, true, "radians", "0.", Result, ""),
        new("buses", "marginal_price", Number, true, "currency/MWh", "0.", Result, ""),
        new("buses", "country", Text, false, "", "", Active, "nodes.zone (a column that many files add)"),
    ];
}
