using static Corridor.Data.Formats.PyPsa.Attributes.PyPsaFate;
using static Corridor.Data.Formats.PyPsa.Attributes.PyPsaKind;

namespace Corridor.Data.Formats.PyPsa.Attributes;

/// <summary>Attributes of <c>global_constraints</c>.</summary>
internal static partial class PyPsaAttributes
{
    private static readonly PyPsaAttribute[] GlobalConstraints =
    [
        new("global_constraints", "name", Text, false, "", "", Active, "rules.id and name"),
        new("global_constraints", "type", Text, false, "", "primary_energy", Active, "rules.effect"),
        new("global_constraints", "investment_period", Number, false, "", "NaN", Descriptive, "one period only is read"),
        new("global_constraints", "bus", Text, false, "", "", Descriptive, "belongs to types that are not modelled"),
        new("global_constraints", "carrier_attribute", Text, false, "", "co2_emissions", Active, "rules.effect"),
        new("global_constraints", "sense", Text, false, "", "==", Active, "rules.effect"),
        new("global_constraints", "constant", Number, false, "", "0", Active, "rules.emissions"),
        new("global_constraints", "mu", Number, false, "currency/constant", "0", Result, ""),
    ];
}
