namespace Corridor.Reporting.Summaries;

/// <summary>Why a package is infeasible, in its own words.</summary>
/// <param name="Conflict">Demands and limits that cannot hold together.</param>
/// <param name="Irreducible">Whether each of them is needed for the contradiction.</param>
/// <param name="Nodes">Ids of the nodes whose balances tie them together.</param>
/// <param name="Proposals">Changes that would mend it, the cheapest first.</param>
public sealed record InfeasibilitySummary(
    IReadOnlyList<LimitSummary> Conflict, bool Irreducible, IReadOnlyList<string> Nodes, IReadOnlyList<ProposalSummary> Proposals);

/// <summary>A demand or limit, or a change of one.</summary>
/// <param name="Kind">What it is, such as <c>contract_minimum</c> or <c>route</c>.</param>
/// <param name="Element">Id of the element.</param>
/// <param name="Table">Table of the element.</param>
/// <param name="Column">Column of the figure.</param>
/// <param name="From">First day, ISO 8601.</param>
/// <param name="To">First day after the span, ISO 8601.</param>
/// <param name="Amount">Quantity over the span in <paramref name="Unit"/>, for a level the level; null where there is none.</param>
/// <param name="Unit">Unit of the amount; empty where there is none.</param>
/// <param name="Text">The same in words.</param>
public sealed record LimitSummary(string Kind, string Element, string Table, string Column, string From, string To, double? Amount, string Unit, string Text);

/// <summary>Changes that together make the package feasible.</summary>
/// <param name="Changes">The changes.</param>
public sealed record ProposalSummary(IReadOnlyList<LimitSummary> Changes);
