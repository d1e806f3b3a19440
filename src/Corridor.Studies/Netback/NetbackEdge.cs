namespace Corridor.Studies.Netback;

/// <summary>A way from one node to another: an arc in one direction, or a converter with one input and one output.</summary>
/// <param name="Id">Arc or converter.</param>
/// <param name="From">Index of the node at its start.</param>
/// <param name="To">Index of the node at its end.</param>
/// <param name="Yield">What arrives for a unit that enters, in the units of both nodes.</param>
/// <param name="Costs">Costs of a unit that enters, money of account.</param>
/// <param name="Converts">Whether the units at both ends differ, so that the yield is a conversion and no loss.</param>
/// <param name="InService">Whether it is in service in the window.</param>
/// <param name="Candidate">Whether it is planned, proposed or under construction.</param>
/// <param name="Rules">Rules that forbid it in the window.</param>
/// <param name="Capacity">Capacity in the window, units of account a day; as if in service.</param>
/// <param name="Source">Source of its row.</param>
/// <param name="Assumed">Whether its row says that a figure is assumed or estimated.</param>
internal sealed record NetbackEdge(
    string Id, int From, int To, double Yield, IReadOnlyList<NetbackStep> Costs, bool Converts, bool InService, bool Candidate, IReadOnlyList<string> Rules, double Capacity,
    string? Source, bool Assumed)
{
    public double Cost { get; } = Costs.Sum(c => c.Amount);

    public bool Open => InService && Rules.Count == 0;
}
