using System.Globalization;

namespace Corridor.Reporting.Summaries;

/// <summary>Sentences around the conflict and the proposals of an infeasible run, the same on screen and page.</summary>
internal static class InfeasibilityText
{
    /// <summary>Heading of the conflict.</summary>
    public const string Conflict = "These cannot hold together:";

    private const int MostNodes = 6;

    /// <summary>The nodes that tie the limits together; null where there are none.</summary>
    public static string? Nodes(InfeasibilitySummary why) => why.Nodes.Count == 0
        ? null
        : $"What enters a node must leave it or be taken there: {string.Join(", ", why.Nodes.Take(MostNodes))}{(why.Nodes.Count > MostNodes ? ", …" : "")}.";

    /// <summary>Whether each limit of the conflict is needed for it.</summary>
    public static string Irreducible(InfeasibilitySummary why) => why.Irreducible
        ? "Without any one of them the others can hold."
        : "The search ended before each of them was proved to be needed.";

    /// <summary>Heading of a proposal: the cheapest, or another one; and whether its changes are needed together.</summary>
    public static string Proposal(InfeasibilitySummary why, int number)
    {
        int count = why.Proposals[number].Changes.Count;
        string lead = number == 0 ? count == 1 ? "The smallest change that mends it" : "The smallest changes that mend it" : "Or instead";
        return count == 1 ? lead + ":" : string.Create(CultureInfo.InvariantCulture, $"{lead}, all {count} of these together:");
    }
}
