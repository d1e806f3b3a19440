using static Corridor.Data.Formats.PyPsa.Attributes.PyPsaFate;
using static Corridor.Data.Formats.PyPsa.Attributes.PyPsaKind;

namespace Corridor.Data.Formats.PyPsa.Attributes;

/// <summary>Attributes of <c>line_types</c>.</summary>
internal static partial class PyPsaAttributes
{
    private static readonly PyPsaAttribute[] LineTypes =
    [
        new("line_types", "name", Text, false, "", "", Active, "lines.type"),
        new("line_types", "f_nom", Number, false, "Hz", "50.", Active, "power_lines.charging"),
        new("line_types", "r_per_length", Number, false, "Ohm per km", "0.", Active, "power_lines.resistance"),
        new("line_types", "x_per_length", Number, false, "Ohm per km", "0.", Active, "power_lines.reactance"),
        new("line_types", "c_per_length", Number, false, "nF per km", "0.", Active, "power_lines.charging"),
        new("line_types", "i_nom", Number, false, "kA", "0.", Descriptive, "the line states its rating"),
        new("line_types", "mounting", Text, false, "", "ol", Descriptive, "a remark"),
        new("line_types", "cross_section", Number, false, "mm2", "0.", Descriptive, "a remark"),
        new("line_types", "references", Text, false, "", "", Descriptive, "a remark"),
    ];
}
