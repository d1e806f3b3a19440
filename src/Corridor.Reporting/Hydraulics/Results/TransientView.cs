using Corridor.Model.Hydraulics;
using Corridor.Reporting.Terminal;
using Corridor.Studies.Hydraulics;
using Corridor.Studies.Hydraulics.Transient;

namespace Corridor.Reporting.Hydraulics.Results;

/// <summary>A run of a network in motion on one screen.</summary>
public static class TransientView
{
    private const int Listed = 12;
    private const double SecondsAnHour = 3600;

    /// <summary>Writes it.</summary>
    /// <param name="screen">Where to.</param>
    /// <param name="outcome">The run.</param>
    public static void Write(Screen screen, TransientOutcome outcome)
    {
        ArgumentNullException.ThrowIfNull(screen);
        ArgumentNullException.ThrowIfNull(outcome);
        TransientResult result = outcome.Result;
        GasNetwork network = outcome.Network;
        screen.Write($"{network.Name} ({outcome.Source}) in motion: {NumberText.Count(network.Nodes.Count)} nodes, {NumberText.Count(network.Elements.Count)} elements", TextStyle.Heading, 2);
        screen.Write(Sentence(outcome), outcome.IsCertified ? TextStyle.Good : TextStyle.Bad, 2);
        screen.Line();
        if (outcome.IsCertified)
        {
            HydraulicView.Figure(screen, "time simulated", $"{Hours(result.Times[^1] - result.Times[0])}, {NumberText.Count(result.Steps.Accepted)} steps of {HydraulicView.Digits(result.Steps.Shortest, "0.##")} to {HydraulicView.Digits(result.Steps.Longest, "0.##")}\u00A0s");
            NodeOutcome least = result.Nodes.Where(n => double.IsFinite(n.PressureLowest)).MinBy(n => n.PressureLowest) ?? result.Nodes[0];
            HydraulicView.Figure(screen, "lowest pressure", $"{HydraulicView.Bar(least.PressureLowest)} at {HydraulicView.Name(network.Nodes[least.Node])}, after {Hours(least.TimeOfLowest - result.Times[0])}");
            HydraulicView.Figure(screen, "linepack", $"{NumberText.Of(result.Balance.InitialLinepack / 1000)}\u00A0t at the start, {NumberText.Of(result.TotalLinepack.Min() / 1000)}\u00A0t at least, {NumberText.Of(result.Balance.FinalLinepack / 1000)}\u00A0t at the end");
            HydraulicView.Figure(screen, "mass balance", $"{NumberText.Of(result.Balance.Entered / 1000)}\u00A0t entered, {NumberText.Of(result.Balance.Left / 1000)}\u00A0t left, {NumberText.Of(result.Balance.Lost / 1000)}\u00A0t lost; closes to {NumberText.Residual(result.Balance.RelativeError)}");
            if (result.Nodes.Sum(n => n.Unserved) is > 0 and double unserved)
                HydraulicView.Figure(screen, "not delivered", $"{NumberText.Of(unserved / 1000)}\u00A0t");
            Survival(screen, outcome);
        }

        HydraulicView.Figure(screen, "laws", $"friction {HydraulicWords.Of(outcome.Settings.Friction ?? network.Friction ?? FrictionKind.Colebrook)}, equation of state {HydraulicWords.Of(outcome.Settings.EquationOfState ?? network.EquationOfState ?? EquationOfStateKind.Papay)}");
        HydraulicView.Figure(screen, "time taken", HydraulicView.Seconds(outcome.Seconds));
        foreach (TransientIncident incident in result.Incidents.Take(Listed))
            screen.Write($"  {Hours(incident.Time)}: {incident.Message}", indent: 4);
        foreach (HydraulicComplaint complaint in result.Complaints.Take(Listed))
            screen.Write("  " + complaint.Message, complaint.IsFatal ? TextStyle.Bad : TextStyle.Caution, 4);
        if (result.Complaints.Count > Listed)
            screen.Write($"  … and {NumberText.Count(result.Complaints.Count - Listed)} more; --json lists all.");
    }

    private static void Survival(Screen screen, TransientOutcome outcome)
    {
        foreach (RegionSurvival region in outcome.Result.Regions)
        {
            string name = region.Region.Length > 0 ? region.Region : "protected";
            HydraulicView.Figure(screen, name, region.Time is { } time
                ? region.IsBeforeEvent
                    ? $"fails {Hours(time - outcome.Result.Times[0])} after the start, before the first event; {HydraulicView.Name(outcome.Network.Nodes[region.Node])} fails first"
                    : $"survives {Hours(region.SinceEvent ?? (time - outcome.Result.Times[0]))}; {HydraulicView.Name(outcome.Network.Nodes[region.Node])} fails first"
                : "survives the whole time");
        }
    }

    private static string Sentence(TransientOutcome outcome) => outcome.Result.Status switch
    {
        TransientStatus.Completed when outcome.IsCertified => "The whole time was simulated; every step's equations hold and the mass balance closes.",
        TransientStatus.Completed => $"The run is not shown: its mass balance misses {NumberText.Residual(outcome.Result.Balance.RelativeError)}.",
        TransientStatus.Cancelled => "Stopped as asked; a part of the time is no result.",
        TransientStatus.Invalid => "Nothing was simulated: network and conditions contradict each other, or a figure is missing.",
        _ when outcome.Result.Times.Count == 0 => "Nothing was simulated: no flow was found to start from.",
        _ => "No step found a solution at some time.",
    };

    private static string Hours(double seconds) => HydraulicView.Digits(seconds / SecondsAnHour, "0.##") + "\u00A0h";
}
