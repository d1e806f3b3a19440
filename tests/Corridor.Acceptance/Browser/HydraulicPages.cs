using Corridor.Model.Hydraulics;
using Corridor.Reporting.Hydraulics;
using Corridor.Studies.Hydraulics;
using Microsoft.Playwright;

namespace Corridor.Acceptance.Browser;

/// <summary>The report of a small gas network, and a browser to open it in; made once for all tests.</summary>
public sealed class HydraulicPages : IAsyncLifetime
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("corridor-hydraulics-");
    private IPlaywright? _playwright;
    private IBrowser? _browser;

    /// <summary>The page.</summary>
    public string File => Path.Combine(_folder.FullName, "hydraulics.html");

    public async Task InitializeAsync()
    {
        GasNetwork network = Network();
        HydraulicSolution solution = SteadyFlow.Solve(network, new HydraulicSettings());
        solution.Status.ShouldBe(HydraulicStatus.Converged);
        HydraulicReport.Write(new HydraulicReportInput { Network = network, Solution = solution, Checks = [new HydraulicCheck("mass balance", 0, 1e-9, "")] }, File);
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
        _folder.Delete(recursive: true);
    }

    internal Task<ReportPages.Opened> Open(int width = 1280, ColorScheme scheme = ColorScheme.Light)
    {
        Skip.If(Chromium.Program is null, "There is no Chromium on this machine; CORRIDOR_CHROMIUM names one.");
        return ReportPages.Open(_browser!, File, width, scheme);
    }

    private static GasNetwork Network()
    {
        GasNode Node(string id, double x, double y, double injection = 0, double? held = null) =>
            new() { Id = id, X = x, Y = y, Injection = injection, PressureSetpoint = held, PressureMin = 45e5, PressureMax = 80e5 };
        GasPipe Pipe(string id, int from, int to, double km) => new() { Id = id, From = from, To = to, Length = km * 1000, Diameter = 0.6, Roughness = 2e-5 };
        return new GasNetwork
        {
            Name = "Fork",
            Gas = new GasQuality { Name = "natural gas", MolarMass = 0.0173, PseudocriticalPressure = 4.6e6, PseudocriticalTemperature = 197 },
            Nodes = [Node("spring", 0, 50, held: 68e5), Node("mill", 90, 50), Node("mill-out", 96, 50), Node("fork", 180, 52), Node("hill", 260, 90, -18), Node("dale", 270, 12, -24)],
            Elements =
            [
                Pipe("trunk", 0, 1, 90),
                new GasCompressorStation { Id = "Mill", From = 1, To = 2, Control = new StationControl(StationMode.OutletPressure, 70e5) },
                Pipe("middle", 2, 3, 84),
                Pipe("up", 3, 4, 80),
                Pipe("down", 3, 5, 92),
                new GasValve { Id = "tie", From = 4, To = 5, IsOpen = false },
            ],
        };
    }
}
