using System.Globalization;
using System.Text;
using Corridor.Numerics.LinearPrograms;

namespace Corridor.Benchmarks.Cases;

/// <summary>The page docs/validation/linear-programs.md.</summary>
internal static class ValidationPage
{
    private const string Head = "| problem | rows × columns | objective | Clp | published | difference | primal | dual | gap | iterations | at the vertex | pushes, pivots |\n|---|---|---|---|---|---|---|---|---|---|---|---|\n";

    internal static string Text(List<ValidationRow> netlib, List<ValidationRow> large, List<EdgeRow> edges)
    {
        var text = new StringBuilder();
        text.Append("# Linear programs\n\n    dotnet build -c Release\n    dotnet bench/Corridor.Benchmarks/bin/Release/net10.0/Corridor.Benchmarks.dll validate --data FOLDER --bench FOLDER --page docs/validation/linear-programs.md\n\n");
        text.Append("This page is written by that command. *Objective*, residuals (*primal*, *dual*, *gap*, relative as in [solve.md](../solve.md)) and iterations are those of the interior-point method with default settings and one thread, recomputed on the problem as given. ");
        text.Append("*Clp* is the objective of its dual simplex method at tolerances of 10⁻⁹ on the same problem, recomputed here from its point. *Published* is the optimum of the collection's list, for Netlib that of Clp's unit test or, where it has none, that of the collection's own page. ");
        text.Append("*Difference* is |objective − Clp| / max(1, |Clp|), with the published optimum where there is no figure of Clp. *At the vertex* is the objective after the crossover (`--basic`), with its primal and dual pushes and its pivots; a dash means that no vertex was certified to 10⁻⁹, and the interior point stands.\n\n");
        Counts(text, netlib, large);
        text.Append("\n## Netlib\n\n").Append(Head);
        foreach (ValidationRow row in netlib)
            Row(text, row);
        ValidationRow[] apart = [.. netlib.Where(r => r.FromPublished > 1e-7)];
        if (apart.Length > 0)
        {
            text.Append("\nWhere the published optimum differs by more than 10⁻⁷, the interior point, the vertex and Clp agree with each other on the file, which suggests that the list is of another version of the problem, or has fewer good digits than it shows:\n\n");
            text.Append("| problem | objective less published, relative | objective less Clp, relative | constant of the objective |\n|---|---|---|---|\n");
            foreach (ValidationRow row in apart)
                text.Append(CultureInfo.InvariantCulture, $"| {row.Name} | {Small(row.FromPublished)} | {(row.Clp is null ? "–" : Small(row.Difference))} | {row.Program.CostOffset:G10} |\n");
            text.Append("\nA published optimum of a problem with a constant does not contain it.\n");
        }

        text.Append("\n## Networks over time\n\nPublished: optima on which several solvers agree.\n\n").Append(Head);
        foreach (ValidationRow row in large)
            Row(text, row);
        text.Append("\n## Without an optimum\n\n| problem | rows × columns | found | proof verified on the problem as given | iterations |\n|---|---|---|---|---|\n");
        foreach (EdgeRow edge in edges)
        {
            string found = edge.Reason switch
            {
                StopReason.PrimalInfeasible => "infeasible",
                StopReason.DualInfeasible => "improves without end",
                _ => "undecided",
            };
            text.Append(CultureInfo.InvariantCulture, $"| {edge.Name} | {Size(edge.Program)} | {found} | {(edge.IsProven ? "yes" : "no")} | {edge.Iterations} |\n");
        }

        return text.ToString();
    }

    private static void Counts(StringBuilder text, List<ValidationRow> netlib, List<ValidationRow> large)
    {
        ValidationRow[] all = [.. netlib, .. large];
        int vertices = all.Count(r => r.Vertex is { IsVertex: true });
        text.Append(CultureInfo.InvariantCulture, $"{all.Count(r => r.IsMet)} of {all.Length} are certified with residuals of at most 10⁻⁸ and a difference of at most 10⁻⁷; {vertices} of {all.Length} end at a certified vertex. ");
        text.Append(CultureInfo.InvariantCulture, $"The largest difference is {Small(all.Max(r => r.Difference))}, the largest residual {Small(all.Max(r => r.Solution.Residuals.Worst))}.\n");
    }

    private static void Row(StringBuilder text, ValidationRow row)
    {
        ResidualReport r = row.Solution.Residuals;
        string vertex = row.Vertex is { IsVertex: true } v ? Objective(v.Objective) : "–";
        string pushes = row.Vertex is { } c ? string.Create(CultureInfo.InvariantCulture, $"{c.PrimalPushes} + {c.DualPushes}, {c.CleanupIterations}") : "";
        text.Append(CultureInfo.InvariantCulture, $"| {row.Name} | {Size(row.Program)} | {(row.Solution.StopReason == StopReason.Optimal ? Objective(row.Solution.Objective) : "–")} | {Objective(row.Clp)} | {Objective(row.Published)} | {Small(row.Difference)} | ");
        text.Append(CultureInfo.InvariantCulture, $"{Small(Math.Max(r.RelativeRowInfeasibility, r.RelativeBoundViolation))} | {Small(r.RelativeDualInfeasibility)} | {Small(r.RelativeGap)} | {row.Solution.Iterations} | {vertex} | {pushes} |\n");
    }

    private static string Size(LinearProgram p) => string.Create(CultureInfo.InvariantCulture, $"{p.RowCount} × {p.ColumnCount}");

    private static string Objective(double? value) => value is { } v ? v.ToString("G11", CultureInfo.InvariantCulture) : "–";

    private static string Small(double value) => value switch
    {
        double.NaN => "–",
        0.0 => "0",
        _ => value.ToString("0.0e-0", CultureInfo.InvariantCulture),
    };
}
