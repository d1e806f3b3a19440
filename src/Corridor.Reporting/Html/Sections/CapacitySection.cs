using Corridor.Reporting.Summaries;
using Corridor.Reporting.Terminal;

namespace Corridor.Reporting.Html.Sections;

/// <summary>Capacities that the run chose.</summary>
internal static class CapacitySection
{
    public static ReportSection? Create(ReportContext context) => context.Summary.Expansions is { Count: > 0 } expansions
        ? new("capacities", "Capacities", Title(expansions), html => Write(html, context, expansions)) { Flows = true }
        : null;

    private static string Title(IReadOnlyList<ExpansionSummary> expansions)
    {
        int more = expansions.Count(x => x.Chosen > x.Installed + (1e-6 * (1 + x.Installed)));
        return $"Capacities: {NumberText.Count(more)} of {NumberText.Count(expansions.Count)} chosen above what stands";
    }

    private static void Write(HtmlWriter html, ReportContext context, IReadOnlyList<ExpansionSummary> expansions)
    {
        string currency = context.Summary.Currency;
        // Beside the largest of its unit a figure below the certificate's tolerance is the solver's rounding.
        var sizes = expansions.GroupBy(x => x.Unit, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.Max(x => Math.Max(x.Installed, x.Chosen)), StringComparer.Ordinal);
        double dearest = expansions.Max(x => Math.Abs(x.Cost));
        new HtmlTable<ExpansionSummary>("Capacities that the run chose; the limits of an asset scale with its capacity")
            .Text("Asset", x => context.Name(x.Id))
            .Number("Installed", x => NumberText.Of(x.Installed, sizes[x.Unit]))
            .Number("Chosen", x => NumberText.Of(x.Chosen, sizes[x.Unit]))
            .Number("Least", x => NumberText.Of(x.Least))
            .Text("Greatest", x => x.Most is null ? "no limit" : NumberText.Of(x.Most))
            .Text("Unit", x => UnitText.Of(x.Unit))
            .Number($"Cost above the installed, {currency}", x => Math.Abs(x.Cost) <= ReportContext.Rounding * dearest ? "0" : NumberText.Money(x.Cost))
            .Number($"One more unit saves, {currency}", x => Math.Abs(x.ShadowValue) > ReportContext.Rounding ? NumberText.Of(x.ShadowValue) : NumberText.None)
            .Write(html, [.. expansions.OrderByDescending(x => Math.Abs(x.Cost)).ThenBy(x => x.Id, StringComparer.Ordinal)]);
    }
}
