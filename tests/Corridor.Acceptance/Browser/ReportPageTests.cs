using System.Text.Json;
using Corridor.Acceptance.CommandLine;
using Microsoft.Playwright;

namespace Corridor.Acceptance.Browser;

/// <summary>The report of the bundled package in a real browser.</summary>
public sealed class ReportPageTests(ReportPages pages) : IClassFixture<ReportPages>
{
    [Fact]
    public void ThePageIsWrittenAgainToTheByteAndIsSmall()
    {
        string again = Path.Combine(pages.Folder, "again.html");
        Outcome outcome = CorridorProcess.Run(pages.Folder, "report", ".", "--out", again);
        outcome.Code.ShouldBe(0, outcome.Error);
        byte[] first = File.ReadAllBytes(pages.File), second = File.ReadAllBytes(again);
        second.AsSpan().SequenceEqual(first).ShouldBeTrue();
        first.Length.ShouldBeLessThan(3_000_000);
    }

    [SkippableFact]
    public async Task ItOpensWithoutComplaintAndAsksForNothing()
    {
        await using ReportPages.Opened opened = await pages.Open();
        await opened.Page.WaitForTimeoutAsync(300);
        opened.Complaints.ShouldBeEmpty();
        opened.Requests.ShouldBe([new Uri(pages.File).AbsoluteUri]);
    }

    [SkippableFact]
    public async Task AllLinksInsideLeadSomewhere()
    {
        await using ReportPages.Opened opened = await pages.Open();
        string[] broken = await opened.Page.EvaluateAsync<string[]>("[...document.querySelectorAll('a[href^=\"#\"]')].map(a => a.hash.slice(1)).filter(h => !document.getElementById(decodeURIComponent(h)))");
        broken.ShouldBeEmpty();
        int links = await opened.Page.EvaluateAsync<int>("document.querySelectorAll('a[href^=\"#\"]').length");
        links.ShouldBeGreaterThan(200);
    }

    [SkippableTheory]
    [InlineData(ColorScheme.Light, 1280, true)]
    [InlineData(ColorScheme.Dark, 1280, false)]
    [InlineData(ColorScheme.Light, 390, false)]
    public async Task AxeFindsNoSeriousFault(ColorScheme scheme, int width, bool unfolded)
    {
        Skip.If(AxeCore.Script is null, "axe-core is not installed; ./test installs it where npm is.");
        await using ReportPages.Opened opened = await pages.Open(width, scheme);
        if (unfolded)
            await opened.Page.EvaluateAsync("document.querySelectorAll('details:not(.data)').forEach(d => d.open = true)");
        await opened.Page.EvaluateAsync("code => { const s = document.createElement('script'); s.textContent = code; document.head.append(s); }", AxeCore.Script);
        string found = await opened.Page.EvaluateAsync<string>(
            "axe.run(document, { resultTypes: ['violations'] }).then(r => JSON.stringify(r.violations.filter(v => ['serious', 'critical'].includes(v.impact)).map(v => ({ id: v.id, help: v.help, count: v.nodes.length, first: v.nodes[0].html.slice(0, 300), why: v.nodes[0].failureSummary }))))");
        JsonDocument.Parse(found).RootElement.GetArrayLength().ShouldBe(0, found);
    }

    [SkippableFact]
    public async Task TheMonthSliderChangesTheMap()
    {
        await using ReportPages.Opened opened = await pages.Open();
        ILocator slider = opened.Page.Locator("#map input[type=range]");
        ILocator output = opened.Page.Locator("#map output");
        string before = await output.InnerTextAsync();
        string drawing = await opened.Page.Locator("#map svg").First.InnerHTMLAsync();
        await slider.FillAsync("2");
        (await output.InnerTextAsync()).ShouldNotBe(before);
        (await opened.Page.Locator("#map svg").First.InnerHTMLAsync()).ShouldNotBe(drawing);
        opened.Complaints.ShouldBeEmpty();
    }

    [SkippableFact]
    public async Task ASourceOpensBesideItsFigureAndClosesByKeyboard()
    {
        await using ReportPages.Opened opened = await pages.Open();
        ILocator mark = opened.Page.Locator("#contracts a.src").First;
        await mark.FocusAsync();
        await opened.Page.Keyboard.PressAsync("Enter");
        ILocator source = opened.Page.Locator(".pop");
        (await source.IsVisibleAsync()).ShouldBeTrue();
        (await source.InnerTextAsync()).ShouldContain("acq");
        await opened.Page.Keyboard.PressAsync("Escape");
        (await source.IsVisibleAsync()).ShouldBeFalse();
    }

    [SkippableFact]
    public async Task ThePointerShowsTheFiguresOfTheMonth()
    {
        await using ReportPages.Opened opened = await pages.Open();
        ILocator chart = opened.Page.Locator("#chart-country-gas-ru svg");
        await chart.ScrollIntoViewIfNeededAsync();
        await chart.HoverAsync(new LocatorHoverOptions { Position = new Position { X = 60, Y = 60 } });
        string tip = await opened.Page.Locator(".tip").InnerTextAsync();
        tip.ShouldContain("Jan");
        tip.ShouldContain("own production");
        tip.ShouldContain("bcm at 20");
    }

    [SkippableFact]
    public async Task NothingSticksOutOnAPhone()
    {
        await using ReportPages.Opened opened = await pages.Open(390);
        int width = await opened.Page.EvaluateAsync<int>("document.documentElement.scrollWidth");
        width.ShouldBeLessThanOrEqualTo(390);
    }

    [SkippableFact]
    public async Task TheThemeCanBeChosenAndIsNeverPrinted()
    {
        await using ReportPages.Opened opened = await pages.Open(scheme: ColorScheme.Dark);
        const string ground = "getComputedStyle(document.body).backgroundColor";
        string dark = await opened.Page.EvaluateAsync<string>(ground);
        await opened.Page.Locator(".theme").ClickAsync();
        (await opened.Page.EvaluateAsync<string>(ground)).ShouldNotBe(dark);
        await opened.Page.Locator(".theme").ClickAsync();
        (await opened.Page.EvaluateAsync<string>(ground)).ShouldBe(dark);
        await opened.Page.EmulateMediaAsync(new PageEmulateMediaOptions { Media = Media.Print });
        (await opened.Page.EvaluateAsync<string>(ground)).ShouldBe("rgb(255, 255, 255)");
    }
}
