using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Corridor.Reporting.Export;
using Corridor.Reporting.Summaries;
using Microsoft.Data.Sqlite;

namespace Corridor.Tests.Reporting;

public sealed class RunStoreTests : IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("corridor-store-").FullName;

    public void Dispose() => Directory.Delete(_root, recursive: true);

    [Fact]
    public void Files_are_run_json_database_and_csv()
    {
        string place = Write("run");
        Directory.EnumerateFileSystemEntries(place).Select(Path.GetFileName).Order().ShouldBe(["csv", "result.sqlite", "run.json"]);
        using JsonDocument json = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(place, "run.json")));
        json.RootElement.GetProperty("stamp").GetProperty("package_hash").GetString().ShouldBe("abc");
        json.RootElement.GetProperty("summary").GetProperty("certified").GetBoolean().ShouldBeTrue();
        Directory.EnumerateFileSystemEntries(_root).ShouldHaveSingleItem();
    }

    [Fact]
    public void Every_column_of_the_database_is_described_in_it()
    {
        using SqliteConnection db = Open(Write("run"));
        Rows(db, "SELECT m.name || '.' || c.name FROM sqlite_master m, pragma_table_info(m.name) c WHERE m.type = 'table' EXCEPT SELECT table_name || '.' || column_name FROM columns WHERE meaning <> ''")
            .Where(r => !r.StartsWith("columns.", StringComparison.Ordinal) && !r.StartsWith("sqlite_", StringComparison.Ordinal)).ShouldBeEmpty();
        Rows(db, "SELECT value FROM stamp WHERE key = 'certified'").ShouldBe(["true"]);
    }

    [Fact]
    public void Every_view_answers()
    {
        using SqliteConnection db = Open(Write("run"));
        string[] rules = ["v_rules_binding", "v_transits_yearly"];
        foreach (ResultView view in ResultViews.All)
            (Rows(db, $"SELECT * FROM {view.Name}").Count > 0).ShouldBe(!rules.Contains(view.Name), view.Name);
    }

    [Fact]
    public void Views_give_the_figures_of_the_summary()
    {
        using SqliteConnection db = Open(Write("run"));
        foreach (BalanceSummary b in SampleRun.Summary.Balance)
        {
            foreach ((string item, double? value) in new[]
                     {
                         ("demand", b.Demand), ("served", b.Served), ("curtailed", b.Curtailed), ("production", b.Production), ("imports", b.Imports), ("exports", b.Exports), ("losses", b.Losses),
                         ("conversion_input", b.ConversionInput), ("storage_injection", b.StorageInjection),
                     })
                Number(db, $"SELECT {item} FROM v_balance_yearly WHERE zone = '{b.Zone}' AND carrier = '{b.Carrier}'").ShouldBe(value!.Value, 1e-9 * (1 + value.Value), item);
            Number(db, $"SELECT SUM(demand) FROM v_balance_monthly WHERE zone = '{b.Zone}' AND carrier = '{b.Carrier}'").ShouldBe(b.Demand!.Value, 1e-9);
        }

        foreach (RouteSummary r in SampleRun.Summary.Routes)
            Number(db, $"SELECT flow FROM v_route_yearly WHERE id = '{r.Id}'").ShouldBe(r.Flow!.Value, 1e-9);
        Number(db, "SELECT value_money FROM v_bottlenecks LIMIT 1").ShouldBe(SampleRun.Summary.Bottlenecks[0].Value!.Value, 1);
        Number(db, "SELECT amount FROM v_imports_yearly WHERE zone = 'bb-main' AND origin = 'aa'").ShouldBe(23.8, 1e-4);
        Number(db, "SELECT price FROM v_price_monthly WHERE zone = 'bb-border' AND month = '2025-07'").ShouldBe(5000, 1);
        Number(db, "SELECT delivered FROM v_contract_state WHERE id = 'supply-ab' AND year = 2025").ShouldBe(23.8, 1e-3);
        Number(db, "SELECT price FROM v_contract_state").ShouldBe(200, 1e-3);
        Number(db, "SELECT SUM(curtailed) FROM v_curtailment WHERE protected = 1").ShouldBe(0.2, 1e-4);
        Number(db, "SELECT share FROM v_storage_levels WHERE time = '2026-01-01'").ShouldBe(0.5, 1e-4);
        Number(db, "SELECT SUM(used_money) FROM v_channel_use").ShouldBe(23.8e6 * 200, 1e6);
        Number(db, "SELECT amount FROM v_conversion_yearly WHERE side = 'in'").ShouldBe(2, 1e-4);
    }

    [Fact]
    public void View_and_summary_count_the_same_bottlenecks()
    {
        using SqliteConnection db = Open(Write("run"));
        Number(db, "SELECT COUNT(*) FROM v_bottlenecks").ShouldBe(SampleRun.Summary.Bottlenecks.Count);
    }

    [Fact]
    public void A_contract_that_delivers_next_to_nothing_has_its_own_price()
    {
        using var db = new SqliteConnection("Data Source=" + Path.Combine(Write("run"), "result.sqlite") + ";Pooling=False");
        db.Open();
        using (SqliteCommand command = db.CreateCommand())
        {
            command.CommandText = "UPDATE contract_periods SET delivered_account_per_day = CASE period WHEN 0 THEN -1e-9 ELSE 9e-11 END";
            command.ExecuteNonQuery();
        }

        Number(db, "SELECT price FROM v_contract_state").ShouldBe(200, 1e-6);
    }

    [Fact]
    public void The_same_run_gives_the_same_bytes()
    {
        string first = Write("first"), second = Write("second");
        foreach (string file in Directory.EnumerateFiles(Path.Combine(first, "csv")).Append(Path.Combine(first, "result.sqlite")))
            File.ReadAllBytes(file).ShouldBe(File.ReadAllBytes(file.Replace(first, second, StringComparison.Ordinal)), file);
    }

    [Fact]
    public void A_cell_that_looks_like_a_formula_is_made_harmless()
    {
        string place = Write("run");
        File.ReadAllText(Path.Combine(place, "csv", "supplies.csv")).ShouldBe("supply,id,name,node,unit\n0,field,'=Field,aa-gas,mcm@20C\n");
        File.ReadLines(Path.Combine(place, "csv", "arc_periods.csv")).ElementAt(1).ShouldStartWith("a-b,2025-01-01,");
    }

    [Fact]
    public void A_run_that_fails_in_the_middle_leaves_the_older_run_as_it_was()
    {
        string place = Write("run");
        byte[] before = File.ReadAllBytes(Path.Combine(place, "run.json"));
        Should.Throw<OperationCanceledException>(() =>
        {
            using RunFolder folder = RunFolder.Begin(place);
            RunStore.WriteTables(folder, SampleRun.Report, SampleRun.Summary, SampleRun.Stamp, new CancellationToken(canceled: true));
            folder.Commit();
        });
        File.ReadAllBytes(Path.Combine(place, "run.json")).ShouldBe(before);
        Directory.EnumerateFileSystemEntries(_root).ShouldHaveSingleItem();
    }

    [Fact]
    public void What_a_killed_run_left_is_cleaned_by_the_next()
    {
        Directory.CreateDirectory(Path.Combine(_root, ".run.partial", "csv"));
        File.WriteAllText(Path.Combine(_root, ".run.partial", "result.sqlite"), "half");
        File.WriteAllText(Path.Combine(_root, ".run.lock"), "");
        Write("run");
        Directory.EnumerateFileSystemEntries(_root).ShouldHaveSingleItem();
    }

    [Fact]
    public void A_run_killed_between_the_two_moves_loses_neither_run()
    {
        string place = Write("run");
        Directory.Move(place, Path.Combine(_root, ".run.replaced"));
        using (RunFolder.Begin(place))
            File.Exists(Path.Combine(place, "run.json")).ShouldBeTrue();
        Directory.EnumerateFileSystemEntries(_root).ShouldHaveSingleItem();
    }

    [Fact]
    public void Two_runs_do_not_write_the_same_place_at_once()
    {
        string place = Path.Combine(_root, "run");
        using RunFolder first = RunFolder.Begin(place);
        Should.Throw<IOException>(() => RunFolder.Begin(place)).Message.ShouldContain("Another run");
    }

    [Fact]
    public void A_folder_with_other_files_is_never_replaced()
    {
        string place = Write("run");
        File.WriteAllText(Path.Combine(place, "notes.txt"), "mine");
        RunFolder.Refusal(place)!.ShouldContain("notes.txt");
        Should.Throw<IOException>(() => RunFolder.Begin(place));
        File.ReadAllText(Path.Combine(place, "notes.txt")).ShouldBe("mine");
    }

    [Fact]
    public void A_result_that_failed_its_check_has_no_tables() =>
        Should.Throw<ArgumentException>(() => ResultTables.Of(SampleRun.Refused, SampleRun.Stamp));

    [Fact]
    public void Documentation_names_every_table_view_and_column()
    {
        string text = File.ReadAllText(Path.Combine(Architecture.Repository.Root, "docs", "results.md"));
        foreach (ResultTable table in ResultTables.Of(SampleRun.Report, SampleRun.Stamp))
            text.ShouldContain($"`{table.Name}`");
        foreach (ResultView view in ResultViews.All)
            text.ShouldContain($"`{view.Name}`");
        using JsonDocument json = JsonDocument.Parse(RunSummaryJson.Write(SampleRun.Summary));
        foreach (string key in AllKeys(json.RootElement).Distinct())
            Regex.IsMatch(text, $"`{key}`").ShouldBeTrue($"docs/results.md does not explain `{key}`");
    }

    [Theory]
    [InlineData("somewhere/mine", "mine")]
    [InlineData("somewhere/mine/", "mine")]
    [InlineData("mine-2.zip", "mine-2")]
    [InlineData("/", "named")]
    public void Two_packages_of_one_name_do_not_overwrite_each_other(string path, string expected) => RunStore.PackageName(path, "named").ShouldBe(expected);

    [Fact]
    public void A_place_that_cannot_be_written_is_known_before_anything_is_solved()
    {
        string file = Path.Combine(_root, "file");
        File.WriteAllText(file, "");
        RunFolder.Probe(Path.Combine(file, "below", "run"))!.ShouldContain("is a file");
        RunFolder.Probe(Path.Combine(_root, new string('x', 300)))!.ShouldContain("cannot be written");
        RunFolder.Probe(Path.Combine(_root, "run")).ShouldBeNull();
        RunFolder.Probe(Path.Combine(_root, "parents", "that", "are", "missing")).ShouldBeNull();
        Directory.EnumerateFileSystemEntries(_root).ShouldHaveSingleItem();
    }

    private static IEnumerable<string> AllKeys(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().SelectMany(p => AllKeys(p.Value).Prepend(p.Name)),
        JsonValueKind.Array => element.EnumerateArray().SelectMany(AllKeys),
        _ => [],
    };

    private string Write(string name)
    {
        string place = Path.Combine(_root, name);
        using RunFolder folder = RunFolder.Begin(place);
        RunStore.WriteTables(folder, SampleRun.Report, SampleRun.Summary, SampleRun.Stamp, CancellationToken.None);
        RunStore.WriteSummary(folder, SampleRun.Summary, SampleRun.Stamp);
        Directory.Exists(place + "-nothing").ShouldBeFalse();
        folder.Commit();
        return place;
    }

    private static SqliteConnection Open(string place)
    {
        var db = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = Path.Combine(place, "result.sqlite"), Mode = SqliteOpenMode.ReadOnly, Pooling = false }.ToString());
        db.Open();
        return db;
    }

    private static double Number(SqliteConnection db, string sql) => double.Parse(Rows(db, sql).ShouldHaveSingleItem(), CultureInfo.InvariantCulture);

    private static List<string> Rows(SqliteConnection db, string sql)
    {
        using SqliteCommand command = db.CreateCommand();
#pragma warning disable CA2100 // Statements of the test alone.
        command.CommandText = sql;
#pragma warning restore CA2100
        using SqliteDataReader reader = command.ExecuteReader();
        var rows = new List<string>();
        while (reader.Read())
            rows.Add(Convert.ToString(reader.GetValue(0), CultureInfo.InvariantCulture)!);
        return rows;
    }
}
