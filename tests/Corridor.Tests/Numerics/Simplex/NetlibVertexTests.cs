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
        foreach ((string name, LinearProgram program, double optimum) in Programs())
        {
            LinearProgramSolution interior = InteriorPointSolver.Solve(program);
            CrossoverResult vertex = Crossover.Run(program, interior.Primal, interior.RowDual);
            CertificateReport again = CertificateChecker.Check(program, vertex.Primal, vertex.RowDual);
            double error = Error(again.Objective, optimum);
            int basics = vertex.Basis.Columns.Concat(vertex.Basis.Rows).Count(s => s == BasisStatus.Basic);
            if (!vertex.IsVertex || again.Residuals.Worst > 1e-9 || error > 1e-9 || basics != program.RowCount)
                failures.Add(FormattableString.Invariant($"{name}: {vertex.StopReason} error {error:E1} worst {again.Residuals.Worst:E1} basics {basics}"));
        }

        failures.ShouldBeEmpty();
    }

    [SkippableFact]
    public void The_simplex_method_alone_meets_the_optima()
    {
        List<string> failures = [];
        foreach ((string name, LinearProgram program, double optimum) in Programs().Where(p => !Long.Contains(p.Name)))
        {
            LinearProgramSolution s = SimplexSolver.Solve(program).Solution;
            double error = Error(s.Objective, optimum);
            if (s.StopReason != StopReason.Optimal || s.Residuals.Worst > 1e-9 || error > 1e-9)
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

    private static double Error(double objective, double optimum) => Math.Abs(objective - optimum) / Math.Max(1.0, Math.Abs(optimum));

    private static IEnumerable<(string Name, LinearProgram Program, double Optimum)> Programs()
    {
        string folder = ReferenceData.Folder("netlib");
        foreach ((string name, double optimum) in NetlibOptima.Read(folder))
        {
            string file = Path.Combine(folder, name + ".mps.gz");
            if (File.Exists(file))
                yield return (name, MpsReader.ReadFile(file).Program, optimum);
        }
    }
}
