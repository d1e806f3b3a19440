using Corridor.Numerics.InteriorPoint;
using Corridor.Numerics.LinearPrograms;
using Corridor.Numerics.LinearPrograms.Mps;

namespace Corridor.Tests.Numerics.InteriorPoint;

/// <summary>The public collections: all optima of netlib, and problems without a solution.</summary>
public sealed class NetlibTests
{
    [SkippableFact]
    public void All_optima_are_met_and_certified()
    {
        string folder = ReferenceData.Folder("netlib");
        Dictionary<string, double> known = NetlibOptima.Read(folder);
        string[] files = Directory.GetFiles(folder, "*.mps.gz");
        files.Length.ShouldBeGreaterThan(50);
        List<string> failures = [];
        foreach (string file in files)
        {
            string name = Path.GetFileName(file).Split('.')[0];
            LinearProgram program = MpsReader.ReadFile(file).Program;
            LinearProgramSolution s = InteriorPointSolver.Solve(program);
            double error = Math.Abs(s.Objective - known[name]) / Math.Max(1.0, Math.Abs(known[name]));
            if (s.StopReason != StopReason.Optimal || s.Residuals.Worst > 1e-8 || error > 1e-7)
                failures.Add(FormattableString.Invariant($"{name}: {s.StopReason} {s.Objective:R} error {error:E1} worst {s.Residuals.Worst:E1}"));
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
        LinearProgramSolution s = InteriorPointSolver.Solve(program);
        s.StopReason.ShouldBe(infeasible ? StopReason.PrimalInfeasible : StopReason.DualInfeasible);
        if (infeasible)
            CertificateChecker.ProvesPrimalInfeasible(program, s.RowRay).ShouldBeTrue();
        else
            CertificateChecker.ProvesDualInfeasible(program, s.ColumnRay).ShouldBeTrue();
    }
}
