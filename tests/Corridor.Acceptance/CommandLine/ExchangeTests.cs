using System.Text.Json;
using Microsoft.Data.Sqlite;

namespace Corridor.Acceptance.CommandLine;

/// <summary>Other programs' data through the real program: in, run, out again, and what is wrong with them.</summary>
public sealed class ExchangeTests : IDisposable
{
    // Three buses in a triangle of equal reactances; the cheap unit at 1 would send 2/3 of its surplus over 1–3, which bears 60 MW.
    private const string Triangle = """
        function mpc = triangle
        mpc.version = '2';
        mpc.baseMVA = 100;
        mpc.bus = [
          1 3 0   0  0 0 1 1 0 230 1 1.1 0.9;
          2 2 0   0  0 0 1 1 0 230 1 1.1 0.9;
          3 1 150 20 0 0 1 1 0 230 1 1.1 0.9;
        ];
        mpc.gen = [
          1 100 0 200 -200 1 100 1 300 0;
          2 50  0 200 -200 1 100 1 300 0;
        ];
        mpc.branch = [
          1 2 0 0.1 0 0   0 0 0 0 1 -360 360;
          2 3 0 0.1 0 0   0 0 0 0 1 -360 360;
          1 3 0 0.1 0 60  0 0 0 0 1 -360 360;
        ];
        mpc.gencost = [
          2 0 0 2 10 0;
          2 0 0 2 40 0;
        ];

        """;

    private readonly string _folder = Directory.CreateTempSubdirectory("corridor-exchange-").FullName;

    public ExchangeTests() => File.WriteAllText(Path.Combine(_folder, "triangle.m"), Triangle);

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public void The_least_cost_of_a_triangle_is_that_by_hand_as_a_file_and_as_a_package()
    {
        // Flow over 1–3 is (2a + b)/3 with a + b = 150: 60 allows a = 30, b = 120.
        const double ByHand = (30 * 10) + (120 * 40);
        JsonElement file = Json("opf", "triangle.m", "--dc", "--json");
        (file.GetProperty("status").GetString(), file.GetProperty("certified").GetBoolean()).ShouldBe(("optimal", true));
        file.GetProperty("objective").GetDouble().ShouldBe(ByHand, 1e-5);
        file.GetProperty("time_s").GetDouble().ShouldBeGreaterThan(0);
        Run("import", "matpower", "triangle.m", "--out", "package").Code.ShouldBe(0);
        Json("opf", "package", "--dc", "--json").GetProperty("objective").GetDouble().ShouldBe(ByHand, 1e-5);
        JsonElement run = Json("run", "triangle.m", "--format", "matpower", "--out", "out", "--json");
        run.GetProperty("certified").GetBoolean().ShouldBeTrue();
        run.GetProperty("objective").GetDouble().ShouldBe(24 * ByHand, 1e-3);
    }

    [Fact]
    public void A_power_flow_has_the_promised_members_and_balances()
    {
        JsonElement flow = Json("powerflow", "triangle.m", "--ac", "--json");
        flow.GetProperty("status").GetString().ShouldBe("converged");
        flow.GetProperty("mismatch").GetDouble().ShouldBeLessThan(1e-8);
        flow.GetProperty("iterations").GetInt32().ShouldBeInRange(1, 10);
        flow.GetProperty("time_s").GetDouble().ShouldBeGreaterThan(0);
        JsonElement[] buses = [.. flow.GetProperty("buses").EnumerateArray()], branches = [.. flow.GetProperty("branches").EnumerateArray()];
        buses.Select(b => b.GetProperty("id").GetString()).ShouldBe(["1", "2", "3"]);
        buses.ShouldAllBe(b => b.GetProperty("v").GetDouble() > 0.9 && b.GetProperty("angle_deg").GetDouble() < 1);
        // Lossless: what enters at 1 and 2 arrives at 3.
        branches.Where(b => b.GetProperty("to").GetString() == "3").Sum(b => b.GetProperty("p_from_mw").GetDouble()).ShouldBe(150, 1e-4);
        branches.ShouldAllBe(b => b.GetProperty("from").GetString()!.Length > 0 && double.IsFinite(b.GetProperty("q_from_mvar").GetDouble()));
        JsonElement outages = Json("powerflow", "triangle.m", "--ac", "--contingencies", "all", "--json");
        outages.GetProperty("status").GetString().ShouldBe("converged");
    }

    [Theory]
    [InlineData("excel", "again.xlsx")]
    [InlineData("sqlite", "again.sqlite")]
    [InlineData("matpower", "again.m")]
    public void What_is_exported_and_imported_gives_the_same_answer(string format, string target)
    {
        Run("import", "matpower", "triangle.m", "--out", "package").Code.ShouldBe(0);
        Outcome export = Run("export", "package", "--format", format, "--out", target);
        export.Code.ShouldBe(0, export.Error);
        Outcome import = Run("import", format, target, "--out", "second", "--json");
        import.Code.ShouldBe(0, import.Error);
        using JsonDocument report = JsonDocument.Parse(import.Output);
        report.RootElement.GetProperty("status").GetString().ShouldBe("done");
        report.RootElement.GetProperty("tables").GetProperty("power_lines").GetInt32().ShouldBe(3);
        report.RootElement.GetProperty("fidelity").GetProperty("exact").GetInt32().ShouldBeGreaterThan(0);
        Json("opf", "second", "--dc", "--json").GetProperty("objective").GetDouble().ShouldBe(5100, 1e-5);
    }

    [Fact]
    public void An_import_refuses_what_it_would_destroy_and_writes_nothing_of_a_broken_file()
    {
        Directory.CreateDirectory(Path.Combine(_folder, "precious"));
        File.WriteAllText(Path.Combine(_folder, "precious", "letter.txt"), "dear");
        Run("import", "matpower", "triangle.m", "--out", "precious").Code.ShouldBe(2);
        Run("import", "nothing", "triangle.m", "--out", "p").Code.ShouldBe(2);
        Run("import", "matpower", "missing.m", "--out", "p").Code.ShouldBe(1);
        File.WriteAllText(Path.Combine(_folder, "broken.m"), Triangle.Replace("0.1 0 60", "0.1.2 0 60", StringComparison.Ordinal));
        Outcome broken = Run("import", "matpower", "broken.m", "--out", "p");
        (broken.Code, Directory.Exists(Path.Combine(_folder, "p"))).ShouldBe((1, false));
        broken.Error.ShouldContain("broken.m:1");
        Run("powerflow", "broken.m").Code.ShouldBe(1);
        Run("opf", "triangle.m", "--ac").Code.ShouldBe(2);
    }

    [Fact]
    public void A_name_with_a_control_character_comes_over_in_one_line_and_is_told()
    {
        File.WriteAllText(Path.Combine(_folder, "odd.m"), Triangle + "mpc.bus_name = { 'a\u0007b'; 'c'; 'd' };\n");
        Json("import", "matpower", "odd.m", "--out", "p", "--json").GetProperty("findings").EnumerateArray().ShouldContain(f => f.GetProperty("code").GetString() == "G015");
        Outcome run = Run("run", "odd.m", "--format", "matpower", "--out", "r");
        run.Code.ShouldBe(0, run.Error);
        File.ReadAllText(Path.Combine(_folder, "p", "nodes.csv")).ShouldContain("a b");
    }

    [Theory]
    [InlineData("--json")]
    [InlineData("--json=true")]
    public void A_series_alone_is_no_package_that_could_be_run(string json)
    {
        File.WriteAllText(Path.Combine(_folder, "prices.csv"), "series,month,value,unit\nttf,2025-01,40,EUR/MWh\n");
        Outcome run = Run("run", "prices.csv", "--format", "series", json, "--out", "r");
        run.Code.ShouldBe(1, run.Error);
        using JsonDocument told = JsonDocument.Parse(run.Output);
        told.RootElement.GetProperty("status").GetString().ShouldBe("refused");
        told.RootElement.GetProperty("findings").EnumerateArray().ShouldContain(f => f.GetProperty("code").GetString() == "V001");
        Directory.Exists(Path.Combine(_folder, "r")).ShouldBeFalse();
    }

    [Fact]
    public void What_came_over_is_told_and_kept_where_no_import_was_asked_for()
    {
        Outcome run = Run("run", "triangle.m", "--out", "out");
        run.Code.ShouldBe(0, run.Error);
        run.Error.ShouldContain("--format matpower");
        run.Output.ShouldContain("3 left behind; out/inputs/fidelity.json");
        using JsonDocument kept = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(_folder, "out", "inputs", "fidelity.json")));
        kept.RootElement.GetProperty("fidelity").GetProperty("dropped").GetInt32().ShouldBe(3);
        using JsonDocument stated = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(_folder, "out", "run.json")));
        stated.RootElement.GetProperty("summary").GetProperty("fidelity").GetProperty("dropped").GetInt32().ShouldBe(3);
        Json("opf", "triangle.m", "--dc", "--format", "matpower", "--json").GetProperty("fidelity").GetProperty("import").GetProperty("dropped").GetInt32().ShouldBe(3);
        Outcome export = Run("export", "out", "--format", "geojson", "--out", "layers", "--json");
        export.Code.ShouldBe(0, export.Error);
        Directory.Exists(Path.Combine(_folder, "layers")).ShouldBeTrue();
    }

    [Theory]
    [InlineData(1, "refused", "run", "triangle.json", "--json")]
    [InlineData(1, "refused", "explain", "nothing", "price", "a", "2025-01-01", "--json")]
    [InlineData(1, "refused", "export", "mine", "--format", "matpower", "--out", "q.m", "--json")]
    [InlineData(1, "refused", "opf", "nothing", "--dc", "--json")]
    [InlineData(3, "failed", "export", "mine", "--mps", "missing/p.mps", "--json")]
    public void Json_is_promised_and_given_on_every_way_out(int code, string status, params string[] arguments)
    {
        Run("new", "mine").Code.ShouldBe(0);
        Outcome outcome = Run(arguments);
        outcome.Code.ShouldBe(code, outcome.Error);
        using JsonDocument json = JsonDocument.Parse(outcome.Output);
        json.RootElement.GetProperty("status").GetString().ShouldBe(status);
        json.RootElement.GetProperty("findings").GetArrayLength().ShouldBe(code == 1 ? 1 : 0);
    }

    [Theory]
    [InlineData("--format mps needs --out", "--format", "mps")]
    [InlineData("--step has no effect", "--format", "csv", "--out", "q", "--step", "day")]
    [InlineData("--out has no effect", "--mps", "p.mps", "--out", "q")]
    [InlineData("is a folder; --out names a file", "--format", "sqlite", "--out", "mine")]
    public void An_export_says_which_option_is_missing_or_useless(string words, params string[] options)
    {
        Run("new", "mine").Code.ShouldBe(0);
        Outcome outcome = Run(["export", "mine", .. options]);
        outcome.Code.ShouldBe(2, outcome.Error);
        outcome.Error.ShouldContain(words);
    }

    [Fact]
    public void A_demand_beyond_the_units_has_no_certified_answer()
    {
        File.WriteAllText(Path.Combine(_folder, "far.m"), Triangle.Replace("3 1 150", "3 1 1500", StringComparison.Ordinal));
        Outcome opf = Run("opf", "far.m", "--dc");
        opf.Code.ShouldBe(3);
        Outcome flow = Run("powerflow", "far.m", "--json");
        flow.Code.ShouldBe(3);
        using JsonDocument json = JsonDocument.Parse(flow.Output);
        json.RootElement.GetProperty("status").GetString().ShouldNotBe("converged");
    }

    [Fact]
    public void Prices_are_put_into_a_package_and_screening_tells_what_hangs_on_a_name()
    {
        Run("new", "mine").Code.ShouldBe(0);
        File.WriteAllText(Path.Combine(_folder, "prices.csv"), "series,month,value,unit\nhub,2025-01,30,EUR/MWh\n");
        Outcome import = Run("import", "series", "prices.csv", "--into", "mine", "--out", "both");
        import.Code.ShouldBe(0, import.Error);
        File.ReadAllText(Path.Combine(_folder, "both", "price_series.csv")).ShouldContain("hub,2025-01-01,30");
        Run("check", "both").Code.ShouldBe(0);
        File.WriteAllText(Path.Combine(_folder, "list.csv"), "1,\"ACME GAS PJSC\",-0- ,\"X\",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- \n");
        File.WriteAllText(Path.Combine(_folder, "both", "actors.csv"), "id,name,kind\nacme,Акме Газ,company\n");
        JsonElement screening = Json("screen", "both", "list.csv", "--json");
        JsonElement match = screening.GetProperty("matches").EnumerateArray().ShouldHaveSingleItem();
        match.GetProperty("id").GetString().ShouldBe("acme");
        match.GetProperty("score").GetDouble().ShouldBeInRange(0.85, 0.98);
        Run("screen", "both", "prices.csv").Code.ShouldBe(1);
        Run("screen", "both", "list.csv", "--least", "2").Code.ShouldBe(2);
    }

    private JsonElement Json(params string[] arguments)
    {
        Outcome outcome = Run(arguments);
        outcome.Code.ShouldBe(0, outcome.Error);
        using JsonDocument json = JsonDocument.Parse(outcome.Output);
        return json.RootElement.Clone();
    }

    private Outcome Run(params string[] arguments) => CorridorProcess.Run(_folder, arguments).Calm();
}
