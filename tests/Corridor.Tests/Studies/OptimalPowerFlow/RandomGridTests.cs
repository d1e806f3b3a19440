using Corridor.Model.PowerGrids;
using Corridor.Numerics.LinearPrograms;
using Corridor.Numerics.Simplex;
using Corridor.Studies.OptimalPowerFlow;
using Corridor.Tests.Numerics.LinearPrograms.Properties;

namespace Corridor.Tests.Studies.OptimalPowerFlow;

/// <summary>Random grids against programs in angles alone, one set of angles for each outage, by the simplex method and by another program.</summary>
public class RandomGridTests
{
    private const int Count = 60;

    [Fact]
    public void The_simplex_method_finds_the_same_cost_on_another_program()
    {
        int optimal = 0;
        int infeasible = 0;
        for (int seed = 0; seed < Count; seed++)
        {
            bool secured = seed % 3 == 2;
            PowerGrid grid = Make(seed);
            OptimalFlowResult result = Grids.Solve(grid, new OptimalFlowRequest { SecureAll = secured });
            LinearProgramSolution expected = SimplexSolver.Solve(Program(grid, secured ? result.Secured : [])).Solution;
            if (result.Status == OptimalFlowStatus.Infeasible)
            {
                infeasible++;
                expected.StopReason.ShouldBe(StopReason.PrimalInfeasible, $"seed {seed}");
                continue;
            }

            optimal++;
            result.IsCertified.ShouldBeTrue($"seed {seed}: {result.Status}");
            expected.StopReason.ShouldBe(StopReason.Optimal, $"seed {seed}");
            result.Objective.ShouldBe(expected.Objective, 1e-6 * (1.0 + Math.Abs(expected.Objective)), $"seed {seed}");
        }

        optimal.ShouldBeGreaterThan(Count / 3);
        infeasible.ShouldBeGreaterThan(0);
    }

    [SkippableFact]
    public void Another_solver_finds_the_same_cost_on_another_program()
    {
        int[] seeds = [.. Enumerable.Range(1000, 30)];
        OptimalFlowResult[] results = [.. seeds.Select(s => Grids.Solve(Make(s), new OptimalFlowRequest { SecureAll = s % 3 == 2 }))];
        List<(bool IsOptimal, double Objective)?> answers = ClpOracle.Solve([.. seeds.Select((s, k) => Program(Make(s), s % 3 == 2 ? results[k].Secured : []))]);
        for (int k = 0; k < seeds.Length; k++)
        {
            answers[k].ShouldNotBeNull();
            results[k].IsCertified.ShouldBe(answers[k]!.Value.IsOptimal, $"seed {seeds[k]}");
            if (results[k].IsCertified)
                results[k].Objective.ShouldBe(answers[k]!.Value.Objective, 1e-5 * (1.0 + Math.Abs(results[k].Objective)), $"seed {seeds[k]}");
        }
    }

    private static PowerGrid Make(int seed)
    {
        var random = new Random(seed);
        int n = random.Next(3, 9);
        var branches = new List<GridBranch>();
        for (int i = 1; i < n; i++)
            branches.Add(Any(random.Next(i), i));
        for (int k = random.Next(1, n + 1); k > 0; k--)
        {
            int from = random.Next(n);
            branches.Add(Any(from, (from + 1 + random.Next(n - 1)) % n));
        }

        return Grids.Grid(
            [.. Enumerable.Range(0, n).Select(i => Grids.Bus($"b{i}", random.Next(0, 60), i == 0 ? BusControl.Slack : BusControl.Load))],
            [.. branches],
            [.. Enumerable.Range(0, random.Next(2, 6)).Select(g => Grids.Unit($"u{g}", random.Next(n), random.Next(20, 200), random.Next(0, 50), random.Next(1, 40)) with { ActiveMin = random.Next(0, 15) })]);

        GridBranch Any(int from, int to) => Grids.Branch($"l{branches.Count}", from, to, 0.02 + (0.2 * random.NextDouble()), random.Next(30, 150)) with
        {
            Tap = random.Next(4) == 0 ? 0.95 : 1.0,
            Shift = random.Next(6) == 0 ? 1.5 : 0.0,
            EmergencyRating = random.Next(60, 200),
            AngleMin = random.Next(5) == 0 ? -4.0 : double.NegativeInfinity,
            AngleMax = random.Next(5) == 0 ? 4.0 : double.PositiveInfinity,
        };
    }

    /// <summary>Outputs in MW and angles; balances and limits for the grid as it is and after each outage.</summary>
    private static LinearProgram Program(PowerGrid grid, IReadOnlyList<int> outages)
    {
        var builder = new LinearProgramBuilder();
        foreach (GridUnit unit in grid.Units)
        {
            builder.AddColumn(unit.ActiveMin, unit.ActiveMax, unit.Cost!.Polynomial![1]);
            builder.CostOffset += unit.Cost.Polynomial[0];
        }

        AddState(builder, grid, -1);
        foreach (int outage in outages)
            AddState(builder, grid, outage);
        return builder.Build();
    }

    private static void AddState(LinearProgramBuilder builder, PowerGrid grid, int without)
    {
        int angles = builder.ColumnCount;
        int balances = builder.RowCount;
        double[] shifted = new double[grid.Buses.Count];
        foreach ((GridBranch branch, int l) in grid.Branches.Select((b, l) => (b, l)))
        {
            double injected = l == without ? 0.0 : 100.0 / (branch.Reactance * branch.Tap) * branch.Shift * Math.PI / 180.0;
            shifted[branch.From] += injected;
            shifted[branch.To] -= injected;
        }

        for (int i = 0; i < grid.Buses.Count; i++)
        {
            builder.AddColumn(i == 0 ? 0.0 : double.NegativeInfinity, i == 0 ? 0.0 : double.PositiveInfinity, 0.0);
            builder.AddRow(grid.Buses[i].ActiveDemand - shifted[i], grid.Buses[i].ActiveDemand - shifted[i]);
        }

        for (int g = 0; g < grid.Units.Count; g++)
            builder.AddEntry(balances + grid.Units[g].Bus, g, 1.0);
        for (int l = 0; l < grid.Branches.Count; l++)
        {
            if (l == without)
                continue;
            GridBranch branch = grid.Branches[l];
            double b = 100.0 / (branch.Reactance * branch.Tap);
            double shift = branch.Shift * Math.PI / 180.0;
            double rating = (without < 0 ? branch.Rating : branch.EmergencyRating) / b;
            int row = builder.AddRow(-rating + shift, rating + shift);
            AddDifference(row, branch, 1.0);
            AddDifference(balances + branch.From, branch, -b);
            AddDifference(balances + branch.To, branch, b);
            if (without < 0 && (double.IsFinite(branch.AngleMin) || double.IsFinite(branch.AngleMax)))
                AddDifference(builder.AddRow(branch.AngleMin * Math.PI / 180.0, branch.AngleMax * Math.PI / 180.0), branch, 1.0);
        }

        void AddDifference(int row, GridBranch branch, double factor)
        {
            builder.AddEntry(row, angles + branch.From, factor);
            builder.AddEntry(row, angles + branch.To, -factor);
        }
    }
}
