using Corridor.Model.Findings;
using Corridor.Reporting.Archive;
using Corridor.Reporting.Comparison;
using Corridor.Reporting.Summaries;
using Corridor.Reporting.Terminal;
using Corridor.Studies.Dispatch;

namespace Corridor.Cli.Commands;

/// <summary>A comparison from the folders of runs to screen and page: open, solve what is missing, compare, write.</summary>
internal sealed class ComparePipeline(Session session, CompareRequest request)
{
    private const int MostRuns = 12;
    private const int MostCauses = 12;
    private const int MostShapley = 4;

    private readonly RunProgress _progress = new(session.Terminals.ErrorWriter, Terminals.ErrorIsLive);
    private readonly List<string> _remarks = [];
    private bool _untold;

    /// <summary>Compares; the exit code.</summary>
    public int Execute()
    {
        if (request.Runs.Length < 2)
            throw new UsageException("Name two runs at least; the first is the reference.");
        if (request.Runs.Length > MostRuns)
            throw new UsageException($"At most {MostRuns} runs are compared at once.");
        string page = request.Out ?? Beside(request.Runs[^1]);
        OutputPlace.File("--out", page);
        try
        {
            return Execute(page);
        }
        finally
        {
            _progress.End();
        }
    }

    private int Execute(string page)
    {
        _progress.Begin("open");
        var runs = new List<ComparedRun>();
        foreach (string folder in request.Runs)
        {
            var findings = new FindingList();
            RestoredRun? run = RunArchive.Open(folder, findings, session.Stopped);
            if (run is null)
            {
                _progress.End();
                return session.Refuse(folder, findings, "Nothing was compared.");
            }

            if (!run.Report.MayBeShown)
                return NoResult($"{folder} holds no certified result, so there is nothing to compare it by.");
            runs.Add(new ComparedRun(((char)('A' + runs.Count)).ToString(), folder, run.Report, RunSummaryBuilder.Build(run.Report, run.Timing)));
            if (ComparisonBuilder.Obstacle(runs[0].Report, run.Report) is { } obstacle)
                throw new UsageException($"{request.Runs[0]} and {folder} cannot be compared: {obstacle}.");
        }

        var stacks = new List<StackedRun>();
        for (int r = 1; r < runs.Count && request.Attribution; r++)
        {
            CausePlan? plan = CausePlan.Find(runs, r, request.ByChange, out string? obstacle);
            if (obstacle is not null)
                Remark($"The causes of {runs[r].Label} cannot be told apart: {obstacle}.");
            if (plan is null)
                continue;
            if (Stack(plan, runs) is not { } stack)
                return ExitCode.NoResult;
            if (stack.Causes.Count > 0)
                stacks.Add(stack);
        }

        _progress.Begin("compare");
        RunComparison comparison = ComparisonBuilder.Build(runs, stacks) with { Remarks = _remarks };
        session.Target = page;
        ComparisonPage.Write(page, comparison);
        session.Target = null;
        _progress.End();
        if (request.Json)
            session.Terminals.OutBytes(ComparisonJson.Write(comparison));
        else
            ComparisonView.Write(session.Terminals.Out, comparison, page);
        return _untold ? ExitCode.Findings : ExitCode.Fine;
    }

    // Null where a run has no certified result; without causes where they cannot be told apart.
    private StackedRun? Stack(CausePlan plan, List<ComparedRun> runs)
    {
        string label = runs[plan.Run].Label;
        if (plan.Causes.Count > MostCauses)
        {
            Remark($"The causes of {label} are not told apart: there are {plan.Causes.Count}, and at most {MostCauses} are solved one by one.");
            return new StackedRun(plan.Run, [], []);
        }

        // What was solved before two causes were joined is kept by its name.
        var solved = new Dictionary<string, ComparedRun>(StringComparer.Ordinal);
        var reasons = new List<string>();
        IReadOnlyList<string> separate = plan.Causes;
        while (true)
        {
            if (Solve(plan, runs, solved, out int failed, out string reason) is { } stack)
            {
                string[] together = [.. plan.Causes.Except(separate).Select(c => $"({c})")];
                if (together.Length > 0)
                    Remark($"Taken together as one cause of {label}, because they build on each other: {string.Join(", ", together)}. {string.Join(" ", reasons.Distinct(StringComparer.Ordinal))}");
                return stack;
            }

            if (failed < 0)
                return null;
            _progress.Begin("join causes");
            CausePlan? joined = int.IsPow2(failed) ? plan.Joined(int.Log2(failed), session.Stopped) : null;
            if (joined is null)
            {
                _untold = true;
                Remark($"The causes of {label} cannot be told apart: {plan.Name(failed)} cannot be run without the others. {reason}");
                return new StackedRun(plan.Run, [], []);
            }

            reasons.Add(reason);
            plan = joined;
        }
    }

    // Null where a combination has no certified result, or, with its number, where it cannot be stated.
    private StackedRun? Solve(CausePlan plan, List<ComparedRun> runs, Dictionary<string, ComparedRun> solved, out int failed, out string reason)
    {
        (failed, reason) = (-1, "");
        string label = runs[plan.Run].Label;
        bool all = request.Shapley && plan.Causes.Count <= MostShapley;
        var known = new ComparedRun?[plan.Combinations];
        known[0] = runs[0];
        known[^1] = runs[plan.Run];
        foreach (int combination in plan.Needed(all))
        {
            string name = plan.Name(combination);
            known[combination] = plan.Given(runs, combination) ?? solved.GetValueOrDefault(name);
            if (known[combination] is not null)
                continue;
            _progress.Begin($"solve {name}");
            var findings = new FindingList();
            ComparedRun? run = CauseRun.Solve(plan, combination, new DispatchSettings { Threads = request.Threads }, findings, _progress, session.Stopped);
            if (run is null)
            {
                Finding? first = findings.Items.FirstOrDefault(f => f.Severity == Severity.Error);
                (failed, reason) = (combination, first is null ? "" : $"{first.Code}: {first.Message}");
                return null;
            }

            if (!run.Report.MayBeShown)
            {
                NoResult($"{name} has no certified result ({run.Summary.Status}), so the causes of {label} cannot be told apart; --no-attribution compares without.");
                return null;
            }

            known[combination] = run;
            solved[name] = run;
        }

        if (request.Shapley && !all)
            Remark($"No Shapley values for {label}: {plan.Causes.Count} causes have {plan.Combinations} combinations; up to {MostShapley} causes are taken.");
        return new StackedRun(plan.Run, plan.Causes, known);
    }

    private int NoResult(string message)
    {
        _progress.End();
        return session.Fail(message);
    }

    private void Remark(string message)
    {
        _progress.End();
        _remarks.Add(message);
    }

    private static string Beside(string folder)
    {
        string? parent = Path.GetDirectoryName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder)));
        return parent is not null && Directory.Exists(parent) ? Path.Combine(Path.GetRelativePath(Directory.GetCurrentDirectory(), parent), ComparisonPage.FileName) : ComparisonPage.FileName;
    }
}
