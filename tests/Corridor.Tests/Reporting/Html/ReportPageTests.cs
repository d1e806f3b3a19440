using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Corridor.Model;
using Corridor.Model.Network;
using Corridor.Model.Provenance;
using Corridor.Model.Time;
using Corridor.Reporting.Html;
using Corridor.Reporting.Summaries;
using Corridor.Studies.Dispatch;

namespace Corridor.Tests.Reporting.Html;

public sealed class ReportPageTests
{
    private const string Hostile = "<script>alert(1)</script> \"'&<!-- ]]>";

    private static readonly string Page = ReportDocument.Text(SampleRun.Report);

    [Fact]
    public void TheSampleSaysWhatItSaidBefore()
    {
        string place = Path.Combine(Path.GetDirectoryName(SourceFile())!, "sample-report.txt");

        // Residuals of the size of rounding, and where the largest of them happens to be, say nothing.
        string text = Regex.Replace(Essence(ReportDocument.Parse(Page)), @"\| (?:0|\d(?:\.\d+)?e-(?:1[3-9]|[2-9]\d)) \|[^|\n]*\| yes", "| rounding | | yes");
        if (Environment.GetEnvironmentVariable("CORRIDOR_WRITE_GOLDEN") == "1")
            File.WriteAllText(place, text);
        text.ShouldBe(File.ReadAllText(place).ReplaceLineEndings("\n"));
    }

    [Fact]
    public void IdsAreUniqueAndAllLinksInsideLeadSomewhere()
    {
        IHtmlDocument document = ReportDocument.Parse(Page);
        string[] ids = [.. document.All.Select(e => e.Id).Where(id => !string.IsNullOrEmpty(id))!];
        ids.ShouldBeUnique();
        string[] broken = [.. document.QuerySelectorAll("a[href^='#']").Select(a => a.GetAttribute("href")![1..]).Except(ids)];
        broken.ShouldBeEmpty();
    }

    [Fact]
    public void NothingIsAskedOfTheNetwork()
    {
        IHtmlDocument document = ReportDocument.Parse(Page);
        document.QuerySelectorAll("link,img,iframe,object,embed,script[src],[src],use[href^=http]").ShouldBeEmpty();
        Page.ShouldNotContain("url(http");
        Page.ShouldNotContain("@import");
        document.QuerySelector("meta[http-equiv]")!.GetAttribute("content")!.ShouldStartWith("default-src 'none'");
    }

    [Fact]
    public void EveryChartHasItsFiguresInATable()
    {
        IElement[] charts = [.. ReportDocument.Parse(Page).QuerySelectorAll("figure.chart")];
        charts.Length.ShouldBeGreaterThan(5);
        foreach (IElement chart in charts)
        {
            chart.QuerySelector("svg")!.GetAttribute("aria-label").ShouldNotBeNullOrWhiteSpace();
            chart.QuerySelectorAll("table tr").Length.ShouldBe(13, chart.Id);
        }
    }

    [Fact]
    public void NamesOfAPackageStayText()
    {
        EnergySystem sample = SampleSystem.Create();
        EnergySystem system = sample with
        {
            Description = sample.Description with { Title = Hostile },
            Carriers = [.. sample.Carriers.Select(c => c with { Name = Hostile })],
            Zones = [.. sample.Zones.Select(z => z with { Name = Hostile + z.Id })],
            Pipelines = [.. sample.Pipelines.Select(p => p with { Name = Hostile, Note = Hostile })],
            Contracts = [.. sample.Contracts.Select(c => c with { Name = Hostile })],
            Rules = [.. sample.Rules.Select(r => r with { Name = Hostile, Legal = Hostile })],
            Sources = [new SourceDocument { Id = "s", Title = Hostile, Url = "javascript:alert(1)", Licence = Hostile }],
        };
        IHtmlDocument document = ReportDocument.Parse(ReportDocument.Text(SampleRun.Dispatch(system)));
        document.QuerySelectorAll("script").Where(s => s.GetAttribute("type") != "application/json").Count().ShouldBe(1);
        document.QuerySelectorAll("[href^=javascript]").ShouldBeEmpty();
        document.QuerySelector("h1")!.TextContent.ShouldContain(Hostile);
        document.QuerySelector("#contracts")!.TextContent.ShouldContain(Hostile);
        document.QuerySelector("#sources")!.TextContent.ShouldContain(Hostile);
    }

    [Fact]
    public void FiguresThatAreNoNumbersBecomeDashes()
    {
        DispatchResult result = SampleRun.Report.Result;
        RunReport report = SampleRun.Report with { Result = result with { NodalPrice = [.. result.NodalPrice.Select(p => p.Select(_ => double.NaN).ToArray())] } };
        string page = ReportDocument.Text(report);
        IHtmlDocument document = ReportDocument.Parse(page);
        foreach (string never in (string[])["NaN", "∞", "Infinity"])
        {
            foreach (IElement section in document.QuerySelectorAll("header,main section:not(#map)"))
                section.OuterHtml.ShouldNotContain(never);
        }
    }

    [Fact]
    public void TheSmallestPackageHasAPage()
    {
        EnergySystem sample = SampleSystem.Create();
        var system = new EnergySystem
        {
            Description = sample.Description,
            Carriers = [sample.Carriers[0]],
            Nodes = [sample.Nodes[0]],
            Supplies = sample.Supplies,
            Demands = [sample.Demands[0] with { Node = "aa-gas", Source = null }],
        };
        IHtmlDocument document = ReportDocument.Parse(ReportDocument.Text(SampleRun.Dispatch(system)));
        document.QuerySelector("#answer")!.TextContent.ShouldContain("All demand is served in 2025.");
        document.QuerySelector("#contracts").ShouldBeNull();
        document.QuerySelector("#balances .n")!.ShouldNotBeNull();
    }

    [Fact]
    public void TheBytesDependOnNothingElse()
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        try
        {
            var other = (CultureInfo)CultureInfo.InvariantCulture.Clone();
            (other.NumberFormat.NumberDecimalSeparator, other.NumberFormat.NegativeSign) = (",", "~");
            CultureInfo.CurrentCulture = other;
            ReportDocument.Text(SampleRun.Dispatch(SampleSystem.Create())).ShouldBe(Page);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void WithoutACertificateNoFigureIsShown()
    {
        IHtmlDocument document = ReportDocument.Parse(ReportDocument.Text(SampleRun.Refused));
        document.QuerySelectorAll("figure").ShouldBeEmpty();
        document.QuerySelector("#balances").ShouldBeNull();
        document.QuerySelector("#answer")!.TextContent.ShouldContain("no certified result");
        document.QuerySelector("#failure")!.TextContent.ShouldContain("the balance of bb-gas is off by 3 mcm@20C/d");
        document.QuerySelector("#certificate h2")!.TextContent.ShouldContain("not certified");
    }

    [Fact]
    public void ShortHorizonsShowDaysAndLongOnesYears()
    {
        Steps(new Horizon(new DateOnly(2025, 1, 10), new DateOnly(2025, 1, 24), TimeStep.Day)).ShouldBe(14);
        Steps(new Horizon(new DateOnly(2025, 1, 1), new DateOnly(2031, 1, 1), TimeStep.Month)).ShouldBe(6);
        static int Steps(Horizon horizon) => new Corridor.Reporting.Charts.TimeBuckets(horizon).Count;
    }

    [Fact]
    public void AMarkLeadsToTheRowWithItsSourceAndItsContradictions()
    {
        EnergySystem sample = SampleSystem.Create();
        EnergySystem system = sample with
        {
            Sources = [.. sample.Sources, new SourceDocument { Id = "other", Title = "Another opinion", Url = "https://example.org/a" }],
            Claims = [new Claim { Id = "c1", Table = "contracts", Subject = "supply-ab", Column = "acq", AsPrinted = "about 25", UnitAsPrinted = "bcm", Source = "other", Confidence = Confidence.Low }],
        };
        IHtmlDocument document = ReportDocument.Parse(ReportDocument.Text(SampleRun.Dispatch(system)));
        IElement mark = document.QuerySelector("#contracts a.src")!;
        IElement row = document.GetElementById(mark.GetAttribute("href")![1..])!;
        row.TextContent.ShouldContain("acq 22\u00A0bcm at 20\u00A0°C");
        row.TextContent.ShouldContain("another claim: about 25 bcm, confidence low");
        row.TextContent.ShouldContain("Made up for a test");
        document.QuerySelector(".documents a[href='https://example.org/a']")!.TextContent.ShouldBe("Another opinion");
    }

    /// <summary>Headings, sentences and tables, without the map, which has tests of its own, and the machine of the stamp.</summary>
    private static string Essence(IHtmlDocument document)
    {
        var text = new StringBuilder();
        foreach (IElement element in document.QuerySelectorAll("header h1, header p, header li, main section:not(#map):not(#stamp) :is(h2, h3, h4, p, summary, figcaption, caption, tr, li)"))
        {
            if (element.Closest("#map") is not null)
                continue;
            string line = element.LocalName == "tr" ? string.Join(" | ", element.Children.Select(c => c.TextContent)) : element.TextContent;
            text.Append(element.LocalName).Append(": ").Append(line.Replace('\n', ' ')).Append('\n');
        }

        return text.ToString();
    }

    private static string SourceFile([System.Runtime.CompilerServices.CallerFilePath] string path = "") => path;
}
