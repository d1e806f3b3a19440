using Corridor.Numerics.ExternalSolvers;
using Corridor.Numerics.InteriorPoint;
using Corridor.Numerics.LinearPrograms;
using Corridor.Numerics.LinearPrograms.Mps;
using Corridor.Tests.Numerics.LinearPrograms.Mps;

namespace Corridor.Tests.Numerics.ExternalSolvers;

public class ExternalSolverTests
{
    [SkippableTheory]
    [InlineData(SolverProgram.Clp)]
    [InlineData(SolverProgram.Cbc)]
    [InlineData(SolverProgram.Highs)]
    public void Another_solver_gives_the_same_optimum_and_duals_of_the_same_sign(SolverProgram program)
    {
        Skip.If(ExternalSolver.Find(program) is null, $"{ExternalSolver.NameOf(program)} is not installed.");
        foreach (string sample in (string[])[MpsSamples.Whole, MpsSamples.FixedColumns, MpsSamples.Transport])
        {
            LinearProgram problem = MpsReader.ReadText(sample).Program;
            LinearProgramSolution own = InteriorPointSolver.Solve(problem);
            LinearProgramSolution other = ExternalSolver.Solve(program, problem, new ExternalSettings(), CancellationToken.None).Solution;
            other.StopReason.ShouldBe(StopReason.Optimal);
            other.Objective.ShouldBe(own.Objective, 1e-7 * (1 + Math.Abs(own.Objective)));
            // With the signs of the duals turned the dual objective would be another.
            other.Residuals.Worst.ShouldBeLessThan(1e-7);
        }
    }

    [SkippableFact]
    public void An_infeasible_program_is_believed_with_a_proof_alone()
    {
        Skip.If(ExternalSolver.Find(SolverProgram.Clp) is null, "clp is not installed.");
        LinearProgram problem = MpsReader.ReadText(MpsSamples.Infeasible).Program;
        ExternalAnswer answer = ExternalSolver.Solve(SolverProgram.Clp, problem, new ExternalSettings(), CancellationToken.None);
        answer.Words.ShouldContain("infeasible", Case.Insensitive);
        if (answer.Solution.StopReason == StopReason.PrimalInfeasible)
            CertificateChecker.ProvesPrimalInfeasible(problem, answer.Solution.RowRay!).ShouldBeTrue();
        else
            answer.Solution.StopReason.ShouldBe(StopReason.NumericalDifficulty);
    }

    [SkippableFact]
    public void A_cancelled_solve_ends_the_other_program_and_leaves_no_folder()
    {
        Skip.If(ExternalSolver.Find(SolverProgram.Clp) is null, "clp is not installed.");
        using var stop = new CancellationTokenSource();
        stop.Cancel();
        LinearProgram problem = MpsReader.ReadText(MpsSamples.Transport).Program;
        ExternalSolver.Solve(SolverProgram.Clp, problem, new ExternalSettings(), stop.Token).Solution.StopReason.ShouldBe(StopReason.Cancelled);
    }

    [Fact]
    public void The_text_of_highs_is_read_by_its_headings()
    {
        string path = Path.GetTempFileName();
        File.WriteAllText(path, "Model status\nOptimal\n\n# Primal solution values\nFeasible\nObjective 2\n# Columns 2\nC0 1.5\nC1 0.25\n# Rows 2\nR0 7\nR1 8\n\n# Dual solution values\nFeasible\n# Columns 2\nC0 9\nC1 10\n# Rows 2\nR0 -3\nR1 4e-1\n\n# Basis\nHiGHS v1\nValid\n# Columns 2\n1 1\n");
        var builder = new LinearProgramBuilder();
        builder.AddRow(0, 1);
        builder.AddRow(0, 1);
        builder.AddColumn(0, 1, 1);
        builder.AddColumn(0, 1, 1);
        ExternalPoint point = HighsAnswer.Read(path, builder.Build());
        point.Primal.ShouldBe([1.5, 0.25]);
        point.RowDual.ShouldBe([-3, 0.4]);
        File.WriteAllText(path, "Model status\nInfeasible\n");
        Should.Throw<ExternalSolverException>(() => HighsAnswer.Read(path, builder.Build()));
        File.Delete(path);
    }

    [Theory]
    [InlineData("Optimal objective -464.7531429 - 5 iterations time 0.002, Presolve 0.00\n", "Optimal objective", 5)]
    [InlineData("Simplex   iterations: 12\nModel status : Optimal\n", "Model status : Optimal", 12)]
    [InlineData("nothing\n", "", 0)]
    public void What_another_solver_says_is_quoted(string output, string words, int iterations)
    {
        ExternalRun.LastWords(output).ShouldStartWith(words);
        ExternalRun.Iterations(output).ShouldBe(iterations);
    }
}
