using System.Text;
using Corridor.Reporting.Summaries;

namespace Corridor.Reporting.Terminal;

/// <summary>Who supplies whom, on the screen: the countries that import most of each carrier, their suppliers and transit countries.</summary>
internal static class TraceView
{
    private const int CountriesPerCarrier = 3;
    private const double LeastShare = 0.005;
    private const int NameWidth = 17;
    private const int OriginsWidth = 39;
    private const int TransitWidth = 17;
    private const int ItemWidth = 12;

    public static void Write(Screen screen, RunSummary summary, ZoneTree zones, Func<string, string> carrierTitle)
    {
        ILookup<(string, string), OriginSummary> origins = summary.CountryOrigins.ToLookup(o => (o.Zone, o.Carrier));
        ILookup<(string, string), TransitSummary> transits = summary.CountryTransits.ToLookup(o => (o.Zone, o.Carrier));
        TextTable table = new TextTable().Text("Who supplies whom", NameWidth).Number("own").Text("produced in", OriginsWidth).Text("through", TransitWidth).Number("HHI").Number("route");
        bool any = false;
        foreach (IGrouping<string, ConcentrationSummary> carrier in summary.CountryConcentration.GroupBy(c => c.Carrier))
        {
            ConcentrationSummary[] rows = [.. carrier.Where(c => c.ImportShare > LeastShare).OrderByDescending(c => c.ImportShare * c.Amount).Take(CountriesPerCarrier)];
            if (rows.Length == 0)
                continue;
            any = true;
            table.Across(carrierTitle(carrier.Key));
            foreach (ConcentrationSummary c in rows)
            {
                table.Row(
                    " " + zones.Name(c.Zone), Share(1 - c.ImportShare),
                    List([.. origins[(c.Zone, c.Carrier)].Where(o => o.Origin != c.Zone).Select(o => (Name(zones, o.Origin), o.Share))], OriginsWidth),
                    List([.. transits[(c.Zone, c.Carrier)].Select(t => (zones.Name(t.Country), t.Share))], TransitWidth), NumberText.Of(c.OriginHhi), Share(c.LargestRouteShare));
            }
        }

        if (!any)
            return;
        screen.Line();
        table.Write(screen);
        screen.Write(
            " Shares in % of what is used, plants included, by proportional sharing. through: third countries passed; HHI: 10\u2009000 is one supplier; route: largest route of entry. More: --json, v_origins_yearly.", TextStyle.Quiet, 1);
    }

    private static string Name(ZoneTree zones, string origin) => origin.StartsWith("stock:", StringComparison.Ordinal) ? "first stock" : zones.Name(origin);

    private static string Share(double? share) => share is null ? NumberText.None : Percent(share) + "\u00A0%";

    // Two figures are enough to compare, and leave room for names.
    private static string Percent(double? share) =>
        Math.Max(100 * (share ?? 0), 0).ToString(share is >= 0.0995 or < 0.0005 ? "F0" : "F1", System.Globalization.CultureInfo.InvariantCulture);

    // As many as fit, largest first.
    private static string List(IReadOnlyList<(string Name, double? Share)> all, int width)
    {
        var text = new StringBuilder();
        (string Name, double? Share)[] shown = [.. all.Where(s => s.Share >= LeastShare)];
        for (int i = 0; i < shown.Length; i++)
        {
            string item = $"{(i == 0 ? "" : ", ")}{Screen.Fit(shown[i].Name, ItemWidth)} {Percent(shown[i].Share)}";
            if (i > 0 && Screen.Cells(text.ToString() + item) > width - (i == shown.Length - 1 ? 0 : 3))
                return text.Append(", …").ToString();
            text.Append(item);
        }

        return text.Length == 0 ? NumberText.None : text.ToString();
    }
}
