using System.Globalization;
using Corridor.Reporting.Terminal;

namespace Corridor.Reporting.Summaries;

/// <summary>Sentences about the physics of gas lines, the same on screen and page.</summary>
internal static class PhysicsText
{
    /// <summary>A flow above the capacity by less than this share is less than the data are exact to.</summary>
    private const double Exactness = 0.01;

    /// <summary>Lines that do not carry what is sent, beyond what the data are exact to.</summary>
    public static int NotCarrying(PhysicsSummary physics) => physics.Lines.Count(l => l.InfeasiblePeriods > 0 && l.Utilisation > 1 + Exactness);

    /// <summary>Whether the pipes carry what the dispatch sends.</summary>
    public static string Headline(PhysicsSummary physics)
    {
        int not = NotCarrying(physics), edge = physics.Lines.Count(l => l.InfeasiblePeriods > 0) - not;
        string full = edge == 0 ? "" : $" {edge} {(edge == 1 ? "is" : "are")} full, with less than 1 % too much.";
        if (physics.Lines.Count == 0)
            return "No gas line with hydraulic data carries anything.";
        return not == 0
            ? $"The pipes carry all that the dispatch sends through the {physics.Lines.Count} gas lines with hydraulic data.{full}"
            : $"{not} of {physics.Lines.Count} gas lines with hydraulic data {(not == 1 ? "does" : "do")} not carry what the dispatch sends through {(not == 1 ? "it" : "them")}.{full}";
    }

    /// <summary>How the pressures were checked a second time.</summary>
    public static string Agreement(PhysicsSummary physics)
    {
        LinePhysicsSummary[] doubtful = [.. physics.Lines.Where(l => !l.Verified)];
        if (doubtful.Length > 0)
            return $"Not verified: the network solver finds other pressures, or none, on {string.Join(", ", doubtful.Select(l => l.Id))}.";
        return physics.Lines.Count == 0 ? "" : $"Pressures and powers of the fullest period of each line agree with the network solver to {NumberText.Residual(physics.Lines.Max(l => l.Agreement))}.";
    }

    /// <summary>Which line, when, by how much, and what it would carry.</summary>
    public static string Infeasible(LinePhysicsSummary line, string name)
    {
        string way = line.Direction == "backward" ? " backward" : "";
        string most = NumberText.Of(line.Capacity), sent = NumberText.Of(line.Flow), excess = NumberText.Of(line.Excess);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{name}{way}: too much in {line.InfeasiblePeriods} of {line.PeriodsWithFlow} periods with flow, first on {line.FirstInfeasible}; worst on {line.WorstPeriod}, {Percent(line.Utilisation - 1)} % above what it carries{(line.Utilisation <= 1 + Exactness ? ", which is less than the data are exact to" : "")}. Of {sent} {UnitText.Of(line.Unit)} sent, {excess} would stay behind; over the whole time it would carry {most}.");
    }

    private static string Percent(double share) => (100 * share).ToString(share < 0.01 ? "0.00" : "0.#", CultureInfo.InvariantCulture);

    /// <summary>What holds a line back.</summary>
    public static string Limit(LineCapacitySummary capacity) => (capacity.Use, capacity.Limit) switch
    {
        ("stated_below_bound", _) => "stated; powers unknown",
        ("scenario_limit", _) => "the scenario",
        (_, "station_power") => "power of stations",
        (_, "station_ratio") => "ratio of stations",
        _ => "pressure at the end",
    };
}
