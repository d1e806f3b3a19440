using Corridor.Acceptance.CommandLine;
using Microsoft.Playwright;

namespace Corridor.Acceptance.Browser;

/// <summary>A report of the bundled package in months, and a browser to open it in; made once for all tests.</summary>
public sealed class ReportPages : IAsyncLifetime
{
    private IPlaywright? _playwright;
    private IBrowser? _browser;

    /// <summary>The folder of the run.</summary>
    public string Folder { get; } = Path.Combine(Directory.CreateTempSubdirectory("corridor-report-").FullName, "run");

    /// <summary>The page.</summary>
    public string File => Path.Combine(Folder, "report.html");

    public async Task InitializeAsync()
    {
        Outcome outcome = CorridorProcess.Run(Root(), "run", "data/eurasia", "--step", "month", "--out", Folder, "--quiet");
        outcome.Code.ShouldBe(0, outcome.Error);
        if (Chromium.Program is null)
            return;
        _playwright = await Playwright.CreateAsync();
        _browser = await Chromium.Start(_playwright);
    }

    public async Task DisposeAsync()
    {
        if (_browser is not null)
            await _browser.CloseAsync();
        _playwright?.Dispose();
        Directory.Delete(Path.GetDirectoryName(Folder)!, recursive: true);
    }

    private static string Root()
    {
        DirectoryInfo? root = new(AppContext.BaseDirectory);
        while (root is not null && !System.IO.File.Exists(Path.Combine(root.FullName, "Corridor.slnx")))
            root = root.Parent;
        return root.ShouldNotBeNull().FullName;
    }

    /// <summary>Opens the page; skips the test where there is no browser.</summary>
    public Task<Opened> Open(int width = 1280, ColorScheme scheme = ColorScheme.Light)
    {
        Skip.If(_browser is null, "No Chromium on this machine; CORRIDOR_CHROMIUM names one.");
        return Open(_browser!, File, width, scheme);
    }

    /// <summary>Opens a page in a browser.</summary>
    internal static async Task<Opened> Open(IBrowser browser, string file, int width, ColorScheme scheme)
    {
        IBrowserContext context = await browser.NewContextAsync(new BrowserNewContextOptions { ViewportSize = new ViewportSize { Width = width, Height = 900 }, ColorScheme = scheme });
        IPage page = await context.NewPageAsync();
        var opened = new Opened(page);
        page.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning")
                opened.Complaints.Add(message.Text);
        };
        page.PageError += (_, error) => opened.Complaints.Add(error);
        page.Request += (_, request) => opened.Requests.Add(request.Url);
        await page.GotoAsync(new Uri(file).AbsoluteUri);
        return opened;
    }

    /// <summary>An open page with what it complained of and asked for.</summary>
    public sealed record Opened(IPage Page) : IAsyncDisposable
    {
        public List<string> Complaints { get; } = [];

        public List<string> Requests { get; } = [];

        public async ValueTask DisposeAsync() => await Page.Context.CloseAsync();
    }
}
