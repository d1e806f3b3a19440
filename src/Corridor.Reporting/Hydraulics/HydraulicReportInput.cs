using Corridor.Model.Findings;
using Corridor.Model.Hydraulics;
using Corridor.Studies.Hydraulics;
using Corridor.Studies.Hydraulics.Nominations;
using Corridor.Studies.Hydraulics.Transient;

namespace Corridor.Reporting.Hydraulics;

/// <summary>What the report of a hydraulic study is made from; what is absent is left out of the page.</summary>
public sealed record HydraulicReportInput
{
    /// <summary>The network.</summary>
    public required GasNetwork Network { get; init; }

    /// <summary>What was asked, as a question for people; null for a question made from the network's name.</summary>
    public string? Question { get; init; }

    /// <summary>Where the network was read from, as the user named it; null where it has no file.</summary>
    public string? Source { get; init; }

    /// <summary>The steady state; null where none was asked for.</summary>
    public HydraulicSolution? Solution { get; init; }

    /// <summary>What the independent check found, item by item; empty where nothing was checked independently, which the page then says.</summary>
    public IReadOnlyList<HydraulicCheck> Checks { get; init; } = [];

    /// <summary>The laws of a run over time; null for those of <see cref="Solution"/> or of the network.</summary>
    public HydraulicSettings? Settings { get; init; }

    /// <summary>A run over time, whose last instant is the state shown, also where <see cref="Solution"/> states its beginning; null where none was asked for.</summary>
    public TransientResult? Transient { get; init; }

    /// <summary>What was decided about a nomination; its state is shown where <see cref="Solution"/> is null.</summary>
    public NominationVerdict? Nomination { get; init; }

    /// <summary>What was decided about each nomination of a folder.</summary>
    public IReadOnlyList<NamedNomination> Nominations { get; init; } = [];

    /// <summary>Files of that folder that hold errors.</summary>
    public IReadOnlyList<UnreadNomination> UnreadNominations { get; init; } = [];

    /// <summary>Routes that the user asked for, shown before those that the report chooses.</summary>
    public IReadOnlyList<RouteRequest> Routes { get; init; } = [];

    /// <summary>What reading the files found.</summary>
    public IReadOnlyList<Finding> Findings { get; init; } = [];

    /// <summary>Name and version of the program, for the last section; null leaves it out.</summary>
    public string? Program { get; init; }
}

/// <summary>One item of an independent check.</summary>
/// <param name="Name">What was checked, such as "mass balance".</param>
/// <param name="Residual">Worst relative violation [1].</param>
/// <param name="Limit">What it may be at most [1].</param>
/// <param name="Where">Id of the node or element with the worst; empty where there is none.</param>
public sealed record HydraulicCheck(string Name, double Residual, double Limit, string Where)
{
    /// <summary>Whether the residual is a number within its limit.</summary>
    public bool Holds => Residual <= Limit;
}

/// <summary>What was decided about one of several nominations.</summary>
/// <param name="Name">Its name, such as that of its file.</param>
/// <param name="Verdict">What was decided.</param>
public sealed record NamedNomination(string Name, NominationVerdict Verdict);

/// <summary>A nomination about which nothing could be decided, for its file holds errors.</summary>
/// <param name="Name">Name of the file.</param>
/// <param name="Error">The first error, with its place.</param>
public sealed record UnreadNomination(string Name, string Error);

/// <summary>A route that a user asks for: from one node to another.</summary>
/// <param name="From">Index of the node where it begins.</param>
/// <param name="To">Index of the node where it ends.</param>
public readonly record struct RouteRequest(int From, int To)
{
    private const string Between = "..";

    /// <summary>Reads a route such as <c>entry01..exit03</c>.</summary>
    /// <param name="text">Two ids of nodes with two dots between them.</param>
    /// <param name="network">The network.</param>
    /// <param name="route">The route.</param>
    /// <param name="problem">What is wrong, one sentence; null where nothing is.</param>
    /// <returns>Whether it is a route of the network.</returns>
    public static bool TryParse(string text, GasNetwork network, out RouteRequest route, out string? problem)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(network);
        var ids = new Dictionary<string, int>(StringComparer.Ordinal);
        for (int i = 0; i < network.Nodes.Count; i++)
            ids.TryAdd(network.Nodes[i].Id, i);
        (route, problem) = (default, null);
        int parts = 0;
        // An id may hold two dots itself; the place to part is the one that gives two nodes.
        for (int at = text.IndexOf(Between, StringComparison.Ordinal); at >= 0; at = text.IndexOf(Between, at + 1, StringComparison.Ordinal))
        {
            parts++;
            bool begins = ids.TryGetValue(text[..at], out int from), ends = ids.TryGetValue(text[(at + Between.Length)..], out int to);
            if (begins && ends && from != to)
            {
                route = new RouteRequest(from, to);
                problem = null;
                return true;
            }

            problem = !begins ? $"The network has no node “{text[..at]}”." : !ends ? $"The network has no node “{text[(at + Between.Length)..]}”." : "A route needs two different nodes.";
        }

        problem = parts == 0 ? $"A route is written A..B with the ids of two nodes, not “{text}”." : problem;
        return false;
    }
}
