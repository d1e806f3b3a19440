using System.Text.Json;
using Microsoft.Data.Sqlite;

namespace Corridor.Acceptance.CommandLine;

public sealed class CommandTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("corridor-cli-").FullName;

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public void A_new_package_is_checked_run_and_shown()
    {
        Run("new", "mine").Code.ShouldBe(0);
        Outcome check = Run("check", "mine");
        check.Code.ShouldBe(0, check.Output);
        check.Output.ShouldContain("0 errors, 0 warnings");

        Outcome run = Run("run", "mine", "--step", "month");
        run.Code.ShouldBe(0, run.Error);
        run.Output.ShouldContain("All demand is served.");
        run.Output.ShouldContain("Certified");
        run.Output.ShouldNotContain("\u001b");
        run.Error.ShouldContain("solve");
        string place = Path.Combine(_folder, "runs", "mine-base-2025-01-01-2026-01-01-month");
        File.Exists(Path.Combine(place, "result.sqlite")).ShouldBeTrue();
        using (JsonDocument json = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(place, "run.json"))))
        {
            json.RootElement.GetProperty("summary").GetProperty("residuals").GetProperty("gap").GetDouble().ShouldBeLessThanOrEqualTo(1e-6);
            json.RootElement.GetProperty("stamp").GetProperty("package_hash").GetString()!.Length.ShouldBe(64);
        }

        Run("show", "mine").Output.ShouldContain("supplies");
        Run("show", "mine", "pipelines").Output.ShouldContain("field-town");
        string figures = Run("show", "mine", "pipelines", "--id", "field-town").Output;
        figures.Replace('\u00A0', ' ').ShouldContain("capacity: 2.5 bcm at 20 °C per year");
        figures.ShouldContain("Made up, to be replaced by your own figures");
    }

    [Fact]
    public void Json_is_alone_on_standard_output()
    {
        Run("new", "mine");
        Outcome run = Run("run", "mine", "--step", "month", "--json");
        run.Code.ShouldBe(0);
        using JsonDocument json = JsonDocument.Parse(run.Output);
        json.RootElement.GetProperty("package").GetString().ShouldBe("mine");
        json.RootElement.GetProperty("timing_s").GetProperty("total").GetDouble().ShouldBeGreaterThan(0);
        json.RootElement.GetProperty("horizon").GetProperty("periods").GetInt32().ShouldBe(12);
    }

    [Fact]
    public void A_backtest_of_an_own_package_is_told_and_written()
    {
        Run("new", "mine");
        File.WriteAllText(Path.Combine(_folder, "mine", "backtest_routes.csv"), "id,name,carrier,arcs,amount_unit,source\nr,Line to the town,gas,field-town,bcm@20C,own-estimate\n");
        File.WriteAllText(Path.Combine(_folder, "mine", "observations.csv"), "id,table,subject,measure,start,end,value,amount_unit,confidence,route,source\no,pipelines,field-town,flow,2025-01-01,2026-01-01,1,bcm@20C,high,r,own-estimate\n");
        Outcome told = Run("backtest", "mine", "--year", "2025", "--out", "b");
        told.Code.ShouldBe(0, told.Error);
        told.Output.ShouldContain("Line to the town");
        Outcome json = Run("backtest", "mine", "--year", "2025", "--json", "--out", "b");
        json.Error.ShouldBeEmpty();
        json.Output.ShouldBe(File.ReadAllText(Path.Combine(_folder, "b", "backtest.json")));
        using JsonDocument parsed = JsonDocument.Parse(json.Output);
        parsed.RootElement.GetProperty("routes")[0].GetProperty("source").GetString().ShouldBe("own-estimate");
        Outcome other = Run("backtest", "mine", "--year", "2020");
        other.Code.ShouldBe(2);
        other.Error.ShouldContain("2025", Case.Sensitive, "it says which years have figures");
    }

    [Fact]
    public void An_empty_output_folder_is_a_usage_error()
    {
        Run("new", "mine");
        Run("run", "mine", "--out", "").Code.ShouldBe(2);
    }

    [Fact]
    public void Quiet_says_nothing_and_writes_the_files()
    {
        Run("new", "mine");
        Outcome run = Run("run", "mine", "--step", "month", "--quiet", "--out", "x");
        (run.Code, run.Output, run.Error).ShouldBe((0, "", ""));
        File.Exists(Path.Combine(_folder, "x", "run.json")).ShouldBeTrue();
    }

    [Fact]
    public void One_thread_or_two_give_the_same_bytes()
    {
        Run("new", "mine");
        Run("run", "mine", "--quiet", "--threads", "1", "--out", "one").Code.ShouldBe(0);
        Run("run", "mine", "--quiet", "--threads", "2", "--out", "two").Code.ShouldBe(0);
        File.ReadAllBytes(Path.Combine(_folder, "one", "result.sqlite")).ShouldBe(File.ReadAllBytes(Path.Combine(_folder, "two", "result.sqlite")));
    }

    [Fact]
    public void A_span_and_a_zip_can_be_given()
    {
        Run("new", "mine");
        System.IO.Compression.ZipFile.CreateFromDirectory(Path.Combine(_folder, "mine"), Path.Combine(_folder, "mine.zip"));
        Outcome run = Run("run", "mine.zip", "--from", "2025-02-01", "--to", "2025-02-03", "--step", "hour", "--json");
        run.Code.ShouldBe(0, run.Error);
        run.Output.ShouldContain("\"periods\": 48");
        Directory.Exists(Path.Combine(_folder, "runs", "mine-base-2025-02-01-2025-02-03-hour")).ShouldBeTrue();
    }

    [Theory]
    [InlineData("supplies.csv", "bcm@20C/year", "bcm/year", "ambiguous unit")]
    [InlineData("supplies.csv", ",field,", ",nowhere,", "dangling id")]
    [InlineData("supplies.csv", ",3,", ",-3,", "negative capacity")]
    [InlineData("supplies.csv", ",3,", ",NaN,", "not a number")]
    [InlineData("demands.csv", "annual_volume", "volume", "missing column")]
    public void A_broken_package_ends_with_findings_exit_1_and_nothing_written(string file, string find, string replace, string what)
    {
        Run("new", "mine");
        string path = Path.Combine(_folder, "mine", file);
        string text = File.ReadAllText(path);
        text.ShouldContain(find);
        File.WriteAllText(path, text.Replace(find, replace, StringComparison.Ordinal));

        Outcome check = Run("check", "mine");
        check.Code.ShouldBe(1, what);
        check.Output.ShouldContain(file);
        Outcome run = Run("run", "mine");
        run.Code.ShouldBe(1, what);
        run.Output.ShouldBeEmpty();
        run.Error.ShouldContain(file);
        run.Error.ShouldContain("Nothing was run or written.");
        Directory.Exists(Path.Combine(_folder, "runs")).ShouldBeFalse();
        using JsonDocument json = JsonDocument.Parse(Run("check", "mine", "--json").Output);
        json.RootElement.GetProperty("errors").GetInt32().ShouldBeGreaterThan(0);
    }

    [Fact]
    public void A_package_that_is_not_there_is_a_finding()
    {
        Outcome run = Run("run", "nothing");
        run.Code.ShouldBe(1);
        run.Error.ShouldContain("nothing");
    }

    [Fact]
    public void New_touches_no_folder_in_use()
    {
        Run("new", "mine");
        Run("new", "mine").Code.ShouldBe(1);
    }

    [Theory]
    [InlineData()]
    [InlineData("fly")]
    [InlineData("run")]
    [InlineData("run", "mine", "--step", "year")]
    [InlineData("run", "mine", "--from", "1.2.2025")]
    [InlineData("run", "mine", "--from", "2026-01-01", "--to", "2025-01-01")]
    [InlineData("run", "mine", "--threads", "0")]
    [InlineData("run", "mine", "--threads", "many")]
    [InlineData("run", "mine", "--speed")]
    [InlineData("run", "mine", "--out", "mine")]
    [InlineData("backtest", "mine")]
    [InlineData("backtest", "mine", "--year", "2025")]
    [InlineData("backtest", "mine", "--year", "soon")]
    [InlineData("backtest", "mine", "--year", "2024", "2025")]
    [InlineData("backtest", "mine", "--year", "2025", "--step", "hour")]
    [InlineData("show", "mine", "tables")]
    [InlineData("show", "mine", "supplies", "--id", "none")]
    [InlineData("show", "mine", "--id", "none")]
    public void Wrong_use_is_exit_2_with_a_sentence(params string[] arguments)
    {
        Run("new", "mine");
        Outcome outcome = Run(arguments);
        outcome.Code.ShouldBe(2, outcome.Error);
        outcome.Output.ShouldBeEmpty();
        outcome.Error.ShouldContain("--help");
        Directory.Exists(Path.Combine(_folder, "runs")).ShouldBeFalse();
    }

    [Theory]
    [InlineData]
    [InlineData("run")]
    [InlineData("check")]
    [InlineData("backtest")]
    [InlineData("new")]
    [InlineData("show")]
    [InlineData("scenarios")]
    public void Help_has_examples(params string[] command)
    {
        Outcome help = Run([.. command, "--help"]);
        help.Code.ShouldBe(0);
        help.Output.ShouldContain("Examples:");
        help.Output.ShouldContain("corridor " + (command.Length == 0 ? "run" : command[0]));
        help.Output.Split('\n').ShouldAllBe(line => line.Length <= 100);
    }

    [Theory]
    [InlineData("show")]
    [InlineData("check")]
    public void The_examples_of_the_help_on_the_bundled_package_work(string command)
    {
        DirectoryInfo? root = new(AppContext.BaseDirectory);
        while (root is not null && !File.Exists(Path.Combine(root.FullName, "Corridor.slnx")))
            root = root.Parent;
        string[] examples = [.. Run(command, "--help").Output.Split('\n').Where(l => l.StartsWith($"  corridor {command} data/eurasia", StringComparison.Ordinal))];
        examples.ShouldNotBeEmpty();
        foreach (string example in examples)
        {
            string[] words = example.Trim().Split("  ")[0].Split(' ')[1..];
            Outcome outcome = Run([.. words.Select(w => w == "data/eurasia" ? Path.Combine(root!.FullName, "data", "eurasia") : w)]);
            outcome.Code.ShouldBe(0, example + outcome.Error);
            outcome.Output.Length.ShouldBeGreaterThan(20, example);
        }
    }

    [Fact]
    public void Scenarios_are_listed_checked_run_and_kept()
    {
        Run("new", "mine");
        WriteScenario("less", "title: Less\nquestion: What if half of the line is out?\nfrom: 2025-02-01\nto: 2025-04-01\nstep: month\nchanges:\n  - outage: field-town\n    share: 0.5\n    from: 2025-03-01\n");
        WriteScenario("more", "title: More\nchanges:\n  - capacity: field-production\n    factor: 2\n");
        Run("scenarios", "mine").Output.ShouldContain("less: Less (1 change, from 2025-02-01 to 2025-03-31, in months)");
        Run("check", "mine", "--scenario", "less").Code.ShouldBe(0);
        Outcome run = Run("run", "mine", "--scenario", "less", "--scenario", "more");
        run.Code.ShouldBe(0, run.Error);
        run.Output.ShouldContain("What if half of the line is out?");
        string place = Path.Combine(_folder, "runs", "mine-less+more-2025-02-01-2025-04-01-month");
        File.Exists(Path.Combine(place, "inputs", "scenario-2.yaml")).ShouldBeTrue();
        using JsonDocument json = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(place, "run.json")));
        json.RootElement.GetProperty("stamp").GetProperty("scenarios").GetArrayLength().ShouldBe(2);
        json.RootElement.GetProperty("summary").GetProperty("scenario").GetString().ShouldBe("less+more");
        File.Copy(Path.Combine(_folder, "mine", "scenarios", "more.yaml"), Path.Combine(_folder, "more.yaml"));
        System.IO.Compression.ZipFile.CreateFromDirectory(Path.Combine(_folder, "mine"), Path.Combine(_folder, "mine.zip"));
        Run("run", "mine.zip", "--scenario", "less", "--scenario", "./more.yaml", "--step", "week", "--to", "2025-02-15", "--json").Output.ShouldContain("\"periods\": 2");
        Run("run", "mine", "--scenario", "base", "--step", "month", "--json").Output.ShouldContain("\"scenarios\": []");
    }

    [Theory]
    [InlineData("title: T\nchanges:\n  - outage: field-twn\n", "field-town")]
    [InlineData("title: T\nchanges: [\n", "scenarios/bad.yaml:")]
    [InlineData("title: T\nchanges:\n  - set: {table: pipelines, id: field-town, column: to, value: nowhere}\n", "scenarios/bad.yaml:3")]
    public void A_broken_scenario_ends_with_findings_exit_1_and_nothing_written(string yaml, string expected)
    {
        Run("new", "mine");
        WriteScenario("bad", yaml);
        foreach (string command in (string[])["run", "check"])
        {
            Outcome outcome = Run(command, "mine", "--scenario", "bad");
            outcome.Code.ShouldBe(1);
            (outcome.Output + outcome.Error).ShouldContain(expected);
            (outcome.Output + outcome.Error).ShouldNotContain("   at ", Case.Sensitive);
        }

        Directory.Exists(Path.Combine(_folder, "runs")).ShouldBeFalse();
    }

    [Fact]
    public void A_scenario_that_is_not_there_is_a_usage_error_with_the_near_name()
    {
        Run("new", "mine");
        Run("run", "mine", "--scenario", "less").Error.ShouldContain("has no scenarios");
        WriteScenario("less", "title: Less\nchanges:\n  - outage: field-town\n");
        Outcome run = Run("run", "mine", "--scenario", "les");
        run.Code.ShouldBe(2);
        run.Error.ShouldContain("Did you mean 'less'?");
        Run("run", "mine", "--scenario", "nowhere.yaml").Code.ShouldBe(2);
        Run("run", "mine", "--scenario", "less", "--scenario", "less").Code.ShouldBe(2);
    }

    private void WriteScenario(string name, string yaml)
    {
        string folder = Directory.CreateDirectory(Path.Combine(_folder, "mine", "scenarios")).FullName;
        File.WriteAllText(Path.Combine(folder, name + ".yaml"), yaml);
    }

    [Fact]
    public void Version_is_one_line() => Run("--version").Output.ShouldMatch("^corridor [0-9]+\\.[0-9]+\\.[0-9]+.*\n$");

    [Fact]
    public void A_package_without_an_answer_is_exit_3_and_shows_no_figures()
    {
        Run("new", "mine");
        string path = Path.Combine(_folder, "mine", "supplies.csv");
        // The field must give more than line and town can take.
        string[] lines = File.ReadAllLines(path);
        File.WriteAllLines(path, [lines[0] + ",min_output", lines[1] + ",3"]);

        Outcome run = Run("run", "mine", "--step", "month", "--json", "--out", "x");
        run.Code.ShouldBe(3, run.Error);
        run.Error.ShouldContain("No certified result");
        using JsonDocument json = JsonDocument.Parse(run.Output);
        json.RootElement.GetProperty("certified").GetBoolean().ShouldBeFalse();
        json.RootElement.GetProperty("status").GetString().ShouldBe("infeasible");
        json.RootElement.GetProperty("objective").ValueKind.ShouldBe(JsonValueKind.Null);
        json.RootElement.GetProperty("balance").GetArrayLength().ShouldBe(0);
        Directory.EnumerateFileSystemEntries(Path.Combine(_folder, "x")).Select(Path.GetFileName).Order(StringComparer.Ordinal).ShouldBe(["inputs", "report.html", "run.json", "solution.bin"]);
    }

    [SkippableTheory]
    [InlineData("INT")]
    [InlineData("TERM")]
    public void A_run_that_is_stopped_writes_nothing(string signal)
    {
        Skip.If(OperatingSystem.IsWindows(), "signals are sent by kill(1)");
        Skip.If(signal == "INT" && IgnoresInterrupts(), "a shell that runs the tests in the background lets them ignore SIGINT, and so do the programs they start");
        Run("new", "mine");
        using CorridorProcess process = CorridorProcess.Start(_folder, "run", "mine", "--to", "2030-01-01", "--step", "hour", "--out", "x");
        process.AwaitFirstLine();
        using (var kill = System.Diagnostics.Process.Start("kill", ["-" + signal, process.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]))
            kill.WaitForExit();
        Outcome outcome = process.Finish().Calm();
        outcome.Code.ShouldBe(3);
        outcome.Error.ShouldContain("Stopped. Nothing was written.");
        Directory.EnumerateFileSystemEntries(_folder).Select(Path.GetFileName).ShouldBe(["mine"]);
    }

    private static bool IgnoresInterrupts()
    {
        const string Field = "SigIgn:";
        string? ignored = File.Exists("/proc/self/status") ? File.ReadLines("/proc/self/status").FirstOrDefault(l => l.StartsWith(Field, StringComparison.Ordinal)) : null;
        return ignored is not null && (ulong.Parse(ignored[Field.Length..].Trim(), System.Globalization.NumberStyles.HexNumber, System.Globalization.CultureInfo.InvariantCulture) & 2) != 0;
    }

    [Fact]
    public void A_killed_run_leaves_no_half_result_and_can_be_run_again()
    {
        Run("new", "mine");
        using (CorridorProcess process = CorridorProcess.Start(_folder, "run", "mine", "--to", "2030-01-01", "--step", "hour", "--out", "x"))
        {
            process.AwaitFirstLine();
            process.Kill();
            process.Finish().Code.ShouldNotBe(0);
        }

        Directory.Exists(Path.Combine(_folder, "x")).ShouldBeFalse();
        Run("run", "mine", "--step", "month", "--quiet", "--out", "x").Code.ShouldBe(0);
        Directory.EnumerateFileSystemEntries(_folder).Select(Path.GetFileName).Order().ShouldBe(["mine", "x"]);
    }

    [Fact]
    public void A_folder_that_cannot_be_written_is_a_sentence()
    {
        Run("new", "mine");
        File.WriteAllText(Path.Combine(_folder, "file"), "");
        Outcome run = Run("run", "mine", "--step", "month", "--out", Path.Combine("file", "x"));
        run.Code.ShouldBeOneOf(2, 3);
        run.Error.ShouldContain("file");
    }

    private Outcome Run(params string[] arguments) => CorridorProcess.Run(_folder, arguments).Calm();
}
