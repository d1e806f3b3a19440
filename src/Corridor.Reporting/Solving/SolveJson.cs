using System.Text.Json;
using Corridor.Model.Findings;
using Corridor.Model.Schema;
using Corridor.Numerics.LinearPrograms;
using Corridor.Reporting.Terminal;
using Corridor.Studies.Solving;

namespace Corridor.Reporting.Solving;

/// <summary>The outcome of <c>corridor solve</c> for programs; docs/solve.md explains every key.</summary>
public static class SolveJson
{
    /// <summary>One JSON object, indented, in UTF-8 with a final line feed.</summary>
    /// <param name="outcome">The outcome; null where the file has errors.</param>
    /// <param name="findings">What was met in the file.</param>
    /// <param name="peakMegabytes">Largest memory of the process, 10⁶ bytes.</param>
    public static byte[] Write(SolveOutcome? outcome, FindingList findings, double peakMegabytes)
    {
        ArgumentNullException.ThrowIfNull(findings);
        return JsonBytes.Object(json =>
        {
            json.WriteString("status", outcome is null ? "refused" : SnakeCase.From(outcome.Status.ToString()));
            if (outcome is not null)
                Outcome(json, outcome);
            FindingsJson.Number(json, "peak_mb", peakMegabytes);
            Findings(json, findings);
        });
    }

    private static void Outcome(Utf8JsonWriter json, SolveOutcome outcome)
    {
        LinearProgramSolution s = outcome.Solution;
        ResidualReport r = s.Residuals;
        LinearProgram p = outcome.Program.Linear;
        json.WriteString("kind", SnakeCase.From(outcome.Kind.ToString()));
        json.WriteBoolean("certified", outcome.Certified);
        FindingsJson.Number(json, "objective", outcome.Objective);
        bool hasPoint = outcome.Objective is not null;
        FindingsJson.Number(json, "dual_objective", hasPoint && outcome.Search is null ? outcome.Program.Sense * s.DualObjective : null);
        FindingsJson.Number(json, "primal_residual", hasPoint ? Math.Max(r.RelativeRowInfeasibility, r.RelativeBoundViolation) : null);
        FindingsJson.Number(json, "dual_residual", hasPoint && outcome.Search is null ? r.RelativeDualInfeasibility : null);
        FindingsJson.Number(json, "gap", hasPoint ? outcome.Search?.RelativeGap ?? r.RelativeGap : null);
        if (outcome.Search is { } search)
            Search(json, search, hasPoint);
        json.WriteNumber("iterations", s.Iterations);
        json.WriteStartObject("time_s");
        FindingsJson.Number(json, "read", outcome.ReadSeconds);
        FindingsJson.Number(json, "presolve", s.Timing.PresolveSeconds);
        FindingsJson.Number(json, "order", s.Timing.OrderSeconds);
        FindingsJson.Number(json, "factorize", s.Timing.FactorizeSeconds);
        FindingsJson.Number(json, "solve", SolveSeconds(s.Timing));
        FindingsJson.Number(json, "total", outcome.TotalSeconds);
        if (outcome.Vertex is { } vertex)
            FindingsJson.Number(json, "crossover", vertex.Seconds);
        if (outcome.ExplainSeconds > 0.001)
            FindingsJson.Number(json, "explain", outcome.ExplainSeconds);
        json.WriteEndObject();
        if (outcome.Vertex is not null)
            Vertex(json, outcome.Vertex);
        json.WriteNumber("threads", outcome.Threads);
        json.WriteString("solver", outcome.Solver);
        if (outcome.SolverWords.Length > 0)
            json.WriteString("solver_says", outcome.SolverWords);
        json.WriteString("name", outcome.Program.Name);
        json.WriteBoolean("maximise", outcome.Program.Maximise);
        json.WriteStartObject("size");
        json.WriteNumber("rows", p.RowCount);
        json.WriteNumber("columns", p.ColumnCount);
        json.WriteNumber("nonzeros", p.NonzeroCount);
        json.WriteNumber("integer_columns", outcome.Program.IntegerCount);
        json.WriteEndObject();
        if (outcome.ProofCount > 0)
            Explanation(json, outcome);
    }

    /// <summary>The solve without what has its own key, so that the parts add up.</summary>
    internal static double SolveSeconds(SolveTiming timing) => Math.Max(0.0, timing.TotalSeconds - timing.PresolveSeconds - timing.OrderSeconds - timing.FactorizeSeconds);

    private static void Search(Utf8JsonWriter json, SearchFigures search, bool hasPoint)
    {
        FindingsJson.Number(json, "best_bound", search.BestBound);
        FindingsJson.Number(json, "root_bound", search.RootBound);
        FindingsJson.Number(json, "integrality", hasPoint ? search.Integrality : null);
        json.WriteNumber("nodes", search.Nodes);
        json.WriteNumber("relaxations", search.Relaxations);
        json.WriteNumber("cuts", search.Cuts);
    }

    private static void Vertex(Utf8JsonWriter json, VertexFigures vertex)
    {
        json.WriteBoolean("basic", vertex.IsVertex);
        json.WriteStartObject("crossover");
        json.WriteNumber("primal_pushes", vertex.PrimalPushes);
        json.WriteNumber("dual_pushes", vertex.DualPushes);
        json.WriteNumber("pivots", vertex.Pivots);
        json.WriteEndObject();
    }

    private static void Explanation(Utf8JsonWriter json, SolveOutcome outcome)
    {
        json.WriteStartObject("proof");
        json.WriteNumber("elements", outcome.ProofCount);
        json.WriteStartObject(outcome.Status == SolveStatus.Infeasible ? "rows" : "columns");
        foreach (ProofElement element in outcome.Proof)
            FindingsJson.Number(json, element.Name, element.Value);
        json.WriteEndObject();
        json.WriteEndObject();
        if (outcome.Status != SolveStatus.Infeasible)
            return;
        json.WriteStartArray("conflict");
        foreach (NamedLimit limit in outcome.Conflict)
            Limit(json, limit);
        json.WriteEndArray();
        json.WriteBoolean("conflict_is_irreducible", outcome.ConflictIsIrreducible);
        json.WriteStartArray("relaxation");
        foreach (NamedLimit limit in outcome.Relaxation)
            Limit(json, limit);
        json.WriteEndArray();
    }

    private static void Limit(Utf8JsonWriter json, NamedLimit limit)
    {
        json.WriteStartObject();
        json.WriteString(limit.IsRow ? "row" : "column", limit.Name);
        json.WriteString("side", limit.Side);
        FindingsJson.Number(json, "bound", limit.Bound);
        if (limit.Amount > 0.0)
            FindingsJson.Number(json, "amount", limit.Amount);
        json.WriteEndObject();
    }

    private static void Findings(Utf8JsonWriter json, FindingList findings)
    {
        json.WriteStartArray("findings");
        foreach (Finding finding in findings.Items)
        {
            json.WriteStartObject();
            json.WriteString("code", finding.Code);
            json.WriteString("severity", SnakeCase.From(finding.Severity.ToString()));
            json.WriteString("subject", finding.Subject);
            json.WriteNumber("line", finding.Place.Line);
            json.WriteNumber("column", finding.Place.Column);
            json.WriteString("message", finding.Message);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteNumber("findings_not_listed", findings.NotKept);
    }
}
