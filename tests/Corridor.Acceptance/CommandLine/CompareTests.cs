using System.Text.Json;
using Microsoft.Data.Sqlite;

namespace Corridor.Acceptance.CommandLine;

public sealed class CompareTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("corridor-compare-").FullName;

    public CompareTests()
    {
        Run("new", "mine").Code.ShouldBe(0);
        Run("run", "mine", "--step", "month", "--out", "base", "--quiet").Code.ShouldBe(0);
    }

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public void Stacked_scenarios_are_solved_one_by_one_and_add_up()
    {
        Scenario("narrow", "  - capacity: field-town\n    factor: 0.6");
        Scenario("dear", "  - price: field-production\n    factor: 2");
        Run("run", "mine", "--step", "month", "--scenario", "narrow.yaml", "--scenario", "dear.yaml", "--out", "both", "--quiet").Code.ShouldBe(0);

        Outcome told = Run("compare", "base", "both");

        told.Code.ShouldBe(0, told.Error);
        told.Error.ShouldContain("solve narrow");
        told.Output.ShouldContain("It adds up:");
        told.Output.ShouldContain("pipelines");
        told.Output.Split('\n').ShouldAllBe(line => line.Length <= 100);
        File.ReadAllText(Path.Combine(_folder, "compare.html")).ShouldContain("interaction");

        Outcome json = Run("compare", "base", "both", "--json", "--out", "page.html");
        json.Code.ShouldBe(0, json.Error);
        using JsonDocument document = JsonDocument.Parse(json.Output);
        JsonElement causes = document.RootElement.GetProperty("attribution")[0];
        causes.GetProperty("causes").EnumerateArray().Select(c => c.GetString()).ShouldBe(["narrow", "dear"]);
        foreach (JsonElement figure in causes.GetProperty("figures").EnumerateArray())
        {
            double sum = figure.GetProperty("alone").EnumerateArray().Sum(a => a.GetDouble()) + figure.GetProperty("interaction").GetDouble(), whole = figure.GetProperty("whole").GetDouble();
            sum.ShouldBe(whole, 1e-9 * (Math.Abs(figure.GetProperty("reference").GetDouble()) + Math.Abs(figure.GetProperty("together").GetDouble())));
        }

        Run("compare", "base", "both", "--no-attribution", "--json").Output.ShouldContain("\"attribution\": []");
        File.Exists(Path.Combine(_folder, "page.html")).ShouldBeTrue();
        Directory.EnumerateFiles(_folder, "*.partial").ShouldBeEmpty();
    }

    [Fact]
    public void A_run_and_itself_are_the_same()
    {
        Outcome outcome = Run("compare", "base", "base");

        outcome.Code.ShouldBe(0, outcome.Error);
        outcome.Output.ShouldContain("Nothing changed");
    }

    [Fact]
    public void What_is_no_run_or_cannot_be_compared_is_said()
    {
        Outcome none = Run("compare", "base", "mine");
        none.Code.ShouldBe(1);
        none.Error.ShouldContain("no run.json");

        // What a run that was killed leaves behind.
        Directory.CreateDirectory(Path.Combine(_folder, "killed", "csv"));
        Run("compare", "base", "killed").Code.ShouldBe(1);
        File.Delete(Path.Combine(_folder, "base", "solution.bin"));
        Outcome damaged = Run("compare", "base", "base");
        damaged.Code.ShouldBe(1);
        damaged.Error.ShouldContain("Run it again");

        Run("run", "mine", "--step", "month", "--out", "base", "--quiet").Code.ShouldBe(0);
        Run("run", "mine", "--step", "month", "--from", "2025-01-01", "--to", "2025-07-01", "--out", "half", "--quiet").Code.ShouldBe(0);
        Outcome spans = Run("compare", "base", "half");
        spans.Code.ShouldBe(2);
        spans.Error.ReplaceLineEndings(" ").ShouldContain("2025-07-01");
        Run("compare", "base").Code.ShouldBe(2);
        File.Exists(Path.Combine(_folder, "compare.html")).ShouldBeFalse();
    }

    private void Scenario(string name, string changes) =>
        File.WriteAllText(Path.Combine(_folder, name + ".yaml"), $"title: {name}\nquestion: What if?\nchanges:\n{changes}\n");

    private Outcome Run(params string[] arguments) => CorridorProcess.Run(_folder, arguments);
}
