using static Corridor.Data.Formats.PyPsa.Attributes.PyPsaFate;
using static Corridor.Data.Formats.PyPsa.Attributes.PyPsaKind;

namespace Corridor.Data.Formats.PyPsa.Attributes;

/// <summary>Attributes of <c>lines</c>.</summary>
internal static partial class PyPsaAttributes
{
    private static readonly PyPsaAttribute[] Lines =
    [
        new("lines", "name", Text, false, "", "", Active, "id and name"),
        new("lines", "bus0", Text, false, "", "", Active, "power_lines.from"),
        new("lines", "bus1", Text, false, "", "", Active, "power_lines.to"),
        new("lines", "type", Text, false, "", "", Active, "power_lines.reactance, resistance and charging, of the standard type"),
        new("lines", "x", Number, false, "Ohm", "0", Active, "power_lines.reactance"),
        new("lines", "r", Number, false, "Ohm", "0", Active, "power_lines.resistance"),
        new("lines", "g", Number, false, "Siemens", "0", Descriptive, "read by AC power flows of the other program only"),
        new("lines", "b", Number, false, "Siemens", "0", Active, "power_lines.charging"),
        new("lines", "s_nom", Number, false, "MVA", "0", Active, "power_lines.rating; expansions.installed"),
        new("lines", "s_nom_mod", Number, false, "MVA", "0", NotCarried, "capacity is chosen without steps"),
        new("lines", "s_nom_extendable", Flag, false, "", "False", Active, "expansions.asset"),
        new("lines", "s_nom_min", Number, false, "MVA", "0", Active, "expansions.capacity_min"),
        new("lines", "s_nom_max", Number, false, "MVA", "inf", Active, "expansions.capacity_max"),
        new("lines", "s_nom_set", Number, false, "MVA", "", Active, "expansions.capacity_min and capacity_max"),
        new("lines", "s_max_pu", Number, true, "per unit", "1", Active, "power_lines.rating"),
        new("lines", "capital_cost", Number, false, "currency/MVA", "0", Active, "expansions.cost"),
        new("lines", "overnight_cost", Number, false, "currency/MVA", "NaN", Active, "expansions.cost, as annuity"),
        new("lines", "discount_rate", Number, false, "per unit", "NaN", Active, "expansions.cost (with overnight_cost)"),
        new("lines", "fom_cost", Number, false, "currency/MVA", "0", Active, "expansions.cost"),
        new("lines", "active", Flag, false, "", "True", Active, "status"),
        new("lines", "build_year", Number, false, "year", "0", Descriptive, "has an effect with several investment periods only"),
        new("lines", "lifetime", Number, false, "years", "inf", Active, "expansions.cost (with overnight_cost)"),
        new("lines", "length", Number, false, "km", "0", Active, "power_lines.length"),
        new("lines", "carrier", Text, false, "", "", Descriptive, "the buses say which current it is"),
        new("lines", "terrain_factor", Number, false, "per unit", "1", Descriptive, "the cost states it already"),
        new("lines", "num_parallel", Number, false, "", "1", Active, "power_lines.reactance, resistance and charging (with type)"),
        new("lines", "v_ang_min", Number, false, "degrees", "-inf", Descriptive, "not used by the other program either"),
        new("lines", "v_ang_max", Number, false, "degrees", "inf", Descriptive, "not used by the other program either"),
        new("lines", "sub_network", Text, false, "", "", Result, ""),
        new("lines", "p0", Number, true, "MW", "0", Result, ""),
        new("lines", "q0", Number, true, "MVar", "0", Result, ""),
        new("lines", "p1", Number, true, "MW", "0", Result, ""),
        new("lines", "q1", Number, true, "MVar", "0", Result, ""),
        new("lines", "x_pu", Number, false, "per unit", "0", Result, ""),
        new("lines", "r_pu", Number, false, "per unit", "0", Result, ""),
        new("lines", "g_pu", Number, false, "per unit", "0", Result, ""),
        new("lines", "b_pu", Number, false, "per unit", "0", Result, ""),
        new("lines", "x_pu_eff", Number, false, "per unit", "0", Result, ""),
        new("lines", "r_pu_eff", Number, false, "per unit", "0", Result, ""),
        new("lines", "s_nom_opt", Number, false, "MVA", "0", Result, ""),
        new("lines", "mu_lower", Number, true, "currency/MVA", "0", Result, ""),
        new("lines", "mu_upper", Number, true, "currency/MVA", "0", Result, ""),
        new("lines", "capital_cost_piecewise_opt", Number, false, "currency/MVA", "0.", Result, ""),
    ];
}
