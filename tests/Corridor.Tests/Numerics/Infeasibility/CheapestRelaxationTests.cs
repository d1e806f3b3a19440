using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Corridor.Numerics.Infeasibility;
using Corridor.Numerics.InteriorPoint;
using Corridor.Numerics.LinearPrograms;
using Corridor.Tests.Numerics.InteriorPoint;
using static Corridor.Tests.Numerics.InteriorPoint.SmallProgram;

namespace Corridor.Tests.Numerics.Infeasibility;

public sealed class CheapestRelaxationTests
{
    // x + y ≥ 10 with x ≤ 3, y ≤ 4: three units are missing.
    private static readonly LinearProgram Short = new SmallProgram().Column(1, 0, 3).Column(1, 0, 4).Row(10, Inf, 1, 1).Build();

    private static readonly Constraint Need = new(ConstraintSide.RowLower, 0), X = new(ConstraintSide.ColumnUpper, 0), Y = new(ConstraintSide.ColumnUpper, 1);

    [Fact]
    public void The_cheapest_of_those_offered_gives_way()
    {
        CheapestRelaxation relaxation = CheapestRelaxation.Find(Short, [new Relaxable(Need, 5), new Relaxable(X, 2), new Relaxable(Y, 3)])!;

        relaxation.Relaxations.Count.ShouldBe(1);
        relaxation.Relaxations[0].Constraint.ShouldBe(X);
        relaxation.Relaxations[0].Amount.ShouldBe(3, 1e-5);
        relaxation.Cost.ShouldBe(6, 1e-4);
    }

    [Fact]
    public void Of_equals_the_first_offered_gives_way()
    {
        CheapestRelaxation relaxation = CheapestRelaxation.Find(Short, [new Relaxable(Y, 1), new Relaxable(Need, 1), new Relaxable(X, 1)])!;

        relaxation.Relaxations.Select(r => r.Constraint).ShouldBe([Y]);
    }

    [Fact]
    public void A_largest_relaxation_is_kept_to()
    {
        CheapestRelaxation relaxation = CheapestRelaxation.Find(Short, [new Relaxable(X, 1, 2), new Relaxable(Need, 10)])!;

        relaxation.Relaxations[0].Amount.ShouldBe(2, 1e-5);
        relaxation.Relaxations[1].Amount.ShouldBe(1, 1e-5);
    }

    [Fact]
    public void What_does_not_suffice_is_no_relaxation() => CheapestRelaxation.Find(Short, [new Relaxable(X, 1, 2)]).ShouldBeNull();

    [Fact]
    public void A_feasible_program_needs_none()
    {
        LinearProgram program = new SmallProgram().Column(1, 0, 3).Row(2, Inf, 1).Build();

        CheapestRelaxation.Find(program, [new Relaxable(new Constraint(ConstraintSide.RowLower, 0), 1)])!.Relaxations.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    [InlineData(7)]
    [InlineData(8)]
    public void The_relaxed_program_has_a_point_and_no_cheaper_one_exists(int seed)
    {
        LinearProgram program = RandomContradiction.Of(seed);
        Relaxable[] offered = Offer(program, seed);
        CheapestRelaxation relaxation = CheapestRelaxation.Find(program, offered)!;

        LinearProgram relaxed = Relaxed(program, relaxation);
        InteriorPointSolver.Solve(relaxed).PrimalStatus.ShouldBe(SolutionStatus.Feasible);
        relaxation.Cost.ShouldBe(relaxation.Bound, 3e-4 * (1 + relaxation.Cost));
        if (Clp(program, offered) is { } reference)
            relaxation.Cost.ShouldBe(reference, 3e-4 * (1 + reference));
    }

    private static Relaxable[] Offer(LinearProgram program, int seed)
    {
        var random = new Random(seed);
        IEnumerable<Constraint> rows = Enumerable.Range(0, program.RowCount).Select(i => new Constraint(double.IsFinite(program.RowUpper[i]) ? ConstraintSide.RowUpper : ConstraintSide.RowLower, i));
        return [.. rows.Select(c => new Relaxable(c, random.Next(1, 9)))];
    }

    private static LinearProgram Relaxed(LinearProgram program, CheapestRelaxation relaxation)
    {
        double[] lower = [.. program.RowLower], upper = [.. program.RowUpper];
        foreach (Relaxation one in relaxation.Relaxations)
        {
            if (one.Constraint.Side == ConstraintSide.RowLower)
                lower[one.Constraint.Index] -= one.Amount + 1e-6;
            else
                upper[one.Constraint.Index] += one.Amount + 1e-6;
        }

        return new LinearProgram(program.Matrix, new double[program.ColumnCount], 0, program.ColumnLower, program.ColumnUpper, lower, upper);
    }

    // The optimum of the elastic program by another solver, where it is installed.
    private static double? Clp(LinearProgram program, Relaxable[] offered)
    {
        string? path = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Select(p => Path.Combine(p, "clp")).FirstOrDefault(File.Exists);
        if (path is null)
            return null;
        string file = Path.GetTempFileName();
        try
        {
            File.WriteAllText(file, Elastic(program, offered));
            using Process process = Process.Start(new ProcessStartInfo(path, [file, "-solve"]) { RedirectStandardOutput = true })!;
            string output = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            Match match = Regex.Match(output, @"[Oo]ptimal.*objective(?: value)?\s+(-?[0-9.eE+-]+)");
            match.Success.ShouldBeTrue(output);
            return double.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture);
        }
        finally
        {
            File.Delete(file);
        }
    }

    private static string Elastic(LinearProgram program, Relaxable[] offered)
    {
        var text = new StringBuilder("NAME          elastic\nROWS\n N  cost\n");
        for (int i = 0; i < program.RowCount; i++)
            text.Append(CultureInfo.InvariantCulture, $" {(double.IsFinite(program.RowUpper[i]) ? 'L' : 'G')}  r{i}\n");
        void Line(string kind, string first, string second, double value) => text.Append(CultureInfo.InvariantCulture, $" {kind,-2} {first,-10}{second,-10}{value}\n");
        text.Append("COLUMNS\n");
        for (int j = 0; j < program.ColumnCount; j++)
        {
            Line("", $"x{j}", "cost", 0);
            for (int k = program.Matrix.ColumnStart[j]; k < program.Matrix.ColumnStart[j + 1]; k++)
                Line("", $"x{j}", $"r{program.Matrix.RowIndex[k]}", program.Matrix.Value[k]);
        }

        for (int k = 0; k < offered.Length; k++)
        {
            Line("", $"s{k}", "cost", offered[k].Weight);
            Line("", $"s{k}", $"r{offered[k].Constraint.Index}", offered[k].Constraint.Side == ConstraintSide.RowUpper ? -1 : 1);
        }

        text.Append("RHS\n");
        for (int i = 0; i < program.RowCount; i++)
            Line("", "b", $"r{i}", double.IsFinite(program.RowUpper[i]) ? program.RowUpper[i] : program.RowLower[i]);
        text.Append("RANGES\n");
        for (int i = 0; i < program.RowCount; i++)
        {
            if (double.IsFinite(program.RowUpper[i]) && double.IsFinite(program.RowLower[i]))
                Line("", "g", $"r{i}", program.RowUpper[i] - program.RowLower[i]);
        }

        text.Append("BOUNDS\n");
        for (int j = 0; j < program.ColumnCount; j++)
        {
            if (double.IsFinite(program.ColumnUpper[j]))
                Line("UP", "u", $"x{j}", program.ColumnUpper[j]);
        }

        return text.Append("ENDATA\n").ToString();
    }
}
