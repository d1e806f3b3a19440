using static Corridor.Data.Formats.PyPsa.Attributes.PyPsaFate;
using static Corridor.Data.Formats.PyPsa.Attributes.PyPsaKind;

namespace Corridor.Data.Formats.PyPsa.Attributes;

/// <summary>Attributes of <c>carriers</c>.</summary>
internal static partial class PyPsaAttributes
{
    private static readonly PyPsaAttribute[] Carriers =
    [
        new("carriers", "name", Text, false, "", "", Active, "carriers.id and name, where buses have it; notes of the units"),
        new("carriers", "co2_emissions", Number, false, "tonnes/MWh", "0", Active, "supplies.co2"),
        new("carriers", "color", Text, false, "", "", Descriptive, "a matter of drawing"),
        new("carriers", "nice_name", Text, false, "", "", Descriptive, "a label"),
        new("carriers", "max_growth", Number, false, "MW", "inf", Descriptive, "has an effect with several investment periods only"),
        new("carriers", "max_relative_growth", Number, false, "", "0", Descriptive, "has an effect with several investment periods only"),
    ];
}
