using static Corridor.Data.Formats.PyPsa.Attributes.PyPsaFate;
using static Corridor.Data.Formats.PyPsa.Attributes.PyPsaKind;

namespace Corridor.Data.Formats.PyPsa.Attributes;

/// <summary>Attributes of <c>shapes</c>.</summary>
internal static partial class PyPsaAttributes
{
    private static readonly PyPsaAttribute[] Shapes =
    [
        new("shapes", "name", Text, false, "", "", Descriptive, "shapes are not drawn"),
        new("shapes", "geometry", Text, false, "", "", Descriptive, "shapes are not drawn"),
        new("shapes", "component", Text, false, "", "", Descriptive, "shapes are not drawn"),
        new("shapes", "idx", Text, false, "", "", Descriptive, "shapes are not drawn"),
        new("shapes", "type", Text, false, "", "", Descriptive, "shapes are not drawn"),
    ];
}
