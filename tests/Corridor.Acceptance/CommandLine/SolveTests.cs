using System.Text.Json;
using Microsoft.Data.Sqlite;

namespace Corridor.Acceptance.CommandLine;

public sealed class SolveTests : IDisposable
{
    private const string Small = "NAME SMALL\nROWS\n N obj\n L r1\n G r2\n E r3\nCOLUMNS\n x obj 1 r1 1\n x r2 1\n y obj 2 r2 1\n y r3 1\n w obj -1 r1 1\nRHS\n S r1 10 r2 4\n S r3 1 obj 5\nBOUNDS\n UP B w 3\nENDATA\n";
    private const string Contradiction = "NAME NONE\nROWS\n N obj\n G least\n L most\nCOLUMNS\n a obj 1 least 1\n a most 1\n b obj 1 least 1\nRHS\n S least 10 most 5\nBOUNDS\n UP B b 3\nENDATA\n";
    private const string Endless = "NAME ENDLESS\nOBJSENSE MAX\nROWS\n N obj\n L r\nCOLUMNS\n up obj 1 r 1\n along obj 1 r -1\nRHS\n S r 4\nENDATA\n";

    private readonly string _folder = Directory.CreateTempSubdirectory("corridor-solve-").FullName;

    public SolveTests()
    {
        File.WriteAllText(Path.Combine(_folder, "small.mps"), Small);
        File.WriteAllText(Path.Combine(_folder, "none.mps"), Contradiction);
        File.WriteAllText(Path.Combine(_folder, "endless.mps"), Endless);
    }

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public void Json_has_the_promised_keys_and_is_alone()
    {
        Outcome solve = Run("solve", "small.mps", "--json");
        (solve.Code, solve.Error).ShouldBe((0, ""));
        using JsonDocument json = JsonDocument.Parse(solve.Output);
        JsonElement root = json.RootElement;
        root.GetProperty("status").GetString().ShouldBe("optimal");
        root.GetProperty("certified").GetBoolean().ShouldBeTrue();
        root.GetProperty("objective").GetDouble().ShouldBe(-3.0, 1e-6);
        foreach (string key in (string[])["primal_residual", "dual_residual", "gap"])
            root.GetProperty(key).GetDouble().ShouldBeInRange(0.0, 1e-8, key);
        root.GetProperty("iterations").GetInt32().ShouldBeGreaterThanOrEqualTo(0);
        root.GetProperty("threads").GetInt32().ShouldBeGreaterThan(0);
        root.GetProperty("peak_mb").GetDouble().ShouldBeGreaterThan(1.0);
        JsonElement time = root.GetProperty("time_s");
        double parts = ((string[])["read", "presolve", "order", "factorize", "solve"]).Sum(k => time.GetProperty(k).GetDouble());
        parts.ShouldBeLessThanOrEqualTo(time.GetProperty("total").GetDouble() + 1e-6);
    }

    [Fact]
    public void The_screen_and_the_solution_have_the_figures_by_name()
    {
        Outcome solve = Run("solve", "small.mps", "--solution", "s.csv");
        solve.Code.ShouldBe(0, solve.Error);
        solve.Output.ShouldContain("Optimal: checked");
        solve.Output.ShouldContain("-3");
        string[] lines = File.ReadAllLines(Path.Combine(_folder, "s.csv"));
        lines[0].ShouldBe("kind,name,value,lower,upper,dual");
        string[] w = lines.Single(l => l.StartsWith("column,w,", StringComparison.Ordinal)).Split(',');
        double.Parse(w[2], System.Globalization.CultureInfo.InvariantCulture).ShouldBe(3.0, 1e-6);
        (w[3], w[4]).ShouldBe(("0", "3"));
        double.Parse(w[5], System.Globalization.CultureInfo.InvariantCulture).ShouldBe(-1.0, 1e-6);
        lines.Length.ShouldBe(7);
    }

    [Fact]
    public void An_infeasible_program_is_explained_by_names()
    {
        Outcome solve = Run("solve", "none.mps");
        solve.Code.ShouldBe(3, solve.Error);
        foreach (string word in (string[])["Infeasible", "least", "most", "cannot hold together", "smallest change"])
            solve.Output.ShouldContain(word);
        using JsonDocument json = JsonDocument.Parse(Run("solve", "none.mps", "--json").Output);
        json.RootElement.GetProperty("status").GetString().ShouldBe("infeasible");
        json.RootElement.GetProperty("certified").GetBoolean().ShouldBeTrue();
        json.RootElement.GetProperty("objective").ValueKind.ShouldBe(JsonValueKind.Null);
        json.RootElement.GetProperty("conflict").GetArrayLength().ShouldBe(3);
        json.RootElement.GetProperty("relaxation")[0].GetProperty("amount").GetDouble().ShouldBe(2.0, 1e-3);
    }

    [Fact]
    public void An_unbounded_program_names_the_columns_that_run_away()
    {
        Outcome solve = Run("solve", "endless.mps");
        solve.Code.ShouldBe(3, solve.Error);
        solve.Output.ShouldContain("Unbounded");
        solve.Output.ShouldContain("along");
    }

    [Fact]
    public void A_limit_is_no_optimum()
    {
        // Large enough that presolve alone does not solve it.
        var text = new System.Text.StringBuilder("ROWS\n N cost\n");
        for (int i = 0; i < 60; i++)
            text.Append($" {(i < 30 ? 'L' : 'G')} r{i}\n");
        text.Append("COLUMNS\n");
        for (int i = 0; i < 900; i++)
            text.Append($" f{i} cost {1 + (i * i % 37)} r{i / 30} 1\n f{i} r{30 + (i % 30)} 1\n");
        text.Append("RHS\n");
        for (int i = 0; i < 60; i++)
            text.Append($" S r{i} {(i < 30 ? 20 + (i % 5) : 10 + (i % 7))}\n");
        File.WriteAllText(Path.Combine(_folder, "large.mps"), text + "ENDATA\n");
        Run("solve", "large.mps", "--quiet").Code.ShouldBe(0);
        Outcome solve = Run("solve", "large.mps", "--time-limit", "0.000001", "--json");
        solve.Code.ShouldBe(3);
        using JsonDocument json = JsonDocument.Parse(solve.Output);
        json.RootElement.GetProperty("status").GetString().ShouldBe("time_limit");
        json.RootElement.GetProperty("certified").GetBoolean().ShouldBeFalse();
    }

    [Fact]
    public void Errors_in_a_file_have_lines_and_exit_1()
    {
        File.WriteAllText(Path.Combine(_folder, "bad.mps"), Small.Replace(" y r3 1", " y r9 1", StringComparison.Ordinal));
        Outcome solve = Run("solve", "bad.mps");
        solve.Code.ShouldBe(1);
        solve.Error.ShouldContain("L007");
        solve.Error.ShouldContain("bad.mps:11:4");
        Outcome json = Run("solve", "bad.mps", "--json");
        json.Code.ShouldBe(1);
        using JsonDocument parsed = JsonDocument.Parse(json.Output);
        parsed.RootElement.GetProperty("status").GetString().ShouldBe("refused");
        parsed.RootElement.GetProperty("findings")[0].GetProperty("line").GetInt32().ShouldBe(11);
        Run("solve", "nowhere.mps").Code.ShouldBe(1);
    }

    [Theory]
    [InlineData("--basic", "--solver", "clp")]
    [InlineData("--time-limit", "0")]
    [InlineData("--threads", "0")]
    [InlineData("--solver", "abacus")]
    [InlineData("--solution", "")]
    public void What_cannot_be_asked_for_is_a_usage_error(params string[] options)
    {
        Outcome solve = Run(["solve", "small.mps", .. options]);
        solve.Code.ShouldBe(2, solve.Output);
        solve.Output.ShouldBeEmpty();
    }

    [SkippableTheory]
    [InlineData("clp")]
    [InlineData("cbc")]
    [InlineData("highs")]
    public void Another_solver_gives_the_same_or_is_said_to_be_absent(string name)
    {
        Outcome solve = Run("solve", "small.mps", "--solver", name, "--json");
        if (solve.Code == 2)
        {
            solve.Error.ShouldContain($"'{name}'");
            Skip.If(true, $"{name} is not installed.");
        }

        solve.Code.ShouldBe(0, solve.Error);
        using JsonDocument json = JsonDocument.Parse(solve.Output);
        json.RootElement.GetProperty("objective").GetDouble().ShouldBe(-3.0, 1e-6);
        json.RootElement.GetProperty("solver").GetString().ShouldBe(name);
    }

    [Fact]
    public void The_program_of_a_package_solves_to_the_cost_of_its_run()
    {
        Run("new", "mine").Code.ShouldBe(0);
        using JsonDocument run = JsonDocument.Parse(Run("run", "mine", "--step", "month", "--json").Output);
        Outcome export = Run("export", "mine", "--mps", "mine.mps.gz", "--step", "month");
        export.Code.ShouldBe(0, export.Error);
        using JsonDocument solve = JsonDocument.Parse(Run("solve", "mine.mps.gz", "--json").Output);
        double cost = run.RootElement.GetProperty("objective").GetDouble();
        solve.RootElement.GetProperty("objective").GetDouble().ShouldBe(cost, 1e-7 * Math.Abs(cost));
        Run("solve", "mine.mps.gz", "--solution", "s.csv", "--quiet").Code.ShouldBe(0);
        File.ReadAllText(Path.Combine(_folder, "s.csv")).ShouldContain("row,balance:town:2025-07-01,");
        Run("export", "mine", "--mps", "").Code.ShouldBe(2);
        Run("export", "nowhere", "--mps", "x.mps").Code.ShouldBe(1);
        File.Exists(Path.Combine(_folder, "x.mps")).ShouldBeFalse();
    }

    [SkippableFact]
    public void A_run_by_another_solver_has_the_same_cost_and_says_who_solved()
    {
        Run("new", "mine").Code.ShouldBe(0);
        Outcome other = Run("run", "mine", "--step", "month", "--json", "--solver", "clp", "--out", "other");
        Skip.If(other.Code == 2, "clp is not installed.");
        other.Code.ShouldBe(0, other.Error);
        using JsonDocument own = JsonDocument.Parse(Run("run", "mine", "--step", "month", "--json").Output);
        using JsonDocument run = JsonDocument.Parse(other.Output);
        double cost = own.RootElement.GetProperty("objective").GetDouble();
        run.RootElement.GetProperty("objective").GetDouble().ShouldBe(cost, 1e-7 * Math.Abs(cost));
        File.ReadAllText(Path.Combine(_folder, "other", "run.json")).ShouldContain("\"solver\": \"clp\"");
        Run("report", "other").Code.ShouldBe(0);
    }

    private Outcome Run(params string[] arguments) => CorridorProcess.Run(_folder, arguments).Calm();
}
