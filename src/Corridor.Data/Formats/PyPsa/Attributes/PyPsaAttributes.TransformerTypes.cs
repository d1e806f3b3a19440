using static Corridor.Data.Formats.PyPsa.Attributes.PyPsaFate;
using static Corridor.Data.Formats.PyPsa.Attributes.PyPsaKind;

namespace Corridor.Data.Formats.PyPsa.Attributes;

/// <summary>Attributes of <c>transformer_types</c>.</summary>
internal static partial class PyPsaAttributes
{
    private static readonly PyPsaAttribute[] TransformerTypes =
    [
        new("transformer_types", "name", Text, false, "", "", Active, "transformers.type"),
        new("transformer_types", "f_nom", Number, false, "Hz", "50.", Descriptive, "a remark"),
        new("transformer_types", "s_nom", Number, false, "MVA", "0.", Active, "power_lines.rating and reactance"),
        new("transformer_types", "v_nom_0", Number, false, "kV", "0.", Descriptive, "the bus states its voltage"),
        new("transformer_types", "v_nom_1", Number, false, "kV", "0.", Descriptive, "the bus states its voltage"),
        new("transformer_types", "vsc", Number, false, "Percent", "0.", Active, "power_lines.reactance"),
        new("transformer_types", "vscr", Number, false, "Percent", "0.", Active, "power_lines.reactance and resistance"),
        new("transformer_types", "pfe", Number, false, "kW", "0.", Active, "power_lines.charging"),
        new("transformer_types", "i0", Number, false, "Percent", "0.", Active, "power_lines.charging"),
        new("transformer_types", "phase_shift", Number, false, "Degrees", "0.", Active, "power_lines.phase_shift"),
        new("transformer_types", "tap_side", Number, false, "", "0", Descriptive, "read by AC power flows of the other program only"),
        new("transformer_types", "tap_neutral", Number, false, "", "0", Active, "power_lines.tap_ratio"),
        new("transformer_types", "tap_min", Number, false, "", "0", Descriptive, "a remark"),
        new("transformer_types", "tap_max", Number, false, "", "0", Descriptive, "a remark"),
        new("transformer_types", "tap_step", Number, false, "Percent", "0.", Active, "power_lines.tap_ratio"),
        new("transformer_types", "references", Text, false, "", "", Descriptive, "a remark"),
    ];
}
