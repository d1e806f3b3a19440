using Corridor.Model.Findings;
using Corridor.Reporting.Html;
using Corridor.Reporting.Hydraulics.Sections;
using Corridor.Reporting.Terminal;
using Corridor.Studies.Hydraulics;
using Corridor.Studies.Hydraulics.Nominations;
using Corridor.Studies.Hydraulics.Transient;

namespace Corridor.Reporting.Hydraulics;

/// <summary>The head of the page: the question, the answer in a few sentences made from the figures, and how far to trust it.</summary>
internal sealed class HydraulicHeader(HydraulicContext context)
{
    private readonly HydraulicUnits _units = context.Units;

    /// <summary>The question: that of the caller, or one made from the network's name.</summary>
    public string Question() => context.Input.Question ?? (context.Input.Transient is { Times: { Count: > 0 } times }
        ? $"{context.Network.Name}: how do pressures move over {TimeText.Of(times[^1] - times[0])}, and is everyone served?"
        : $"{context.Network.Name}: which pressures do its flows need, and do they stay within their limits?");

    /// <summary>Writes the head.</summary>
    public void Write(HtmlWriter html)
    {
        using (html.Open("p", ("class", "kicker")))
        {
            html.Text($"Corridor hydraulics · {context.Network.Name}{(context.Input.Source is { } source ? " · " + source : "")}");
            html.Leaf("button", "Dark or light", ("type", "button"), ("class", "theme"), ("hidden", ""));
        }

        html.Leaf("h1", Question());
        using (html.Open("div", ("class", "answer"), ("id", "answer")))
        {
            foreach (string sentence in Answer())
                html.Leaf("p", sentence, ("class", context.MayBeShown || context.Solution is null ? null : "bad"));
        }

        Badges(html);
    }

    private IEnumerable<string> Answer()
    {
        if (context.Input.Nominations.Count > 0)
            yield return $"{NumberText.Count(context.Input.Nominations.Count(n => n.Verdict.Status == NominationStatus.Feasible))} of {NumberText.Count(context.Input.Nominations.Count)} nomination{(context.Input.Nominations.Count == 1 ? "" : "s")} can be carried.";
        if (context.Input.UnreadNominations.Count is > 0 and int unread)
            yield return unread == 1 ? "One file holds errors; nothing was decided about it." : $"{NumberText.Count(unread)} files hold errors; nothing was decided about them.";
        if (context.Input.Nomination is { } verdict)
        {
            yield return NominationSection.Sentence(verdict);
            if (verdict.Status != NominationStatus.Feasible && verdict.Explanation.Count > 0)
                yield return verdict.Explanation[0];
        }

        if (context.Input.Transient is { } run)
        {
            foreach (string sentence in Motion(run))
                yield return sentence;
        }

        if (context.Solution is not { } solution || context.IsInstant)
            yield break;
        if (!context.MayBeShown)
        {
            foreach (string sentence in Refusal(solution))
                yield return sentence;
            yield break;
        }

        yield return Verdict();
        yield return Pressures();
        if (Stations() is { Length: > 0 } stations)
            yield return stations;
    }

    private IEnumerable<string> Motion(TransientResult run)
    {
        if (run.Status is TransientStatus.Invalid || run.Times.Count == 0)
        {
            yield return "Nothing was simulated over time.";
            if (run.Complaints.Count > 0)
                yield return Sentence(run.Complaints[0].Message);
            yield break;
        }

        string length = TimeText.Of(run.Times[^1] - run.Times[0]);
        if (run.Certificate is { Holds: false })
            yield return "The check of the run fails, so its figures cannot be relied on and no state is shown.";
        yield return run.Status == TransientStatus.Completed
            ? $"The network was followed through {length}; every step's equations hold."
            : $"The run ended after {length}{(run.Status == TransientStatus.Cancelled ? ", cancelled" : ": no step however short found a solution")}; what follows belongs to the time up to then.";
        RegionSurvival[] failed = [.. run.Regions.Where(r => r.Time is not null).OrderBy(r => r.Time)];
        if (failed.Length > 0)
            yield return $"Protected customers of {MotionSection.Region(failed[0])} are served in full for {TimeText.Of(failed[0].Time!.Value)}{(failed[0].SinceEvent is { } since ? $", {TimeText.Of(since)} after the first event" : "")}; {context.Name(failed[0].Node)} fails first.";
        else if (run.Regions.Count > 0)
            yield return "All protected customers are served in full throughout.";
        NodeOutcome[] known = [.. run.Nodes.Where(n => double.IsFinite(n.PressureLowest))];
        if (known.Length > 0 && known.MinBy(n => n.PressureLowest) is { } lowest)
            yield return $"The lowest pressure is {_units.BarText(lowest.PressureLowest)} absolute, at {context.Name(lowest.Node)} after {TimeText.Of(lowest.TimeOfLowest)}.";
    }

    private IEnumerable<string> Refusal(HydraulicSolution solution)
    {
        HydraulicComplaint? gravest = context.Complaints.FirstOrDefault(c => c.IsFatal) ?? (context.Complaints.Count > 0 ? context.Complaints[0] : null);
        yield return context.HasState
            ? "A state was found, but the independent check does not confirm it, so no pressure is shown: none could be relied on."
            : solution.Status == HydraulicStatus.Infeasible
                ? "No steady state fits these flows and settings."
                : "No steady state was found, so no pressure is shown: none could be relied on.";
        if (gravest is not null && !context.HasState)
            yield return Sentence(gravest.Message);
        if (context.HasState && context.Input.Checks.FirstOrDefault(c => !c.Holds) is { } failed)
            yield return $"What failed: {failed.Name}, {NumberText.Residual(failed.Residual)} where {NumberText.Residual(failed.Limit)} is allowed{(failed.Where.Length > 0 ? ", at " + failed.Where : "")}.";
    }

    private string Verdict()
    {
        int passed = context.Complaints.Count;
        if (passed > 0)
            return $"A steady state exists, but it passes {(passed == 1 ? "a limit" : $"{NumberText.Count(passed)} limits")}. {Sentence(context.Complaints[0].Message)}";
        int[] bounded = [.. Enumerable.Range(0, context.Network.Nodes.Count).Where(n => !double.IsNaN(context.Margin(n)))];
        if (bounded.Length == 0)
            return "A steady state exists: the flows asked for pass. No node states limits of pressure.";
        int nearest = bounded.OrderBy(context.Margin).First();
        if (context.Outside(nearest) != 0)
            return $"A steady state exists, but {context.Name(nearest)} is at {_units.BarText(context.Pressure(nearest))}, {_units.Bar(-context.Margin(nearest))} outside of its limits.";
        bool low = context.MarginBelow(nearest) <= context.MarginAbove(nearest) || double.IsNaN(context.MarginAbove(nearest));
        return $"The flows asked for pass, and every stated limit of pressure holds. Nearest to a limit is {context.Name(nearest)}, {_units.Bar(Math.Max(0, context.Margin(nearest)))}\u00A0bar {(low ? "above its least" : "below its greatest")} pressure.";
    }

    private string Pressures()
    {
        int[] known = [.. Enumerable.Range(0, context.Network.Nodes.Count).Where(n => double.IsFinite(context.Pressure(n)))];
        if (known.Length == 0)
            return "No node has a pressure.";
        int least = known.MinBy(context.Pressure), most = known.MaxBy(context.Pressure);
        double entering = known.Sum(n => Math.Max(0, context.Injection(n)));
        string pressures = known.Length == 1 || least == most
            ? $"The pressure is {_units.BarText(context.Pressure(least))}"
            : $"Pressures lie between {_units.Bar(context.Pressure(least))} ({context.Name(least)}) and {_units.BarText(context.Pressure(most))} ({context.Name(most)})";
        return $"{pressures}, absolute; {_units.FlowText(entering, null)} enter.";
    }

    private string Stations()
    {
        int[] working = [.. Enumerable.Range(0, context.Network.Elements.Count).Where(e => context.Element(e).Power > 0)];
        if (working.Length == 0)
            return "";
        double power = working.Sum(e => context.Element(e).Power), fuel = working.Sum(e => context.Element(e).FuelPower);
        return $"{(working.Length == 1 ? "One compressor station takes" : $"{NumberText.Count(working.Length)} compressor stations take")} {HydraulicUnits.Power(power)} at the shaft{(fuel > 1.001 * power ? $", for which the drives take {HydraulicUnits.Power(fuel)}" : "")}.";
    }

    private void Badges(HtmlWriter html)
    {
        using (html.Open("ul", ("class", "badges")))
        {
            if (context.IsInstant)
            {
                bool? holds = context.Input.Transient!.Certificate?.Holds;
                using (html.Open("li"))
                    html.Leaf("a", holds switch { true => "✓ Run checked: mass balance and every step", false => "✗ The check of the run fails", null => "Run not checked a second time" }, ("href", "#certificate"), ("class", holds switch { true => "good", false => "bad", null => null }));
            }
            else if (context.Solution is { } solution)
            {
                bool isChecked = context.MayBeShown && context.Input.Checks.Count > 0;
                string word = isChecked ? "✓ Checked independently" : context.MayBeShown ? "Converged, not checked independently" : solution.Status == HydraulicStatus.Infeasible ? "✗ Infeasible" : "✗ No certified state";
                using (html.Open("li"))
                    html.Leaf("a", word, ("href", "#certificate"), ("class", isChecked ? "good" : context.MayBeShown ? null : "bad"));
            }

            html.Leaf("li", $"{NumberText.Count(context.Network.Nodes.Count)} node{(context.Network.Nodes.Count == 1 ? "" : "s")}, {NumberText.Count(context.Network.Elements.Count)} element{(context.Network.Elements.Count == 1 ? "" : "s")}");
            using (html.Open("li"))
                html.Leaf("a", Laws.Short(context), ("href", "#laws"));
            int warnings = context.Input.Findings.Count(f => f.Severity >= Severity.Warning);
            if (warnings > 0)
            {
                using (html.Open("li"))
                    html.Leaf("a", warnings == 1 ? "1 warning" : NumberText.Count(warnings) + " warnings", ("href", "#findings"));
            }
        }
    }

    private static string Sentence(string message) => message.Length == 0 || message[^1] is '.' or '!' or '?' ? message : message + ".";
}
