using System.Text.Json;
using Microsoft.Playwright;

namespace Corridor.Acceptance.Browser;

/// <summary>The report of a gas network in a real browser.</summary>
public sealed class HydraulicPageTests(HydraulicPages pages) : IClassFixture<HydraulicPages>
{
    [SkippableFact]
    public async Task ItOpensWithoutComplaintAndAsksForNothing()
    {
        await using ReportPages.Opened opened = await pages.Open();
        await opened.Page.WaitForTimeoutAsync(300);
        opened.Complaints.ShouldBeEmpty();
        opened.Requests.ShouldBe([new Uri(pages.File).AbsoluteUri]);
    }

    [SkippableTheory]
    [InlineData(ColorScheme.Light, 1280)]
    [InlineData(ColorScheme.Dark, 1280)]
    [InlineData(ColorScheme.Light, 390)]
    public async Task AxeFindsNoSeriousFault(ColorScheme scheme, int width)
    {
        Skip.If(AxeCore.Script is null, "axe-core is not installed; ./test installs it where npm is.");
        await using ReportPages.Opened opened = await pages.Open(width, scheme);
        await opened.Page.EvaluateAsync("document.querySelectorAll('details').forEach(d => d.open = true)");
        await opened.Page.EvaluateAsync("code => { const s = document.createElement('script'); s.textContent = code; document.head.append(s); }", AxeCore.Script);
        string found = await opened.Page.EvaluateAsync<string>(
            "axe.run(document, { resultTypes: ['violations'] }).then(r => JSON.stringify(r.violations.filter(v => ['serious', 'critical'].includes(v.impact)).map(v => ({ id: v.id, help: v.help, count: v.nodes.length, first: v.nodes[0].html.slice(0, 300), why: v.nodes[0].failureSummary }))))");
        JsonDocument.Parse(found).RootElement.GetArrayLength().ShouldBe(0, found);
    }

    [SkippableFact]
    public async Task TheMapTellsItsFiguresAndCanBeEnlarged()
    {
        await using ReportPages.Opened opened = await pages.Open();
        ILocator map = opened.Page.Locator("#network svg").First;
        ILocator tip = opened.Page.Locator("#network .cmap-tip");
        await opened.Page.Locator("#network [data-n][aria-label^='dale,']").HoverAsync();
        string text = await tip.InnerTextAsync();
        text.ShouldContain("bar absolute");
        text.ShouldContain("24.0\u00A0kg/s");
        string whole = (await map.GetAttributeAsync("viewBox"))!;
        await opened.Page.Locator("#network [data-zoom='2']").ClickAsync();
        (await map.GetAttributeAsync("viewBox"))!.ShouldNotBe(whole);
        await opened.Page.Locator("#network [data-zoom='0']").ClickAsync();
        double[] back = [.. (await map.GetAttributeAsync("viewBox"))!.Split(' ').Select(v => double.Parse(v, System.Globalization.CultureInfo.InvariantCulture))];
        back.ShouldBe([.. whole.Split(' ').Select(v => double.Parse(v, System.Globalization.CultureInfo.InvariantCulture))]);
        opened.Complaints.ShouldBeEmpty();
    }

    [SkippableFact]
    public async Task OneRouteIsShownAtATimeAndThePointerShowsItsFigures()
    {
        await using ReportPages.Opened opened = await pages.Open();
        ILocator choice = opened.Page.Locator("#route-choice");
        (await opened.Page.Locator(".route:visible").CountAsync()).ShouldBe(1);
        await choice.SelectOptionAsync("route-2");
        (await opened.Page.Locator("#route-2").IsVisibleAsync()).ShouldBeTrue();
        (await opened.Page.Locator("#route-1").IsVisibleAsync()).ShouldBeFalse();
        ILocator chart = opened.Page.Locator("#profile-2 svg.broad");
        await chart.HoverAsync(new LocatorHoverOptions { Position = new Position { X = 60, Y = 100 } });
        string tip = await opened.Page.Locator(".tip:visible").InnerTextAsync();
        tip.ShouldContain("spring");
        tip.ShouldContain("68.0");
    }

    [SkippableFact]
    public async Task AllFiguresCanBeSavedAsCsv()
    {
        await using ReportPages.Opened opened = await pages.Open();
        await opened.Page.EvaluateAsync("document.querySelectorAll('details.csv').forEach(d => d.open = true)");
        IDownload download = await opened.Page.RunAndWaitForDownloadAsync(() => opened.Page.Locator("details.csv .save").First.ClickAsync());
        download.SuggestedFilename.ShouldBe("nodes.csv");
        string[] lines = await File.ReadAllLinesAsync((await download.PathAsync())!);
        lines.Length.ShouldBe(7);
        lines[0].ShouldStartWith("Node,\"Pressure, bar\"");
        lines[1].ShouldStartWith("spring,68.00000,");
    }

    [SkippableFact]
    public async Task NothingSticksOutOnAPhone()
    {
        await using ReportPages.Opened opened = await pages.Open(390);
        (await opened.Page.EvaluateAsync<int>("document.documentElement.scrollWidth")).ShouldBeLessThanOrEqualTo(390);
        (await opened.Page.Locator("#profile-1 svg.slim").IsVisibleAsync()).ShouldBeTrue();
    }
}
