using Corridor.Model.Time;

namespace Corridor.Cli.Commands;

/// <summary>What a backtest was asked to do.</summary>
/// <param name="Package">Path of the package.</param>
/// <param name="Years">Calendar years, at least one.</param>
/// <param name="Step">Length of the periods.</param>
/// <param name="Out">Folder of the files; a name that follows from the question, under <c>runs/</c>, where null.</param>
/// <param name="Page">Markdown page whose tables are written anew; null for none.</param>
/// <param name="Threads">Threads of the solver.</param>
/// <param name="Sensitivity">Whether the parameters are moved one at a time.</param>
/// <param name="Json">Whether the comparison goes to standard output as JSON.</param>
internal sealed record BacktestRequest(string Package, IReadOnlyList<int> Years, TimeStep Step, string? Out, string? Page, int Threads, bool Sensitivity, bool Json);
