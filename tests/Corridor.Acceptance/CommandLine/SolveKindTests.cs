using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Corridor.Acceptance.CommandLine;

/// <summary>Kinds of programs, each by its method, through the command.</summary>
public sealed class SolveKindTests : IDisposable
{
    /// <summary>A knapsack of 14: values 8, 11, 6, 4, weights 5, 7, 4, 3.</summary>
    private const string Integer = "NAME KNAP\nOBJSENSE MAX\nROWS\n N obj\n L w\nCOLUMNS\n M1 'MARKER' 'INTORG'\n a obj 8 w 5\n b obj 11 w 7\n c obj 6 w 4\n d obj 4 w 3\n M2 'MARKER' 'INTEND'\nRHS\n S w 14\nBOUNDS\n BV B a\n BV B b\n BV B c\n BV B d\nENDATA\n";

    /// <summary>min ½(2x² + 2y²) − 2x − 6y, x + y ≤ 2, x, y ≥ 0: (0, 2) − 8 by hand.</summary>
    private const string Quadratic = "NAME QUAD\nROWS\n N obj\n L r\nCOLUMNS\n x obj -2 r 1\n y obj -6 r 1\nRHS\n S r 2\nQUADOBJ\n x x 2\n y y 2\nENDATA\n";

    private readonly string _folder = Directory.CreateTempSubdirectory("corridor-kinds-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Integer_columns_are_searched_and_the_gap_is_stated()
    {
        // By hand: {b, c, d} weighs 14 and is worth 21; the relaxation is worth 22.
        JsonElement root = Solve(Integer, 0);
        root.GetProperty("kind").GetString().ShouldBe("mixed_integer");
        root.GetProperty("status").GetString().ShouldBe("optimal");
        root.GetProperty("certified").GetBoolean().ShouldBeTrue();
        root.GetProperty("objective").GetDouble().ShouldBe(21.0, 1e-9);
        root.GetProperty("best_bound").GetDouble().ShouldBeInRange(21.0 - 1e-9, 21.0 + 3e-5);
        root.GetProperty("root_bound").GetDouble().ShouldBeGreaterThanOrEqualTo(21.0 - 1e-6);
        root.GetProperty("gap").GetDouble().ShouldBeInRange(0.0, 1e-6);
        root.GetProperty("integrality").GetDouble().ShouldBe(0.0);
        root.GetProperty("nodes").GetInt32().ShouldBeGreaterThanOrEqualTo(0);
        root.GetProperty("dual_residual").ValueKind.ShouldBe(JsonValueKind.Null);
        Outcome screen = Run("solve", "p.mps", "--solution", "s.csv");
        screen.Code.ShouldBe(0, screen.Error);
        foreach (string word in (string[])["Optimal within a gap", "best bound", "nodes", "cutting planes"])
            screen.Output.ShouldContain(word);
        File.ReadAllText(Path.Combine(_folder, "s.csv")).ShouldContain("column,a,0,");
    }

    [Fact]
    public void The_relaxation_is_another_problem_and_this_is_said()
    {
        JsonElement root = Solve(Integer, 0, "--relax");
        root.GetProperty("kind").GetString().ShouldBe("linear");
        root.GetProperty("objective").GetDouble().ShouldBe(22.0, 1e-6);
        root.GetProperty("findings")[0].GetProperty("code").GetString().ShouldBe("L022");
    }

    [Fact]
    public void A_search_without_a_point_is_infeasible_but_only_a_ray_certifies_it()
    {
        // 2a + 2b = 3 has points, but no whole ones; 2a + 2b = 9 has none at all with a, b ≤ 1.
        const string Parity = "ROWS\n N obj\n E r\nCOLUMNS\n M1 'MARKER' 'INTORG'\n a obj 1 r 2\n b obj 1 r 2\n M2 'MARKER' 'INTEND'\nRHS\n S r 3\nBOUNDS\n BV B a\n BV B b\nENDATA\n";
        JsonElement root = Solve(Parity, 3);
        root.GetProperty("status").GetString().ShouldBe("infeasible");
        root.GetProperty("certified").GetBoolean().ShouldBeFalse();
        Run("solve", "p.mps").Output.ShouldContain("no short proof");
        root = Solve(Parity.Replace("r 3", "r 9", StringComparison.Ordinal), 3);
        root.GetProperty("status").GetString().ShouldBe("infeasible");
        root.GetProperty("certified").GetBoolean().ShouldBeTrue();
        root.GetProperty("conflict").GetArrayLength().ShouldBeGreaterThan(0);
    }

    [Fact]
    public void A_search_that_meets_its_limit_states_the_gap_and_ends_with_3()
    {
        // Market split (Cornuéjols, Dawande 1998): far too hard for a second, and any whole point is feasible with its slacks.
        const int Rows = 4;
        const int Columns = 30;
        uint state = 1;
        var rows = new StringBuilder("ROWS\n N obj\n");
        var columns = new StringBuilder("COLUMNS\n M1 'MARKER' 'INTORG'\n");
        var bounds = new StringBuilder("BOUNDS\n");
        int[] sum = new int[Rows];
        for (int j = 0; j < Columns; j++)
        {
            for (int i = 0; i < Rows; i++)
            {
                state = (state * 1664525) + 1013904223;
                int a = (int)((state >> 16) % 100);
                sum[i] += a;
                columns.Append(CultureInfo.InvariantCulture, $" x{j} r{i} {a}\n");
            }

            bounds.Append(CultureInfo.InvariantCulture, $" BV B x{j}\n");
        }

        columns.Append(" M2 'MARKER' 'INTEND'\n");
        var sides = new StringBuilder("RHS\n");
        for (int i = 0; i < Rows; i++)
        {
            rows.Append(CultureInfo.InvariantCulture, $" E r{i}\n");
            columns.Append(CultureInfo.InvariantCulture, $" up{i} obj 1 r{i} 1\n down{i} obj 1 r{i} -1\n");
            sides.Append(CultureInfo.InvariantCulture, $" S r{i} {sum[i] / 2}\n");
        }

        JsonElement root = Solve($"{rows}{columns}{sides}{bounds}ENDATA\n", 3, "--time-limit", "8");
        root.GetProperty("status").GetString().ShouldBe("time_limit");
        root.GetProperty("certified").GetBoolean().ShouldBeFalse();
        root.GetProperty("objective").GetDouble().ShouldBeGreaterThan(0.0);
        root.GetProperty("gap").GetDouble().ShouldBeGreaterThan(1e-6);
        root.GetProperty("best_bound").GetDouble().ShouldBeLessThan(root.GetProperty("objective").GetDouble());
    }

    [Fact]
    public void A_convex_quadratic_objective_is_solved_and_a_concave_one_is_refused()
    {
        JsonElement root = Solve(Quadratic, 0);
        root.GetProperty("kind").GetString().ShouldBe("quadratic");
        root.GetProperty("objective").GetDouble().ShouldBe(-8.0, 1e-6);
        root.GetProperty("dual_objective").GetDouble().ShouldBe(-8.0, 1e-6);
        root.GetProperty("certified").GetBoolean().ShouldBeTrue();
        root = Solve(Quadratic.Replace("y y 2", "y y -2", StringComparison.Ordinal), 1);
        root.GetProperty("findings")[0].GetProperty("code").GetString().ShouldBe("L023");
        root.GetProperty("findings")[0].GetProperty("subject").GetString().ShouldBe("y");
    }

    [Fact]
    public void Integer_columns_with_a_quadratic_objective_are_refused_in_words()
    {
        string both = Quadratic.Replace("QUADOBJ", "BOUNDS\n UI B x 3\nQUADOBJ", StringComparison.Ordinal);
        Solve(both, 1).GetProperty("findings")[0].GetProperty("code").GetString().ShouldBe("L021");
        Solve(both, 0, "--relax").GetProperty("kind").GetString().ShouldBe("quadratic");
    }

    [Fact]
    public void Basic_gives_a_vertex_and_counts_its_steps()
    {
        // Two sources at the same cost, which presolve merges no more once each has a row of its own: any split is optimal, a vertex has one at a bound.
        const string Ties = "ROWS\n N obj\n G r\n G s\n L t\nCOLUMNS\n x obj 3 r 1\n x t 1 s 1\n y obj 3 r 1\n y t 1 s 2\n z obj 3 s 1\n z t 1\nRHS\n S r 10 s 12\n S t 40\nBOUNDS\n UP B x 20\n UP B y 20\n UP B z 20\nENDATA\n";
        JsonElement inside = Solve(Ties, 0);
        inside.TryGetProperty("basic", out _).ShouldBeFalse();
        JsonElement root = Solve(Ties, 0, "--basic");
        root.GetProperty("basic").GetBoolean().ShouldBeTrue();
        root.GetProperty("certified").GetBoolean().ShouldBeTrue();
        root.GetProperty("objective").GetDouble().ShouldBe(inside.GetProperty("objective").GetDouble(), 1e-7);
        foreach (string key in (string[])["primal_pushes", "dual_pushes", "pivots"])
            root.GetProperty("crossover").GetProperty(key).GetInt32().ShouldBeGreaterThanOrEqualTo(0, key);
        root.GetProperty("time_s").GetProperty("crossover").GetDouble().ShouldBeGreaterThanOrEqualTo(0.0);
        Run("solve", "p.mps", "--basic").Output.ShouldContain("at a vertex");
    }

    [Fact]
    public void Basic_without_effect_and_other_solvers_for_other_kinds_are_said()
    {
        Solve(Quadratic, 0, "--basic").GetProperty("findings")[0].GetProperty("code").GetString().ShouldBe("L025");
        Outcome other = Run("solve", "p.mps", "--solver", "clp", "--json");
        if (other.Code != 2)
            JsonDocument.Parse(other.Output).RootElement.GetProperty("findings")[0].GetProperty("code").GetString().ShouldBe("L024");
    }

    private JsonElement Solve(string text, int code, params string[] options)
    {
        File.WriteAllText(Path.Combine(_folder, "p.mps"), text);
        Outcome solve = Run(["solve", "p.mps", "--json", .. options]);
        solve.Code.ShouldBe(code, solve.Error + solve.Output);
        return JsonDocument.Parse(solve.Output).RootElement;
    }

    private Outcome Run(params string[] arguments) => CorridorProcess.Run(_folder, arguments).Calm();
}
