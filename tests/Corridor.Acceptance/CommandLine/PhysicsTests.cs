using System.Text.Json;
using Microsoft.Data.Sqlite;

namespace Corridor.Acceptance.CommandLine;

/// <summary><c>corridor run --physics</c>, as a user calls it.</summary>
public sealed class PhysicsTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("corridor-physics-").FullName;
    private string[]? _pipelines;

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public void Without_data_a_line_is_named_and_with_data_it_is_checked()
    {
        Run("new", "mine").Code.ShouldBe(0);
        Outcome plain = Run("run", "mine", "--step", "month", "--physics", "check");
        plain.Code.ShouldBe(0, plain.Error);
        plain.Output.ShouldContain("Not looked at for want of data");
        plain.Output.ShouldContain("inner_diameter");

        Describe("700", "75");
        Outcome check = Run("run", "mine", "--step", "month", "--physics", "check", "--out", "checked");
        check.Code.ShouldBe(0, check.Error);
        check.Output.ShouldContain("The pipes carry all that the dispatch sends");
        check.Output.ShouldContain("agree with the network solver");
        using (JsonDocument json = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(_folder, "checked", "run.json"))))
        {
            json.RootElement.GetProperty("stamp").GetProperty("settings").GetProperty("physics").GetString().ShouldBe("check");
            JsonElement line = json.RootElement.GetProperty("summary").GetProperty("physics").GetProperty("lines")[0];
            line.GetProperty("delivery_pressure").GetDouble().ShouldBeInRange(20, 75);
            line.GetProperty("verified").GetBoolean().ShouldBeTrue();
        }

        File.ReadAllText(Path.Combine(_folder, "checked", "report.html")).ShouldContain("id=\"physics\"");
        Count("checked", "physics_line_periods").ShouldBe(12);

        // What does not go through is told, and opened again as it was.
        Describe("300", "60");
        Outcome narrow = Run("run", "mine", "--step", "month", "--physics", "check", "--out", "narrow");
        narrow.Code.ShouldBe(0, narrow.Error);
        narrow.Output.ShouldContain("does not carry what the dispatch");
        string page = Path.Combine(_folder, "narrow", "report.html");
        string before = File.ReadAllText(page);
        Run("report", "narrow").Code.ShouldBe(0);
        File.ReadAllText(page).ShouldBe(before);

        Outcome limited = Run("run", "mine", "--step", "month", "--physics", "capacity", "--out", "limited");
        limited.Code.ShouldBe(0, limited.Error);
        limited.Output.ShouldContain("Capacities from physics");
        limited.Output.ShouldContain("The pipes carry all that the dispatch sends");
        Run("report", "limited").Code.ShouldBe(0);
        Run("run", "mine", "--physics", "wish").Code.ShouldBe(2);
    }

    [Theory]
    [InlineData("check")]
    [InlineData("capacity")]
    public void Eurasia_in_months(string mode)
    {
        DirectoryInfo? root = new(AppContext.BaseDirectory);
        while (root is not null && !File.Exists(Path.Combine(root.FullName, "Corridor.slnx")))
            root = root.Parent;
        Outcome run = Run("run", Path.Combine(root.ShouldNotBeNull().FullName, "data", "eurasia"), "--step", "month", "--physics", mode, "--out", mode, "--json");
        run.Code.ShouldBe(0, run.Error);
        using JsonDocument json = JsonDocument.Parse(run.Output);
        JsonElement physics = json.RootElement.GetProperty("physics");
        physics.GetProperty("mode").GetString().ShouldBe(mode);
        JsonElement trunk = physics.GetProperty("lines").EnumerateArray().Single(l => l.GetProperty("id").GetString() == "p-ru-power-of-siberia");
        trunk.GetProperty("power").GetDouble().ShouldBeInRange(300, 482);
        trunk.GetProperty("verified").GetBoolean().ShouldBeTrue();
        physics.GetProperty("without_data").GetArrayLength().ShouldBeGreaterThan(30);
        if (mode == "capacity")
            physics.GetProperty("lines").EnumerateArray().All(l => l.GetProperty("infeasible_periods").GetInt32() == 0).ShouldBeTrue();

        // Power of Siberia's 38 bcm a year, as the dispatch sends them across the border.
        JsonElement export = json.RootElement.GetProperty("routes").EnumerateArray().Single(r => r.GetProperty("id").GetString() == "p-ru-cn-power-of-siberia");
        export.GetProperty("flow").GetDouble().ShouldBe(38, 0.05 * 38);
    }

    /// <summary>Gives the line of the new package a diameter and a largest pressure, and says that it has no stations.</summary>
    private void Describe(string diameter, string pressure)
    {
        string path = Path.Combine(_folder, "mine", "pipelines.csv");
        _pipelines ??= [.. File.ReadAllLines(path).Where(l => l.Length > 0)];
        string[] added = ["inner_diameter,max_pressure,min_pressure,compressor_power", $"{diameter},{pressure},20,0"];
        File.WriteAllLines(path, _pipelines.Select((line, i) => $"{line},{added[Math.Min(i, 1)]}"));
    }

    private long Count(string run, string table)
    {
        using var connection = new SqliteConnection($"Data Source={Path.Combine(_folder, run, "result.sqlite")};Mode=ReadOnly");
        connection.Open();
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = $"SELECT count(*) FROM {table}";
        return (long)command.ExecuteScalar()!;
    }

    private Outcome Run(params string[] arguments) => CorridorProcess.Run(_folder, arguments);
}
