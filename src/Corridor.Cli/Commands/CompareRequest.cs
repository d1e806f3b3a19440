namespace Corridor.Cli.Commands;

/// <summary>What a comparison was asked to do.</summary>
/// <param name="Runs">Folders of the runs; the first is the reference.</param>
/// <param name="Out">File of the page; beside the last run where null.</param>
/// <param name="Json">Whether the comparison goes to standard output as JSON.</param>
/// <param name="Attribution">Whether causes are told apart.</param>
/// <param name="Shapley">Whether all combinations of causes are solved.</param>
/// <param name="ByChange">Whether the changes of a single scenario are causes.</param>
/// <param name="Threads">Threads of the solver.</param>
internal sealed record CompareRequest(string[] Runs, string? Out, bool Json, bool Attribution, bool Shapley, bool ByChange, int Threads);
