using System.Globalization;
using Corridor.Numerics.InteriorPoint;
using Corridor.Numerics.LinearPrograms;
using Corridor.Numerics.LinearPrograms.Mps;
using Corridor.Numerics.Simplex;

namespace Corridor.Tests.Numerics.Simplex;

/// <summary>The public collections by crossover and by the simplex method alone.</summary>
public sealed class NetlibVertexTests
{
    /// <summary>Long runs for the simplex method alone; the crossover takes them.</summary>
    private static readonly string[] Long = ["maros-r7", "fit2d", "fit2p", "pilot", "greenbeb", "d2q06c"];

    [SkippableFact]
    public void Every_interior_solution_leads_to_a_certified_vertex()
    {
        List<string> failures = [];
        foreach ((string name, LinearProgram program, double optimum, double tolerance) in Programs())
        {
            LinearProgramSolution interior = InteriorPointSolver.Solve(program);
            CrossoverResult vertex = Crossover.Run(program, interior.Primal, interior.RowDual);
            CertificateReport again = CertificateChecker.Check(program, vertex.Primal, vertex.RowDual);
            double error = Error(program, again.Objective, optimum);
            int basics = vertex.Basis.Columns.Concat(vertex.Basis.Rows).Count(s => s == BasisStatus.Basic);
            if (!vertex.IsVertex || again.Residuals.Worst > 1e-9 || error > tolerance || basics != program.RowCount)
                failures.Add(FormattableString.Invariant($"{name}: {vertex.StopReason} error {error:E1} worst {again.Residuals.Worst:E1} basics {basics}"));
        }

        failures.ShouldBeEmpty();
    }

    [SkippableFact]
    public void The_simplex_method_alone_meets_the_optima()
    {
        List<string> failures = [];
        foreach ((string name, LinearProgram program, double optimum, double tolerance) in Programs().Where(p => !Long.Contains(p.Name)))
        {
            LinearProgramSolution s = SimplexSolver.Solve(program).Solution;
            double error = Error(program, s.Objective, optimum);
            if (s.StopReason != StopReason.Optimal || s.Residuals.Worst > 1e-9 || error > tolerance)
                failures.Add(FormattableString.Invariant($"{name}: {s.StopReason} error {error:E1} worst {s.Residuals.Worst:E1}"));
        }

        failures.ShouldBeEmpty();
    }

    [SkippableTheory]
    [InlineData("bgetam", true)]
    [InlineData("box1", true)]
    [InlineData("ex72a", true)]
    [InlineData("forest6", true)]
    [InlineData("galenet", true)]
    [InlineData("gams10am", true)]
    [InlineData("refinery", true)]
    [InlineData("woodinfe", true)]
    [InlineData("gas11", false)]
    public void Problems_without_a_solution_are_proven_to_have_none(string name, bool infeasible)
    {
        LinearProgram program = MpsReader.ReadFile(Path.Combine(ReferenceData.Folder("lp-edge"), name + ".mps")).Program;
        LinearProgramSolution s = SimplexSolver.Solve(program).Solution;
        s.StopReason.ShouldBe(infeasible ? StopReason.PrimalInfeasible : StopReason.DualInfeasible);
        if (infeasible)
            CertificateChecker.ProvesPrimalInfeasible(program, s.RowRay).ShouldBeTrue();
        else
            CertificateChecker.ProvesDualInfeasible(program, s.ColumnRay).ShouldBeTrue();
    }

    /// <summary>The list gives the objective of two files without its constant.</summary>
    private static double Error(LinearProgram program, double objective, double optimum) =>
        Math.Min(Math.Abs(objective - optimum), Math.Abs(objective - program.CostOffset - optimum)) / Math.Abs(optimum);

    private static IEnumerable<(string Name, LinearProgram Program, double Optimum, double Tolerance)> Programs()
    {
        string folder = ReferenceData.Folder("netlib");
        foreach (string line in File.ReadLines(Path.Combine(folder, "optima.csv")).Skip(1))
        {
            string[] field = line.Split(',');
            string file = Path.Combine(folder, field[0] + ".mps.gz");
            if (!File.Exists(file))
                continue;
            bool clp = field[5].Length > 0;
            double optimum = double.Parse(clp ? field[5] : field[4], CultureInfo.InvariantCulture);

            // Ten digits are printed; some published figures are worse than that, by the tolerance their own test suite allows.
            double own = clp ? double.Parse(field[6], CultureInfo.InvariantCulture) : 0.0;
            yield return (field[0], MpsReader.ReadFile(file).Program, optimum, own > 1e-8 || field[0] == "ganges" ? own : 1e-9);
        }
    }
}
