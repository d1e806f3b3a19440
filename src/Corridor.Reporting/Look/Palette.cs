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

    /// <summary>Luminance that gives a contrast of 3 : 1 on the dark ground of charts.</summary>
    private const double LeastOnDark = 0.13;

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
    /// nearly every chart shows, have colours that nobody else has. Two others may have the same one: <see cref="OriginColours"/> keeps
    /// those of a package apart.
    /// </summary>
    /// <param name="zone">Id of a country or zone.</param>
    public static string Origin(string zone) => OriginColours[OriginIndex(zone)];

    /// <summary>The colour for dark backgrounds: lightened until it can be seen there.</summary>
    /// <param name="colour">A colour such as <c>#332288</c>.</param>
    public static string OnDark(string colour)
    {
        ArgumentNullException.ThrowIfNull(colour);
        int red = Channel(colour, 1), green = Channel(colour, 3), blue = Channel(colour, 5);
        for (int step = 0; step < 16 && Luminance(red, green, blue) < LeastOnDark; step++)
            (red, green, blue) = (red + ((255 - red) / 8), green + ((255 - green) / 8), blue + ((255 - blue) / 8));
        return string.Create(System.Globalization.CultureInfo.InvariantCulture, $"#{red:X2}{green:X2}{blue:X2}");
    }

    internal static int OriginCount => OriginColours.Length;

    internal static string OriginAt(int index) => OriginColours[index];

    internal static bool HasOwn(string zone) => zone is "ru" or "kz" or "cn";

    internal static bool IsReserved(int index) => index is 0 or 2 or 6;

    internal static int OriginIndex(string zone)
    {
        switch (zone)
        {
            case "ru": return 0;
            case "kz": return 2;
            case "cn": return 6;
            default:
                uint hash = 2166136261;
                foreach (char c in zone)
                    hash = (hash ^ c) * 16777619;
                int free = (int)(hash % (uint)(OriginColours.Length - 3));
                return free < 1 ? 1 : free < 4 ? free + 2 : free + 3;
        }
    }

    private static int Channel(string colour, int at) => int.Parse(colour.AsSpan(at, 2), System.Globalization.NumberStyles.HexNumber, System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>Relative luminance (WCAG 2.2), 0 … 1.</summary>
    private static double Luminance(int red, int green, int blue)
    {
        static double Linear(int channel) => channel / 255.0 is var c && c <= 0.04045 ? c / 12.92 : Math.Pow((c + 0.055) / 1.055, 2.4);
        return (0.2126 * Linear(red)) + (0.7152 * Linear(green)) + (0.0722 * Linear(blue));
    }
}
