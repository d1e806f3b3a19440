using System.Globalization;
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
        Dictionary<string, (double Optimum, double Tolerance)> known = ReadOptima(Path.Combine(folder, "optima.csv"));
        string[] files = Directory.GetFiles(folder, "*.mps.gz");
        files.Length.ShouldBeGreaterThan(50);
        List<string> failures = [];
        foreach (string file in files)
        {
            string name = Path.GetFileName(file).Split('.')[0];
            LinearProgram program = MpsReader.ReadFile(file).Program;
            LinearProgramSolution s = InteriorPointSolver.Solve(program);

            // The list gives the objective of two files without its constant.
            (double optimum, double tolerance) = known[name];
            double error = Math.Abs(s.Objective - program.CostOffset - optimum) / Math.Abs(optimum);
            error = Math.Min(error, Math.Abs(s.Objective - optimum) / Math.Abs(optimum));
            if (s.StopReason != StopReason.Optimal || s.Residuals.Worst > 1e-8 || error > tolerance)
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

    private static Dictionary<string, (double Optimum, double Tolerance)> ReadOptima(string path)
    {
        Dictionary<string, (double, double)> known = [];
        foreach (string line in File.ReadLines(path).Skip(1))
        {
            string[] field = line.Split(',');
            bool clp = field[5].Length > 0;
            double optimum = double.Parse(clp ? field[5] : field[4], CultureInfo.InvariantCulture);

            // The published figure is good to the tolerance its own test suite allows for it.
            double own = clp ? double.Parse(field[6], CultureInfo.InvariantCulture) : 0.0;
            known[field[0]] = (optimum, Math.Max(1e-7, own));
        }

        return known;
    }
}
