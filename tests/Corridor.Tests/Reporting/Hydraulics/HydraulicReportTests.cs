using System.Globalization;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Corridor.Model.Hydraulics;
using Corridor.Reporting.Hydraulics;
using Corridor.Studies.Hydraulics;
using Corridor.Studies.Hydraulics.Nominations;
using Corridor.Studies.Hydraulics.Transient;
using Corridor.Tests.Reporting.Html;

namespace Corridor.Tests.Reporting.Hydraulics;

public sealed class HydraulicReportTests
{
    private const string Hostile = "<script>alert(1)</script> \"'&<!-- ]]>";

    private static readonly GasNetwork Network = SampleGasNetwork.Create();
    private static readonly HydraulicSolution Solution = SteadyFlow.Solve(Network, new HydraulicSettings());
    private static readonly HydraulicReportInput Input = new() { Network = Network, Solution = Solution, Source = "two-rivers.net", Checks = [new HydraulicCheck("mass balance", 1e-12, 1e-9, "pass")] };
    private static readonly string Page = Write(Input);

    [Fact]
    public void TheSampleConverges() => Solution.Status.ShouldBe(HydraulicStatus.Converged);

    [Fact]
    public void IdsAreUniqueAndAllLinksInsideLeadSomewhere()
    {
        IHtmlDocument document = ReportDocument.Parse(Page);
        string[] ids = [.. document.All.Select(e => e.Id).Where(id => !string.IsNullOrEmpty(id))!];
        ids.ShouldBeUnique();
        document.QuerySelectorAll("a[href^='#']").Select(a => a.GetAttribute("href")![1..]).Except(ids).ShouldBeEmpty();
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
    public void TheSameStudyGivesTheSameBytes() => Write(new HydraulicReportInput { Network = SampleGasNetwork.Create(), Solution = SteadyFlow.Solve(SampleGasNetwork.Create(), new HydraulicSettings()), Source = Input.Source, Checks = Input.Checks }).ShouldBe(Page);

    [Fact]
    public void EveryNodeAndElementSpeaksOnceOnTheMap()
    {
        IHtmlDocument document = ReportDocument.Parse(Page);
        IElement[] nodes = [.. document.QuerySelectorAll("#network [data-n]")], elements = [.. document.QuerySelectorAll("#network [data-e]")];
        nodes.Length.ShouldBe(Network.Nodes.Count);
        elements.Length.ShouldBe(Network.Elements.Count);
        string east = nodes.Select(n => n.QuerySelector("title")!.TextContent).Single(t => t.StartsWith("east\n", StringComparison.Ordinal));
        int index = Network.Nodes.ToList().FindIndex(n => n.Id == "east");
        east.ShouldContain((Solution.Nodes[index].Pressure / 1e5).ToString("F1", CultureInfo.InvariantCulture) + "\u00A0bar absolute");
        east.ShouldContain("(44.0\u00A0kg/s)");
        east.ShouldContain("allowed 40.0 to 84.0\u00A0bar");
    }

    [Fact]
    public void ArrowsPointWithTheFlow()
    {
        // The same network with one pipe named from its other end: its arrow must not turn.
        GasElement[] turned = [.. Network.Elements.Select(e => e.Id == "trunk-2" ? e with { From = e.To, To = e.From } : e)];
        GasNetwork other = Network with { Elements = turned };
        HydraulicSolution solution = SteadyFlow.Solve(other, new HydraulicSettings());
        Arrow(Page, "trunk-2").ShouldBe(Arrow(Write(Input with { Network = other, Solution = solution }), "trunk-2"), 0.2);

        static double Arrow(string page, string pipe)
        {
            string transform = ReportDocument.Parse(page).QuerySelectorAll("#network [data-e]").Single(e => e.QuerySelector("title")!.TextContent.StartsWith(pipe + ",", StringComparison.Ordinal))
                .QuerySelector("path.a")!.ParentElement!.GetAttribute("transform")!;
            return double.Parse(transform[(transform.IndexOf("rotate(", StringComparison.Ordinal) + 7)..^1], CultureInfo.InvariantCulture);
        }
    }

    [Fact]
    public void ProfilesEndWhereTheirRoutesEndAndHaveTheirFiguresInATable()
    {
        IElement[] charts = [.. ReportDocument.Parse(Page).QuerySelectorAll("#profiles figure.chart")];
        charts.Length.ShouldBeInRange(1, 6);
        foreach (IElement chart in charts)
        {
            IElement[] rows = [.. chart.QuerySelectorAll("tbody tr")];
            rows.Length.ShouldBe(chart.QuerySelector("svg")!.GetAttribute("data-at")!.Split(' ').Length);
            int last = Network.Nodes.ToList().FindIndex(n => n.Id == rows[^1].Children[0].TextContent);
            rows[^1].Children[2].TextContent.ShouldBe((Solution.Nodes[last].Pressure / 1e5).ToString("F1", CultureInfo.InvariantCulture));
            Solution.Nodes[last].Injection.ShouldBeLessThan(0);
        }
    }

    [Fact]
    public void ARouteAskedForComesFirst()
    {
        RouteRequest.TryParse("north..port", Network, out RouteRequest route, out string? problem).ShouldBeTrue(problem);
        IElement chart = ReportDocument.Parse(Write(Input with { Routes = [route] })).QuerySelector("#profiles figure.chart")!;
        chart.QuerySelector("strong")!.TextContent.ShouldStartWith("north → port,");
        string[] km = [.. chart.QuerySelectorAll("tbody tr").Select(r => r.Children[1].TextContent)];
        km[^1].ShouldBe("389.0");
    }

    [Theory]
    [InlineData("north", "A..B")]
    [InlineData("north..nowhere", "nowhere")]
    [InlineData("nowhere..north", "nowhere")]
    [InlineData("north..north", "different")]
    public void ARouteThatIsNoneIsRefused(string text, string told)
    {
        RouteRequest.TryParse(text, Network, out _, out string? problem).ShouldBeFalse();
        problem!.ShouldContain(told);
    }

    [Fact]
    public void WithoutACertifiedStateNoFigureIsShown()
    {
        foreach (HydraulicReportInput input in new[]
        {
            Input with { Checks = [new HydraulicCheck("mass balance", 1e-3, 1e-9, "pass")] },
            Input with { Solution = Solution with { Status = HydraulicStatus.Failed, Complaints = [new HydraulicComplaint(ComplaintKind.NotConverged, 3, -1, "Node pass keeps a residual of 0.2.", true)] } },
        })
        {
            IHtmlDocument document = ReportDocument.Parse(Write(input));
            document.QuerySelector("#figures,#profiles,#limits,#stations,#all").ShouldBeNull();
            document.QuerySelector("#answer")!.TextContent.ShouldContain("no pressure is shown");
            document.QuerySelectorAll("#network title").ShouldAllBe(t => !t.TextContent.Contains("absolute", StringComparison.Ordinal));
        }
    }

    [Fact]
    public void PressuresOutsideAreNamed()
    {
        GasNetwork tight = Network with { Nodes = [.. Network.Nodes.Select(n => n.Id == "port" ? n with { PressureMax = 60e5 } : n)] };
        IHtmlDocument document = ReportDocument.Parse(Write(Input with { Network = tight, Solution = Solution with { Network = tight } }));
        document.QuerySelector("#limits tr.passed th")!.TextContent.ShouldBe("port");
        document.QuerySelector("#answer")!.TextContent.ShouldContain("port is at");
        document.QuerySelectorAll("#network [data-n]").Single(n => n.QuerySelector("title")!.TextContent.StartsWith("port\n", StringComparison.Ordinal)).QuerySelector(".lim").ShouldNotBeNull();
    }

    [Fact]
    public void NamesOfANetworkStayText()
    {
        GasNetwork hostile = Network with
        {
            Name = Hostile,
            Nodes = [.. Network.Nodes.Select(n => n with { Name = Hostile + n.Id })],
            Elements = [.. Network.Elements.Select(e => e with { Id = Hostile + e.Id })],
        };
        IHtmlDocument document = ReportDocument.Parse(Write(Input with { Network = hostile, Solution = Solution with { Network = hostile } }));
        document.QuerySelectorAll("script").Length.ShouldBe(1);
        document.QuerySelector("h1")!.TextContent.ShouldStartWith(Hostile);
    }

    [Fact]
    public void LabelsNeverOverlap()
    {
        IHtmlDocument document = ReportDocument.Parse(Page);
        (double X, double Y, string Text)[] labels = [.. document.QuerySelectorAll("#network .lw text").Select(t => (double.Parse(t.GetAttribute("x")!, CultureInfo.InvariantCulture), double.Parse(t.GetAttribute("y")!, CultureInfo.InvariantCulture), t.TextContent))];
        labels.Length.ShouldBeGreaterThan(15);
        for (int i = 0; i < labels.Length; i++)
        {
            for (int k = i + 1; k < labels.Length; k++)
            {
                double halves = 12 * 0.45 * (labels[i].Text.Length + labels[k].Text.Length) / 2;
                (Math.Abs(labels[i].X - labels[k].X) < halves && Math.Abs(labels[i].Y - labels[k].Y) < 11).ShouldBeFalse($"{labels[i].Text} and {labels[k].Text}");
            }
        }
    }

    [Fact]
    public void RunsOverTimeTellSurvivalTimesAndDrawCurves()
    {
        int city = Network.Nodes.ToList().FindIndex(n => n.Id == "city");
        double[] times = [.. Enumerable.Range(0, 25).Select(h => h * 3600.0)];
        var run = new TransientResult
        {
            Network = Network,
            Status = TransientStatus.Completed,
            Times = times,
            Pressures = [.. times.Select(t => Solution.Nodes.Select((n, i) => i == city ? n.Pressure - (50.0 * t / 3600) : n.Pressure).ToArray())],
            Injections = [.. times.Select(_ => Solution.Nodes.Select(n => n.Injection).ToArray())],
            TotalLinepack = [.. times.Select(t => 1.5e7 - (40 * t))],
            Nodes = [.. Network.Nodes.Select((_, i) => new NodeOutcome(i, Solution.Nodes[i].Pressure, 0, 0, 1, i == city ? 5000 : 0, 0, i == city ? 5.5 * 3600 : null, 1))],
            Regions = [new RegionSurvival("Southland", 5.5 * 3600, city, 3600, 2e5, 5000), new RegionSurvival("Uplands", null, -1, null, 3e5, 0)],
            Incidents = [new TransientIncident(4.5 * 3600, "Station Ford trips.")],
        };
        IHtmlDocument document = ReportDocument.Parse(Write(new HydraulicReportInput { Network = Network, Transient = run }));
        document.QuerySelector("#answer")!.TextContent.ShouldContain("Protected customers of Southland are served in full for 5\u00A0h 30\u00A0min");
        document.QuerySelector("#survival tr.bad th")!.TextContent.ShouldBe("Southland");
        document.QuerySelectorAll("#motion figure.curve").Length.ShouldBe(3);
        document.QuerySelectorAll("#motion-pressure tbody tr").Length.ShouldBe(times.Length);
        document.QuerySelectorAll("#motion-pressure svg.broad .event").Length.ShouldBe(1);
    }

    [Fact]
    public void APageOfARunShowsItsEndAndItsCertificateAndNotTheSteadyStart()
    {
        double[] times = [0, 3600, 21600];
        var run = new TransientResult
        {
            Network = Network,
            Status = TransientStatus.Completed,
            Times = times,
            Pressures = [.. times.Select(t => Solution.Nodes.Select(n => n.Pressure - (t / 21600 * 3e5)).ToArray())],
            Injections = [.. times.Select(_ => Solution.Nodes.Select(n => n.Injection).ToArray())],
            FlowsIn = [.. times.Select(_ => Solution.Elements.Select(e => e.Flow).ToArray())],
            FlowsOut = [.. times.Select(_ => Solution.Elements.Select(e => e.Flow).ToArray())],
            Linepacks = [.. times.Select(_ => Solution.Elements.Select(e => e.Linepack).ToArray())],
            TotalLinepack = [3, 2, 1],
            Certificate = new TransientCertificate(1e-12, 2e-9, 3e6),
        };
        HydraulicReportInput input = Input with { Transient = run, Checks = [] };
        IHtmlDocument document = ReportDocument.Parse(Write(input));
        document.QuerySelector("h1")!.TextContent.ShouldContain("over 6\u00A0h");
        document.QuerySelector("#answer")!.TextContent.ShouldStartWith("The network was followed through 6\u00A0h");
        document.QuerySelector(".badges")!.TextContent.ShouldNotContain("not checked");
        document.QuerySelector(".badges .good")!.TextContent.ShouldContain("Run checked");
        document.QuerySelector("#certificate")!.TextContent.ShouldContain("1.0e-12");
        document.QuerySelector("#figures h2")!.TextContent.ShouldContain("at the end of the run");
        double most = Solution.Nodes.Max(n => n.Pressure) - 3e5;
        document.QuerySelector("#figures tbody tr")!.TextContent.ShouldContain((most / 1e5).ToString("F1", CultureInfo.InvariantCulture));
        IHtmlDocument broken = ReportDocument.Parse(Write(input with { Transient = run with { Certificate = new TransientCertificate(1e-3, 2e-9, 3e6) } }));
        broken.QuerySelector(".badges .bad")!.TextContent.ShouldContain("fails");
        broken.QuerySelector("#figures").ShouldBeNull();
    }

    [Fact]
    public void NominationsTellTheVerdictAndItsReason()
    {
        var statistics = new NominationStatistics(1, 2, 3, 4, 5);
        var feasible = new NominationVerdict { Status = NominationStatus.Feasible, Network = Network, Solution = Solution, Power = 3.4e6, Settings = [new ElementSetting(1, StationMode.OutletPressure, 74e5)], Statistics = statistics };
        var not = new NominationVerdict { Status = NominationStatus.Infeasible, Explanation = ["The exits ask for more than the entries bring."], Statistics = statistics };
        IHtmlDocument one = ReportDocument.Parse(Write(new HydraulicReportInput { Network = Network, Nomination = feasible }));
        one.QuerySelector("#answer")!.TextContent.ShouldContain("can be carried");
        one.QuerySelector("#nomination tbody")!.TextContent.ShouldContain("holds the outlet at 74.0\u00A0bar");
        one.QuerySelector("#profiles").ShouldNotBeNull();
        IHtmlDocument none = ReportDocument.Parse(Write(new HydraulicReportInput { Network = Network, Nomination = not }));
        none.QuerySelector("#answer")!.TextContent.ShouldContain("The exits ask for more than the entries bring.");
        none.QuerySelector("#profiles").ShouldBeNull();
        IHtmlDocument many = ReportDocument.Parse(Write(new HydraulicReportInput { Network = Network, Nominations = [new("monday", feasible), new("sunday", not)] }));
        many.QuerySelector("#answer")!.TextContent.ShouldContain("1 of 2 nominations can be carried");
        many.QuerySelector("#nominations tbody th")!.TextContent.ShouldBe("sunday");
    }

    private static string Write(HydraulicReportInput input)
    {
        using var writer = new StringWriter(CultureInfo.InvariantCulture) { NewLine = "\n" };
        HydraulicReport.Write(input, writer);
        return writer.ToString();
    }
}
