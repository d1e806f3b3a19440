using static Corridor.Data.Formats.PyPsa.Attributes.PyPsaFate;
using static Corridor.Data.Formats.PyPsa.Attributes.PyPsaKind;

namespace Corridor.Data.Formats.PyPsa.Attributes;

/// <summary>Attributes of <c>transformers</c>.</summary>
internal static partial class PyPsaAttributes
{
    private static readonly PyPsaAttribute[] Transformers =
    [
        new("transformers", "name", Text, false, "", "", Active, "id and name"),
        new("transformers", "bus0", Text, false, "", "", Active, "power_lines.from"),
        new("transformers", "bus1", Text, false, "", "", Active, "power_lines.to"),
        new("transformers", "type", Text, false, "", "", Active, "power_lines.reactance and the others, of the standard type"),
        new("transformers", "model", Text, false, "", "t", Descriptive, "read by AC power flows of the other program only"),
        new("transformers", "x", Number, false, "per unit", "0", Active, "power_lines.reactance"),
        new("transformers", "r", Number, false, "per unit", "0", Active, "power_lines.resistance"),
        new("transformers", "g", Number, false, "per unit", "0", Descriptive, "read by AC power flows of the other program only"),
        new("transformers", "b", Number, false, "per unit", "0", Active, "power_lines.charging"),
        new("transformers", "s_nom", Number, false, "MVA", "0", Active, "power_lines.rating; expansions.installed"),
        new("transformers", "s_nom_mod", Number, false, "MVA", "0", NotCarried, "capacity is chosen without steps"),
        new("transformers", "s_nom_extendable", Flag, false, "", "False", Active, "expansions.asset"),
        new("transformers", "s_nom_min", Number, false, "MVA", "0", Active, "expansions.capacity_min"),
        new("transformers", "s_nom_max", Number, false, "MVA", "inf", Active, "expansions.capacity_max"),
        new("transformers", "s_nom_set", Number, false, "MVA", "", Active, "expansions.capacity_min and capacity_max"),
        new("transformers", "s_max_pu", Number, true, "per unit", "1", Active, "power_lines.rating"),
        new("transformers", "capital_cost", Number, false, "currency/MVA", "0", Active, "expansions.cost"),
        new("transformers", "overnight_cost", Number, false, "currency/MVA", "NaN", Active, "expansions.cost, as annuity"),
        new("transformers", "discount_rate", Number, false, "per unit", "NaN", Active, "expansions.cost (with overnight_cost)"),
        new("transformers", "fom_cost", Number, false, "currency/MVA", "0", Active, "expansions.cost"),
        new("transformers", "num_parallel", Number, false, "", "1", Active, "power_lines.reactance and the others (with type)"),
        new("transformers", "tap_ratio", Number, false, "per unit", "1", Active, "power_lines.tap_ratio"),
        new("transformers", "tap_side", Number, false, "", "0", Descriptive, "read by AC power flows of the other program only"),
        new("transformers", "tap_position", Number, false, "", "0", Active, "power_lines.tap_ratio (with type)"),
        new("transformers", "phase_shift", Number, true, "Degrees", "0", Active, "power_lines.phase_shift"),
        new("transformers", "phase_shift_min", Number, false, "Degrees", "0", NotCarried, "a shift chosen by the run is not modelled"),
        new("transformers", "phase_shift_max", Number, false, "Degrees", "0", NotCarried, "a shift chosen by the run is not modelled"),
        new("transformers", "active", Flag, false, "", "True", Active, "status"),
        new("transformers", "build_year", Number, false, "year", "0", Descriptive, "has an effect with several investment periods only"),
        new("transformers", "lifetime", Number, false, "years", "inf", Active, "expansions.cost (with overnight_cost)"),
        new("transformers", "v_ang_min", Number, false, "Degrees", "-inf", Descriptive, "not used by the other program either"),
        new("transformers", "v_ang_max", Number, false, "Degrees", "inf", Descriptive, "not used by the other program either"),
        new("transformers", "sub_network", Text, false, "", "", Result, ""),
        new("transformers", "p0", Number, true, "MW", "0", Result, ""),
        new("transformers", "q0", Number, true, "MVar", "0", Result, ""),
        new("transformers", "p1", Number, true, "MW", "0", Result, ""),
        new("transformers", "q1", Number, true, "MVar", "0", Result, ""),
        new("transformers", "x_pu", Number, false, "per unit", "0", Result, ""),
        new("transformers", "r_pu", Number, false, "per unit", "0", Result, ""),
        new("transformers", "g_pu", Number, false, "per unit", "0", Result, ""),
        new("transformers", "b_pu", Number, false, "per unit", "0", Result, ""),
        new("transformers", "x_pu_eff", Number, false, "per unit", "0", Result, ""),
        new("transformers", "r_pu_eff", Number, false, "per unit", "0", Result, ""),
        new("transformers", "s_nom_opt", Number, false, "MVA", "0", Result, ""),
        new("transformers", "mu_lower", Number, true, "currency/MVA", "0", Result, ""),
        new("transformers", "mu_upper", Number, true, "currency/MVA", "0", Result, ""),
        new("transformers", "phase_shift_opt", Number, true, "Degrees", "0", Result, ""),
    ];
}
