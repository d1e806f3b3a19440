using System.CommandLine;

namespace Corridor.Cli.Commands;

/// <summary><c>corridor compare RUN RUN…</c>: what changed between runs, what it did, and which cause did what.</summary>
internal static class CompareCommand
{
    public static Command Create(Session session)
    {
        var runs = new Argument<string[]>("RUN") { Description = "Folders of runs, at least two; the first is the reference.", Arity = ArgumentArity.OneOrMore };
        var file = new Option<string?>("--out") { Description = "File of the page; compare.html beside the last run where left out. An older page there is replaced.", HelpName = "FILE" };
        var json = new Option<bool>("--json") { Description = "Print the comparison as JSON, and nothing else, on standard output." };
        var none = new Option<bool>("--no-attribution") { Description = "Do not solve the runs that tell several causes apart." };
        var shapley = new Option<bool>("--shapley") { Description = "Solve all combinations of up to four causes, for Shapley values; of two causes they are known anyway." };
        var changes = new Option<bool>("--by-change") { Description = "Tell the changes of a single scenario apart, not only scenarios." };
        var threads = new Option<int>("--threads") { Description = "Threads of the solver; the result does not depend on them.", HelpName = "N", DefaultValueFactory = _ => Environment.ProcessorCount };
        var command = new Command("compare", "Compare runs: what changed in the inputs, what it did, cause by cause.") { runs, file, json, none, shapley, changes, threads };
        CommandTree.WithExamples(
            command,
            "corridor compare runs/base runs/cutoff                        what a scenario does",
            "corridor compare runs/base runs/cutoff+cold                   which of two scenarios does what",
            "corridor compare runs/base runs/cutoff --by-change            which change of a scenario does what",
            "corridor compare runs/2024 runs/2024-edited --out edit.html   what an edit of the package does",
            "Exit codes: 0 fine, 1 a run cannot be opened or causes cannot be told apart, 2 usage, 3 no certified result.");
        command.SetAction(parsed => new ComparePipeline(session, new CompareRequest(
            parsed.GetRequiredValue(runs),
            parsed.GetValue(file),
            parsed.GetValue(json),
            !parsed.GetValue(none),
            parsed.GetValue(shapley),
            parsed.GetValue(changes),
            Math.Clamp(parsed.GetValue(threads), 1, 1024))).Execute());
        return command;
    }
}
