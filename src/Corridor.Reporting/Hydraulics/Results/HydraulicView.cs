using System.Globalization;
using Corridor.Model.Hydraulics;
using Corridor.Reporting.Terminal;
using Corridor.Studies.Hydraulics;
using Corridor.Studies.Hydraulics.Nominations;
using Corridor.Studies.Hydraulics.Verification;

namespace Corridor.Reporting.Hydraulics.Results;

/// <summary>A steady study on one screen.</summary>
public static class HydraulicView
{
    private const int Listed = 12;
    private const double BarPascal = 1e5;

    /// <summary>Writes it.</summary>
    /// <param name="screen">Where to.</param>
    /// <param name="outcome">The study.</param>
    public static void Write(Screen screen, SteadyOutcome outcome)
    {
        ArgumentNullException.ThrowIfNull(screen);
        ArgumentNullException.ThrowIfNull(outcome);
        GasNetwork network = outcome.Network;
        screen.Write($"{network.Name} ({outcome.Source}): {NumberText.Count(network.Nodes.Count)} nodes, {Counts(network)}", TextStyle.Heading, 2);
        screen.Write(Sentence(outcome), outcome.IsCertified ? TextStyle.Good : TextStyle.Bad, 2);
        screen.Line();
        if (outcome.IsCertified)
            State(screen, outcome);
        else
            Refusal(screen, outcome);
        Complaints(screen, outcome);
    }

    /// <summary>The answer in a sentence.</summary>
    public static string Sentence(SteadyOutcome outcome)
    {
        ArgumentNullException.ThrowIfNull(outcome);
        bool isNomination = outcome.Verdict is not null;
        return outcome.Status switch
        {
            "converged" when outcome.Verdict is { Status: NominationStatus.FeasibleWithoutMaps } =>
                "Feasible only without the maps of machines: the flows stay within all bounds of pressure and flow, checked again independently, but no settings were found that keep every station within its map.",
            "converged" when isNomination => "Feasible: settings were found under which the flows stay within all bounds; checked again independently.",
            "converged" when outcome.Solution!.Complaints.Count > 0 => "A steady state exists and was checked independently, but it passes limits.",
            "converged" => "A steady state exists: every law, balance and set point was checked again independently.",
            "infeasible" when outcome.Verdict is { Proof: not null } => "Infeasible: no settings of valves, regulators and stations let these flows pass. The proof was checked.",
            "infeasible" => "Infeasible: the given flows and settings contradict each other or the physics.",
            _ when outcome.Verdict is { MissingFigure: not null } => "Failed: a law cannot be used, for a figure that it needs is missing.",
            _ when outcome.Verdict is { Status: NominationStatus.Undecided } => "Undecided: neither settings nor a proof that there are none were found.",
            _ when outcome.Check is { Verdict: HydraulicVerdict.Refuted } => "A state was found, but the independent check does not confirm it; it is not shown.",
            _ => "No steady state was found.",
        };
    }

    private static void State(Screen screen, SteadyOutcome outcome)
    {
        HydraulicSolution solution = outcome.Solution!;
        GasNetwork network = outcome.Network;
        int[] known = [.. Enumerable.Range(0, network.Nodes.Count).Where(n => double.IsFinite(solution.Nodes[n].Pressure))];
        if (known.Length > 0)
        {
            int least = known.MinBy(n => solution.Nodes[n].Pressure);
            int greatest = known.MaxBy(n => solution.Nodes[n].Pressure);
            Figure(screen, "greatest pressure", $"{Bar(solution.Nodes[greatest].Pressure)} at {Name(network.Nodes[greatest])}");
            Figure(screen, "least pressure", $"{Bar(solution.Nodes[least].Pressure)} at {Name(network.Nodes[least])}");
        }

        int[] moving = [.. Enumerable.Range(0, network.Elements.Count).Where(e => double.IsFinite(solution.Elements[e].Velocity))];
        if (moving.Length > 0)
        {
            int fastest = moving.MaxBy(e => Math.Abs(solution.Elements[e].Velocity));
            double limit = solution.Elements[fastest].ErosionalVelocity;
            Figure(screen, "greatest velocity", $"{Number(Math.Abs(solution.Elements[fastest].Velocity))}\u00A0m/s in {network.Elements[fastest].Kind} {network.Elements[fastest].Id}{(double.IsFinite(limit) ? $" (erosion is feared at {Number(limit)}\u00A0m/s)" : "")}");
        }

        Figure(screen, "entering", Flow(network, solution.Nodes.Sum(n => Math.Max(n.Injection, 0))));
        double linepack = solution.Elements.Sum(e => double.IsFinite(e.Linepack) ? e.Linepack : 0);
        Figure(screen, "linepack", $"{NumberText.Of(linepack / 1000)}\u00A0t");
        if (solution.Elements.Sum(e => e.Power) is > 0 and double power)
            Figure(screen, "compressor power", $"{NumberText.Of(power / 1e6)}\u00A0MW, taking {NumberText.Of(solution.Elements.Sum(e => e.FuelPower) / 1e6)}\u00A0MW");
        if (solution.Fuel.Sum(draw => draw.Flow) is > 0 and double burnt)
            Figure(screen, "fuel gas taken", Flow(network, burnt));
        Stations(screen, network, solution);
        screen.Line();
        Figure(screen, "laws", $"friction {HydraulicWords.Of(solution.Settings.Friction ?? network.Friction ?? FrictionKind.Colebrook)}, equation of state {HydraulicWords.Of(solution.Settings.EquationOfState ?? network.EquationOfState ?? EquationOfStateKind.Papay)}");
        HydraulicResidual worst = outcome.Check!.Residuals.MaxBy(r => r.Value / r.Tolerance)!;
        Figure(screen, "checked", $"{outcome.Check.Residuals.Count} kinds of residual; nearest to its limit: {HydraulicWords.Of(worst.Kind)}, {NumberText.Residual(worst.Value)} of {NumberText.Residual(worst.Tolerance)}");
        Figure(screen, "iterations", $"{NumberText.Count(solution.Iterations)}, residual {NumberText.Residual(solution.Residual)}, {Seconds(outcome.Seconds)}");
    }

    private static void Stations(Screen screen, GasNetwork network, HydraulicSolution solution)
    {
        int[] stations = [.. Enumerable.Range(0, network.Elements.Count).Where(e => network.Elements[e] is GasCompressorStation or GasControlValve)
            .OrderBy(e => network.Elements[e] is GasCompressorStation ? (solution.Elements[e].Power > 0 ? 0 : 2) : 1)
            .ThenByDescending(e => solution.Elements[e].Power).ThenByDescending(e => Math.Abs(solution.Elements[e].Flow)).ThenBy(e => e)];
        if (stations.Length == 0)
            return;
        screen.Line();
        bool named = stations.Select(e => network.Elements[e].Id).Distinct(StringComparer.Ordinal).Count() < stations.Length;
        TextTable table = new TextTable().Text("station", 32);
        if (named)
            table.Text("kind", 10);
        table.Text("does", 16).Number("bar in").Number("bar out").Number("ratio").Number("kg/s").Number("MW").Number("fuel MW").Number("effic.");
        foreach (int e in stations.Take(2 * Listed))
        {
            GasElement element = network.Elements[e];
            ElementState state = solution.Elements[e];
            string[] cells =
            [
                " " + element.Id,
                .. named ? [element is GasCompressorStation ? "compressor" : "regulator"] : Array.Empty<string>(),
                Mode(state.Mode),
                Digits(solution.Nodes[element.From].Pressure / BarPascal, "0.00"),
                Digits(solution.Nodes[element.To].Pressure / BarPascal, "0.00"),
                Digits(state.Ratio, "0.000"),
                Digits(state.Flow, "0.0"),
                element is GasCompressorStation ? Digits(state.Power / 1e6, "0.00") : "",
                state.FuelPower > 0 ? Digits(state.FuelPower / 1e6, "0.00") : "",
                state.Operation is { } operation ? Digits(operation.Efficiency, "0.000") : "",
            ];
            table.Row(cells);
        }

        table.Write(screen);
        if (stations.Length > 2 * Listed)
            screen.Write($"  … and {NumberText.Count(stations.Length - (2 * Listed))} more; --json lists all.");
    }

    private static void Refusal(Screen screen, SteadyOutcome outcome)
    {
        foreach (string sentence in outcome.Verdict?.Explanation ?? [])
            screen.Write("  " + sentence, indent: 2);
        if (outcome.Check is { Verdict: HydraulicVerdict.Refuted } check)
        {
            foreach (HydraulicResidual residual in check.Violations.Take(Listed))
                screen.Write($"  {HydraulicWords.Of(residual.Kind)}: {residual.Message}", indent: 4);
        }

        Figure(screen, "time", Seconds(outcome.Seconds));
    }

    private static void Complaints(Screen screen, SteadyOutcome outcome)
    {
        IReadOnlyList<HydraulicComplaint> complaints = outcome.Solution?.Complaints ?? [];
        if (complaints.Count == 0)
            return;
        screen.Line();
        screen.Write(complaints.Any(c => c.IsFatal) ? "What stands in the way:" : "Limits that are passed:", TextStyle.Heading);
        foreach (HydraulicComplaint complaint in complaints.Take(Listed))
            screen.Write("  " + complaint.Message, complaint.IsFatal ? TextStyle.Bad : TextStyle.Caution, 4);
        if (complaints.Count > Listed)
            screen.Write($"  … and {NumberText.Count(complaints.Count - Listed)} more; --json lists all.");
    }

    internal static void Figure(Screen screen, string name, string value) => screen.Write($"  {name,-19}{value}", indent: 21);

    internal static string Name(GasNode node) => node.Name is { Length: > 0 } name && name != node.Id ? $"{node.Id} ({name})" : node.Id;

    internal static string Bar(double pascal) => Digits(pascal / BarPascal, "0.###") + "\u00A0bar";

    internal static string Seconds(double value) => value.ToString("0.000", CultureInfo.InvariantCulture) + "\u00A0s";

    internal static string Mode(StationMode? mode) => mode switch
    {
        StationMode.Closed => "closed",
        StationMode.Bypass => "bypass",
        StationMode.Ratio => "ratio",
        StationMode.OutletPressure => "outlet pressure",
        StationMode.InletPressure => "inlet pressure",
        StationMode.Flow => "flow",
        StationMode.Power => "power",
        StationMode.PressureRise => "pressure rise",
        _ => "",
    };

    internal static string Digits(double value, string format) => double.IsFinite(value) ? value.ToString(format, CultureInfo.InvariantCulture).Replace('-', '−') : NumberText.None;

    private static string Number(double value) => Digits(value, value < 10 ? "0.00" : "0.0");

    private static string Flow(GasNetwork network, double massFlow)
    {
        double density = network.Gas.NormDensity ?? network.NormPressure * network.Gas.MolarMass / (8.31446261815324 * network.NormTemperature);
        return $"{Digits(massFlow, "0.###")}\u00A0kg/s, {NumberText.Of(massFlow / density * 3.6)} thousand m³/h at norm conditions";
    }

    private static string Counts(GasNetwork network) =>
        string.Join(", ", network.Elements.GroupBy(e => e.Kind).Select(g => $"{NumberText.Count(g.Count())} {(g.Key == "compressor" ? "compressor station" : g.Key.Replace('-', ' '))}{(g.Count() == 1 ? "" : "s")}"));
}
