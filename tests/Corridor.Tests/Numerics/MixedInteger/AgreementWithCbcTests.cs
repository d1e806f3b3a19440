using System.Diagnostics;
using System.Globalization;
using Corridor.Numerics.ExternalSolvers;
using Corridor.Numerics.LinearPrograms.Mps;
using Corridor.Numerics.MixedInteger;

namespace Corridor.Tests.Numerics.MixedInteger;

/// <summary>Cases too large to enumerate against another solver, where it is installed.</summary>
public sealed class AgreementWithCbcTests
{
    [SkippableTheory]
    [InlineData(8, 3, 3)]
    [InlineData(14, 2, 11)]
    [InlineData(6, 4, 4)]
    public void Networks_with_pipelines_to_build_have_the_same_optimum(int candidates, int periods, int seed)
    {
        string? executable = ExternalSolver.Find(SolverProgram.Cbc);
        Skip.If(executable is null, "cbc is not installed.");
        MixedIntegerProgram program = NetworkDesign.Pipelines(candidates, periods, seed);
        MixedIntegerSolution own = MixedIntegerSolver.Solve(program);
        own.StopReason.ShouldBe(MixedIntegerStopReason.Optimal);
        double other = Objective(executable!, program);
        own.Objective.ShouldBe(other, 2e-6 * (1.0 + Math.Abs(other)));
        own.BestBound.ShouldBeLessThanOrEqualTo(other + (1e-6 * (1.0 + Math.Abs(other))));
    }

    private static double Objective(string executable, MixedIntegerProgram program)
    {
        string folder = Directory.CreateTempSubdirectory("corridor-cbc-").FullName;
        try
        {
            string file = Path.Combine(folder, "problem.mps");
            string answer = Path.Combine(folder, "answer.txt");
            MpsWriter.WriteFile(file, new MpsProblem
            {
                Name = "NETWORK",
                Program = program.Program,
                Maximise = false,
                RowNames = MpsNames.Of(Enumerable.Range(0, program.Program.RowCount).Select(i => FormattableString.Invariant($"R{i}"))),
                ColumnNames = MpsNames.Of(Enumerable.Range(0, program.Program.ColumnCount).Select(j => FormattableString.Invariant($"C{j}"))),
                IntegerColumns = [.. Enumerable.Range(0, program.IsInteger.Length).Where(j => program.IsInteger[j])],
                ObjectiveName = "COST",
            });
            var start = new ProcessStartInfo(executable, [file, "-ratioGap", "0", "-solve", "-solution", answer, "-quit"]) { RedirectStandardOutput = true };
            using Process process = Process.Start(start)!;
            process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            string first = File.ReadLines(answer).First();
            first.ShouldStartWith("Optimal");
            return double.Parse(first.Split(' ', StringSplitOptions.RemoveEmptyEntries)[^1], CultureInfo.InvariantCulture);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
