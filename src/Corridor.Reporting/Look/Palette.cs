namespace Corridor.Reporting.Look;

/// <summary>
/// The colours of everything that is drawn, the same everywhere. Carriers and origins after Okabe and Ito (2008), which people with
/// colour-blindness can tell apart; utilisation on a ramp of even lightness (cividis, Nuñez, Anderton, Renslow 2018).
/// </summary>
public static class Palette
{
    /// <summary>Energy not served, and nothing else.</summary>
    public const string Unserved = "#C0392B";

    /// <summary>Natural gas.</summary>
    public const string Gas = "#0072B2";

    /// <summary>Liquefied natural gas.</summary>
    public const string LiquefiedGas = "#56B4E9";

    /// <summary>Crude oil and condensate.</summary>
    public const string Crude = "#5B4636";

    /// <summary>Oil products.</summary>
    public const string Products = "#D55E00";

    /// <summary>Coal.</summary>
    public const string Coal = "#4D4D4D";

    /// <summary>Electricity.</summary>
    public const string Electricity = "#E69F00";

    /// <summary>Carriers that have no colour of their own.</summary>
    public const string OtherCarrier = "#999999";

    /// <summary>The rest of a stack; places without a name.</summary>
    public const string Rest = "#B8B8B8";

    /// <summary>More than before, in differences.</summary>
    public const string More = "#0072B2";

    /// <summary>Less than before, in differences.</summary>
    public const string Less = "#D55E00";

    private static readonly Dictionary<string, string> CarrierColours = new(StringComparer.Ordinal)
    {
        ["gas"] = Gas,
        ["lng"] = LiquefiedGas,
        ["crude"] = Crude,
        ["products"] = Products,
        ["coal"] = Coal,
        ["electricity"] = Electricity,
        ["power"] = Electricity,
    };

    // Paul Tol's "muted" and "light" schemes (2021), without the hues of the carriers next to each other.
    private static readonly string[] OriginColours =
    [
        "#332288", "#88CCEE", "#44AA99", "#117733", "#999933", "#DDCC77", "#CC6677", "#882255", "#AA4499", "#77AADD",
        "#EE8866", "#EEDD88", "#FFAABB", "#99DDFF", "#44BB99", "#BBCC33", "#AAAA00",
    ];

    /// <summary>The colour of a carrier, by its id in the package.</summary>
    /// <param name="carrier">Id.</param>
    public static string Carrier(string carrier) => CarrierColours.GetValueOrDefault(carrier, OtherCarrier);

    /// <summary>
    /// The colour of a country or zone in stacked charts: fixed by its id, the same in every chart. Russia, Kazakhstan and China, which
    /// nearly every chart shows, have colours that nobody else has.
    /// </summary>
    /// <param name="zone">Id of a country or zone.</param>
    public static string Origin(string zone)
    {
        switch (zone)
        {
            case "ru": return OriginColours[0];
            case "kz": return OriginColours[2];
            case "cn": return OriginColours[6];
            default:
                uint hash = 2166136261;
                foreach (char c in zone)
                    hash = (hash ^ c) * 16777619;
                int free = (int)(hash % (uint)(OriginColours.Length - 3));
                return OriginColours[free < 1 ? 1 : free < 4 ? free + 2 : free + 3];
        }
    }
}
