using Corridor.Model.Hydraulics;
using Corridor.Reporting.Html;
using Corridor.Reporting.Terminal;
using Corridor.Studies.Hydraulics.Nominations;

namespace Corridor.Reporting.Hydraulics.Sections;

/// <summary>What a validation of a nomination decided, or of a folder of them.</summary>
internal static class NominationSection
{
    private const int Shown = 40;

    /// <summary>Less is rounding [kg/s].</summary>
    private const double LeastImbalance = 1e-6;

    public static IEnumerable<ReportSection> Create(HydraulicContext context)
    {
        if (context.Input.Nomination is { } verdict)
            yield return One(context, verdict);
        if (context.Input.Nominations.Count > 0)
            yield return Many(context.Input.Nominations);
        if (context.Input.UnreadNominations.Count > 0)
            yield return Unread(context.Input.UnreadNominations);
    }

    /// <summary>The verdict in a sentence.</summary>
    public static string Sentence(NominationVerdict verdict) => verdict.Status switch
    {
        NominationStatus.Feasible => $"The nomination can be carried: settings of all valves, regulators and stations were found and confirmed by the steady state that follows from them{(verdict.Power > 0 ? $", with {HydraulicUnits.Power(verdict.Power)} at the shafts" : "")}.",
        NominationStatus.FeasibleWithoutMaps => $"Pressures and flows can be kept within their bounds, confirmed by the steady state that follows from the settings, but no settings were found that keep every machine within its map; outside: {string.Join(", ", verdict.StationsOutsideMap)}.",
        NominationStatus.Infeasible => "The nomination cannot be carried: no settings exist, which was proven and the proof checked.",
        _ when verdict.MissingFigure is not null => "Nothing could be decided: a law cannot be used, for a figure that it needs is missing.",
        _ => "Undecided: neither settings that carry the nomination nor a proof against them were found.",
    };

    private static ReportSection One(HydraulicContext context, NominationVerdict verdict)
    {
        string title = verdict.Status switch
        {
            NominationStatus.Feasible => "The settings that carry the nomination",
            NominationStatus.FeasibleWithoutMaps => "The settings found, with machines outside their maps",
            NominationStatus.Infeasible => "Why no settings carry the nomination",
            _ => "What was tried",
        };
        return new ReportSection("nomination", "Nomination", title, html =>
        {
            foreach (string sentence in verdict.Explanation)
                html.Leaf("p", sentence);
            if (verdict.Proof is { } proof)
            {
                html.Leaf("p", $"The proof splits into {NumberText.Count(proof.Cases.Count)} case{(proof.Cases.Count == 1 ? "" : "s")}; in each, a weighted sum of the conditions named leaves nothing.");
                new HtmlTable<NominationProofCase>("Cases of the proof")
                    .Text("Where", c => c.Condition.Length > 0 ? c.Condition : "in any case")
                    .Text("What conflicts", c => string.Join("; ", c.Conflict.Take(8)) + (c.Conflict.Count > 8 ? $"; {c.Conflict.Count - 8} more" : ""))
                    .WriteFolded(html, proof.Cases, 12, "cases");
            }

            if (Math.Abs(verdict.Imbalance) > LeastImbalance)
                html.Leaf("p", $"Entries less exits as nominated: {NumberText.Of(verdict.Imbalance)}\u00A0kg/s.", ("class", "note"));
            new HtmlTable<ElementSetting>("Settings found; modelled")
                .Text("Element", s => context.Network.Elements[s.Element].Id)
                .Text("Kind", s => HydraulicContext.KindName(context.Network.Elements[s.Element]))
                .Text("Setting", s => context.Network.Elements[s.Element] is GasValve ? s.Mode == StationMode.Closed ? "closed" : "open" : StationSection.Words(context, s.Mode, s.Value))
                .WriteFolded(html, [.. verdict.Settings.OrderBy(s => Order(context.Network.Elements[s.Element])).ThenBy(s => s.Element)], Shown, "settings");
            html.Leaf("p", $"Tried: {NumberText.Count(verdict.Statistics.Assignments)} assignments of discrete states, {NumberText.Count(verdict.Statistics.LinearPrograms)} linear programs, {NumberText.Count(verdict.Statistics.SteadySolves)} steady states.", ("class", "note"));
        });
    }

    private static int Order(GasElement element) => element switch
    {
        GasCompressorStation => 0,
        GasControlValve => 1,
        _ => 2,
    };

    private static ReportSection Unread(IReadOnlyList<UnreadNomination> files)
    {
        string title = files.Count == 1 ? "One file holds errors and was not decided" : $"{NumberText.Count(files.Count)} files hold errors and were not decided";
        return new ReportSection("unread", "Files with errors", title, html =>
            new HtmlTable<UnreadNomination>("What is wrong with them")
            {
                RowClass = _ => "bad",
            }
                .Text("File", f => f.Name)
                .Text("Error", f => f.Error)
                .WriteFolded(html, files, Shown, "files"));
    }

    private static ReportSection Many(IReadOnlyList<NamedNomination> nominations)
    {
        int feasible = nominations.Count(n => n.Verdict.Status == NominationStatus.Feasible);
        return new ReportSection("nominations", "Nominations", $"{NumberText.Count(feasible)} of {NumberText.Count(nominations.Count)} nomination{(nominations.Count == 1 ? "" : "s")} can be carried", html =>
        {
            new HtmlTable<NamedNomination>("Nominations; power and energy modelled")
            {
                RowClass = n => n.Verdict.Status == NominationStatus.Feasible ? null : "passed",
            }
                .Text("Nomination", n => n.Name)
                .Text("Verdict", n => n.Verdict.Status switch
                {
                    NominationStatus.Feasible => "can be carried",
                    NominationStatus.FeasibleWithoutMaps => "only without the maps of machines",
                    NominationStatus.Infeasible => "cannot, proven",
                    _ => "undecided",
                })
                .Number("Shaft power", n => n.Verdict.Status == NominationStatus.Feasible ? HydraulicUnits.Power(n.Verdict.Power) : NumberText.None)
                .Number("Drives take", n => n.Verdict.FuelPower > 0 ? HydraulicUnits.Power(n.Verdict.FuelPower) : NumberText.None)
                .Text("Why", n => n.Verdict.Status == NominationStatus.Feasible || n.Verdict.Explanation.Count == 0 ? "" : n.Verdict.Explanation[0])
                .WriteFolded(html, [.. nominations.OrderBy(n => n.Verdict.Status == NominationStatus.Feasible).ThenBy(n => n.Name, StringComparer.Ordinal)], Shown, "nominations");
        });
    }
}
