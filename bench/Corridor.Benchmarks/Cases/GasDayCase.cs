using System.Diagnostics;
using System.Globalization;
using Corridor.Data.Formats;
using Corridor.Model.Findings;
using Corridor.Model.Hydraulics;
using Corridor.Studies.Hydraulics;
using Corridor.Studies.Hydraulics.Nominations;
using Corridor.Studies.Hydraulics.Transient;

namespace Corridor.Benchmarks.Cases;

/// <summary>
/// A day of a GasLib network in steps of five minutes: it starts from the settings and the state that the validation of a nomination finds; all exits follow a daily
/// curve 1 + 0.1·sin, the entries feed what is nominated, the one that holds its pressure follows; set points of stations and regulators stay.
/// </summary>
internal static class GasDayCase
{
    internal const double Day = 86_400.0;

    internal static int Run(string[] arguments)
    {
        if (arguments is not [string folder, ..])
        {
            Console.Error.WriteLine("usage: transient FOLDER [NOMINATION.scn]");
            return 2;
        }

        var findings = new FindingList();
        string? file = arguments.Length > 1 ? arguments[1] : Directory.EnumerateFiles(folder, "*.scn").Order(StringComparer.Ordinal).FirstOrDefault();
        GasNetworkInput? input = GasNetworkInput.Read(folder, new GasNetworkInputOptions { Nomination = file, NeedsNomination = true }, findings);
        if (input is null)
        {
            Console.Error.WriteLine($"{folder} cannot be read: {findings.Errors} errors.");
            return 1;
        }

        NominationVerdict verdict = NominationStudy.Validate(input.Network, new HydraulicSettings());
        if (verdict is not { Network: { } network, Solution: { } solution })
        {
            Console.Error.WriteLine($"The nomination is {verdict.Status}: there is nothing to start from.");
            return 1;
        }

        Console.WriteLine("| steps of | status | steps | rejected | iterations | mass balance | residual | lowest pressure | processor time |");
        Console.WriteLine("|---|---|---|---|---|---|---|---|---|");
        foreach (bool isAdaptive in new[] { false, true })
        {
            TransientResult run = Measure(network, solution, isAdaptive, out double seconds);
            Console.WriteLine(Row(run, isAdaptive, seconds));
            foreach (HydraulicComplaint complaint in run.Complaints.Where(complaint => complaint.IsFatal))
                Console.WriteLine(complaint.Message);
        }

        return 0;
    }

    internal static TransientResult Measure(GasNetwork network, HydraulicSolution solution, bool isAdaptive, out double seconds)
    {
        double[] times = [.. Enumerable.Range(0, 97).Select(k => 900.0 * k)];
        var exits = new List<NodeSeries>();
        for (int i = 0; i < network.Nodes.Count; i++)
        {
            double injection = solution.Nodes[i].Injection;
            if (network.Nodes[i].PressureSetpoint is null && injection < 0.0)
                exits.Add(new NodeSeries(i, new TimeSeries(times, [.. times.Select(time => injection * (1.0 + (0.1 * Math.Sin(2.0 * Math.PI * time / Day))))])));
        }

        var settings = new TransientSettings { Duration = Day, Step = 300.0, OutputInterval = 3600.0, IsAdaptive = isAdaptive };
        var schedule = new TransientSchedule { Boundary = new GasSchedule { End = Day, Injections = exits } };
        using var process = Process.GetCurrentProcess();
        process.Refresh();
        TimeSpan before = process.TotalProcessorTime;
        TransientResult run = TransientFlow.Run(network, solution, settings, schedule);
        process.Refresh();
        seconds = (process.TotalProcessorTime - before).TotalSeconds;
        return run;
    }

    internal static string Row(TransientResult run, bool isAdaptive, double seconds) => string.Create(
        CultureInfo.InvariantCulture,
        $"| {(isAdaptive ? "adaptive" : "300 s")} | {run.Status}{(run.Certificate is { Holds: true } ? ", certified" : "")} | {run.Steps.Accepted} | {run.Steps.Rejected} | {run.Steps.Iterations} | {run.Balance.RelativeError:0.0e+0} | {run.Steps.Residual:0.0e+0} | {(run.Certificate?.LowestPressure ?? double.NaN) / 1e5:0.00} bar | {seconds:0.00} s |");
}
