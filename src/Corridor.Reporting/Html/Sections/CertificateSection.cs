using Corridor.Reporting.Terminal;
using Corridor.Studies.Dispatch.Certificate;

namespace Corridor.Reporting.Html.Sections;

/// <summary>The word of the independent check, item by item.</summary>
internal static class CertificateSection
{
    public static ReportSection Create(ReportContext context)
    {
        DispatchCertificate certificate = context.Report.Certificate;
        string title = context.Report.MayBeShown ? "Certificate: the result holds, checked from the package" : "Certificate: the result is not certified";
        return new("certificate", "Certificate", title, html =>
        {
            CertificateItem[] items = [.. certificate.Items.Where(i => i.Count > 0 || !i.Passed)];
            if (!context.Report.MayBeShown)
                html.Leaf("p", "No modelled figure is shown, because none is certified.");
            if (!context.Report.MayBeShown && items.Length == 0)
                return;
            html.Leaf(
                "p", context.Report.MayBeShown
                    ? $"Every figure called modelled was checked again from the package, by a program that shares nothing with the solver. A residual is the worst violation, divided by 1 + the largest figure involved; all must be at most {NumberText.Residual(certificate.Tolerance)}."
                    : $"A residual is the worst violation of what was checked, divided by 1 + the largest figure involved; all must be at most {NumberText.Residual(certificate.Tolerance)}.");
            new HtmlTable<CertificateItem>("What was checked")
            {
                RowClass = i => i.Passed ? null : "bad",
            }
                .Text("Item", i => char.ToUpperInvariant(i.Name[0]) + i.Name[1..])
                .Text("About", i => i.Group.ToString().ToLowerInvariant())
                .Number("Compared", i => NumberText.Count(i.Count))
                .Number("Worst residual", i => NumberText.Residual(i.Relative))
                .Text("Where", i => i.Relative > 0 ? i.Where : "")
                .Text("Passed", i => i.Passed ? "yes" : "no")
                .Write(html, items);
        });
    }
}
