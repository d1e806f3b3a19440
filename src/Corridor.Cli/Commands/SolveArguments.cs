namespace Corridor.Cli.Commands;

/// <summary>What <c>corridor solve</c> was asked to do.</summary>
/// <param name="File">Path of the MPS file.</param>
/// <param name="Threads">Threads of the solver.</param>
/// <param name="TimeLimit">Seconds; null for none.</param>
/// <param name="Solver">Name of the solver.</param>
/// <param name="Basic">Whether a vertex is asked for.</param>
/// <param name="Relax">Whether integer columns may take any value.</param>
/// <param name="Json">Whether the outcome goes to standard output as JSON.</param>
/// <param name="Solution">Path of the CSV file of the solution; null for none.</param>
/// <param name="Quiet">Whether nothing is told but what stands in the way.</param>
internal sealed record SolveArguments(string File, int Threads, double? TimeLimit, string Solver, bool Basic, bool Relax, bool Json, string? Solution, bool Quiet);
