using static Corridor.Data.Formats.PyPsa.Attributes.PyPsaFate;
using static Corridor.Data.Formats.PyPsa.Attributes.PyPsaKind;

namespace Corridor.Data.Formats.PyPsa.Attributes;

/// <summary>Attributes of <c>sub_networks</c>.</summary>
internal static partial class PyPsaAttributes
{
    private static readonly PyPsaAttribute[] SubNetworks =
    [
        new("sub_networks", "name", Text, false, "", "", Result, ""),
        new("sub_networks", "carrier", Text, false, "", "AC", Result, ""),
        new("sub_networks", "slack_bus", Text, false, "", "", Result, ""),
    ];
}
