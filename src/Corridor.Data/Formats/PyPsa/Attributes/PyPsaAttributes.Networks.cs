using static Corridor.Data.Formats.PyPsa.Attributes.PyPsaFate;
using static Corridor.Data.Formats.PyPsa.Attributes.PyPsaKind;

namespace Corridor.Data.Formats.PyPsa.Attributes;

/// <summary>Attributes of <c>networks</c>.</summary>
internal static partial class PyPsaAttributes
{
    private static readonly PyPsaAttribute[] Networks =
    [
        new("networks", "name", Text, false, "", "", Active, "name and title of the package"),
        new("networks", "snapshots", Text, false, "", "[\"now\"]", Active, "periods.start"),
        new("networks", "snapshot_weightings", Text, false, "hours", "1", Active, "periods.hours"),
        new("networks", "investment_periods", Text, false, "years", "[]", Descriptive, "one period only is read"),
        new("networks", "investment_period_weightings", Text, false, "", "1", NotCarried, "costs are not discounted"),
        new("networks", "now", Text, false, "", "\"now\"", Descriptive, "read by power flows of the other program only"),
        new("networks", "srid", Number, false, "", "4326", Active, "nodes.lon and lat, where it is 4326"),
        new("networks", "crs", Text, false, "", "", Descriptive, "belongs to shapes"),
        new("networks", "buses", Text, false, "", "", Result, ""),
        new("networks", "buses_t", Text, false, "", "", Result, ""),
        new("networks", "lines", Text, false, "", "", Result, ""),
        new("networks", "lines_t", Text, false, "", "", Result, ""),
        new("networks", "components", Text, false, "", "", Result, ""),
        new("networks", "components_t", Text, false, "", "", Result, ""),
        new("networks", "branches()", Text, false, "", "", Result, ""),
        new("networks", "graph()", Text, false, "", "", Result, ""),
    ];
}
