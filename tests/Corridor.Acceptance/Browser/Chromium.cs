using Microsoft.Playwright;

namespace Corridor.Acceptance.Browser;

/// <summary>A Chromium of the machine; the tests are skipped where there is none.</summary>
internal static class Chromium
{
    private static readonly string[] Places = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome", "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"];

    public static string? Program { get; } = new[] { Environment.GetEnvironmentVariable("CORRIDOR_CHROMIUM") }.Concat(Places).FirstOrDefault(p => !string.IsNullOrEmpty(p) && File.Exists(p));

    public static Task<IBrowser> Start(IPlaywright playwright) => playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
    {
        ExecutablePath = Program,
        Headless = true,
        Args = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
    });
}
