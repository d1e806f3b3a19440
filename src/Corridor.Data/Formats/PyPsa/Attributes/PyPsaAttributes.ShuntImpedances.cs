using static Corridor.Data.Formats.PyPsa.Attributes.PyPsaFate;
using static Corridor.Data.Formats.PyPsa.Attributes.PyPsaKind;

namespace Corridor.Data.Formats.PyPsa.Attributes;

/// <summary>Attributes of <c>shunt_impedances</c>.</summary>
internal static partial class PyPsaAttributes
{
    private static readonly PyPsaAttribute[] ShuntImpedances =
    [
        new("shunt_impedances", "name", Text, false, "", "", Descriptive, "shunts of a bus are added up"),
        new("shunt_impedances", "bus", Text, false, "", "", Active, "power_nodes.node"),
        new("shunt_impedances", "g", Number, false, "Siemens", "0.", Active, "power_nodes.shunt_conductance"),
        new("shunt_impedances", "b", Number, false, "Siemens", "0.", Active, "power_nodes.shunt_susceptance"),
        new("shunt_impedances", "sign", Number, false, "", "-1.", Active, "which side of the balance"),
        new("shunt_impedances", "p", Number, true, "MW", "0.", Result, ""),
        new("shunt_impedances", "q", Number, true, "MVar", "0.", Result, ""),
        new("shunt_impedances", "g_pu", Number, false, "per unit", "0.", Result, ""),
        new("shunt_impedances", "b_pu", Number, false, "per unit", "0.", Result, ""),
        new("shunt_impedances", "active", Flag, false, "", "True", Active, "power_nodes.shunt_conductance and shunt_susceptance"),
    ];
}
