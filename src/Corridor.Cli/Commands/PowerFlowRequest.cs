using Corridor.Model.PowerGrids;
using Corridor.Studies.PowerFlow;

namespace Corridor.Cli.Commands;

/// <summary>What was asked of <c>corridor powerflow</c>.</summary>
internal sealed record PowerFlowRequest(
    string Path, string? Format, bool IsDc, SusceptanceConvention Convention, string? Contingencies, bool EnforcesLimits, SlackRule Slack, int Threads, bool Json, bool Quiet);
