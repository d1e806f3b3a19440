using System.Diagnostics;
using System.Text.Json;

namespace Corridor.Acceptance.CommandLine;

public sealed class HydraulicsTests : IDisposable
{
    private static readonly string Examples = Path.Combine(Root(), "data", "examples");
    private static readonly string Valley = Path.Combine(Examples, "gas-valley", "valley.net");
    private static readonly string Ring = Path.Combine(Examples, "gas-ring");

    private readonly string _folder = Directory.CreateTempSubdirectory("corridor-hydraulics-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Json_has_the_promised_keys_and_is_alone()
    {
        Outcome run = Run("hydraulics", Ring, "--eos", "full-cnga", "--json");
        (run.Code, run.Error).ShouldBe((0, ""));
        using JsonDocument json = JsonDocument.Parse(run.Output);
        JsonElement root = json.RootElement;
        root.GetProperty("status").GetString().ShouldBe("converged");
        root.GetProperty("equation_of_state").GetString().ShouldBe("full-cnga");
        root.GetProperty("iterations").GetInt32().ShouldBeGreaterThan(0);
        root.GetProperty("time_s").GetDouble().ShouldBeGreaterThan(0);
        root.GetProperty("residual").GetDouble().ShouldBeInRange(0, 1e-9);
        JsonElement[] nodes = [.. root.GetProperty("nodes").EnumerateArray()];
        nodes.Select(n => n.GetProperty("id").GetString()).ShouldBe(["1", "2", "3", "4", "5", "6"]);
        nodes[0].GetProperty("pressure_pa").GetDouble().ShouldBe(5.5e6, 1e-3);
        nodes.ShouldAllBe(n => n.GetProperty("density").GetDouble() > 30);
        JsonElement[] elements = [.. root.GetProperty("elements").EnumerateArray()];
        elements.Select(e => (e.GetProperty("kind").GetString(), e.GetProperty("id").GetString())).ShouldBeUnique();
        JsonElement station = elements.Single(e => e.GetProperty("kind").GetString() == "compressor");
        station.GetProperty("ratio").GetDouble().ShouldBe(1.2, 1e-9);
        station.GetProperty("power_w").GetDouble().ShouldBeGreaterThan(1e6);
        // The ring delivers 19 + 33 + 20 kg/s at midnight.
        station.GetProperty("flow_kg_s").GetDouble().ShouldBe(72, 1e-6);
        elements.Where(e => e.GetProperty("kind").GetString() == "pipe").ShouldAllBe(e => e.GetProperty("linepack_kg").GetDouble() > 0 && e.GetProperty("velocity_m_s").GetDouble() <= e.GetProperty("velocity_max_m_s").GetDouble());
    }

    [Fact]
    public void The_valley_gets_settings_and_a_screen_that_names_them()
    {
        Outcome run = Run("hydraulics", Valley);
        run.Code.ShouldBe(0, run.Error);
        foreach (string word in (string[])["Feasible", "greatest pressure", "least pressure", "cs-pass", "cv-town", "linepack", "checked"])
            run.Output.ShouldContain(word);
        using JsonDocument json = JsonDocument.Parse(Run("hydraulics", Valley, "--json").Output);
        JsonElement nomination = json.RootElement.GetProperty("nomination");
        nomination.GetProperty("verdict").GetString().ShouldBe("feasible");
        nomination.GetProperty("settings").EnumerateArray().Select(s => s.GetProperty("id").GetString()).ShouldBe(["v-link", "cv-town", "cs-pass"], ignoreOrder: true);
        JsonElement town = json.RootElement.GetProperty("nodes").EnumerateArray().Single(n => n.GetProperty("id").GetString() == "old-town");
        town.GetProperty("pressure_pa").GetDouble().ShouldBeInRange(12e5 - 2, 16e5 + 2);
    }

    [Fact]
    public void A_folder_of_nominations_gets_a_verdict_each()
    {
        string cold = File.ReadAllText(Path.Combine(Examples, "gas-valley", "valley.scn"));
        File.WriteAllText(Path.Combine(_folder, "a-cold.scn"), cold);
        // No pipe of 500 mm brings twelve times the flow to the old town.
        File.WriteAllText(Path.Combine(_folder, "b-frozen.scn"), cold.Replace("value=\"220\"", "value=\"2640\"", StringComparison.Ordinal).Replace("value=\"700\"", "value=\"3120\"", StringComparison.Ordinal));
        Outcome run = Run("hydraulics", Valley, "--validate", _folder, "--json");
        run.Code.ShouldBe(3, run.Error);
        using JsonDocument json = JsonDocument.Parse(run.Output);
        JsonElement[] nominations = [.. json.RootElement.GetProperty("nominations").EnumerateArray()];
        nominations.Select(n => n.GetProperty("status").GetString()).ShouldBe(["feasible", "infeasible"]);
        nominations[1].GetProperty("explanation").GetArrayLength().ShouldBeGreaterThan(0);
        Outcome told = Run("hydraulics", Valley, "--validate", _folder);
        told.Output.ShouldContain("a-cold.scn");
        told.Output.ShouldContain("2 nominations: 1 feasible, 1 infeasible");
        Run("hydraulics", Valley, "--validate", Path.Combine(_folder, "a-cold.scn")).Code.ShouldBe(0);
        Run("hydraulics", Valley, "--validate", Path.Combine(_folder, "b-frozen.scn"), "--json").Code.ShouldBe(3);
    }

    [Fact]
    public void The_ring_in_motion_closes_its_mass_balance()
    {
        Outcome run = Run("hydraulics", Ring, "--transient", "--hours", "6", "--eos", "full-cnga", "--json");
        run.Code.ShouldBe(0, run.Error);
        using JsonDocument json = JsonDocument.Parse(run.Output);
        JsonElement root = json.RootElement;
        root.GetProperty("status").GetString().ShouldBe("converged");
        root.GetProperty("mass_balance").GetProperty("relative_error").GetDouble().ShouldBeInRange(0, 1e-9);
        int times = root.GetProperty("times_s").GetArrayLength();
        root.GetProperty("times_s")[times - 1].GetDouble().ShouldBe(21_600, 1e-6);
        root.GetProperty("nodes")[4].GetProperty("pressures_pa").GetArrayLength().ShouldBe(times);
    }

    [Fact]
    public void A_page_is_written_where_it_is_asked_for()
    {
        Outcome run = Run("hydraulics", Valley, "--report", "page.html", "--route", "border..harbour");
        run.Code.ShouldBe(0, run.Error);
        string page = File.ReadAllText(Path.Combine(_folder, "page.html"));
        page.ShouldContain("harbour");
        page.ShouldContain("<svg");
        Run("hydraulics", Ring, "--report", "--quiet").Code.ShouldBe(0);
        File.Exists(Path.Combine(_folder, "gas-ring-hydraulics.html")).ShouldBeTrue();
    }

    [Fact]
    public void Errors_in_files_have_codes_and_places()
    {
        File.WriteAllText(Path.Combine(_folder, "bad.net"), File.ReadAllText(Valley).Replace("value=\"90\"", "value=\"-90\"", StringComparison.Ordinal));
        File.Copy(Path.ChangeExtension(Valley, ".scn"), Path.Combine(_folder, "bad.scn"));
        Outcome run = Run("hydraulics", "bad.net");
        run.Code.ShouldBe(1);
        run.Error.ShouldContain("G010");
        run.Error.ShouldContain("bad.net:");
        Outcome asked = Run("hydraulics", "bad.net", "--json");
        (asked.Code, asked.Error).ShouldBe((1, ""));
        using JsonDocument json = JsonDocument.Parse(asked.Output);
        json.RootElement.GetProperty("status").GetString().ShouldBe("failed");
        json.RootElement.GetProperty("findings")[0].GetProperty("code").GetString().ShouldBe("G010");
    }

    [Fact]
    public void More_than_the_trunk_line_brings_names_the_culprit()
    {
        foreach (string file in Directory.GetFiles(Ring))
            File.Copy(file, Path.Combine(_folder, Path.GetFileName(file)));
        // Far more than the trunk line brings.
        string path = Path.Combine(_folder, "bc.json");
        string text = File.ReadAllText(path);
        text.ShouldContain("        20,\n        20\n");
        File.WriteAllText(path, text.Replace("        20,\n        20\n", "        2000,\n        2000\n", StringComparison.Ordinal));
        Outcome run = Run("hydraulics", _folder, "--json");
        run.Code.ShouldBe(3, run.Error);
        using JsonDocument json = JsonDocument.Parse(run.Output);
        json.RootElement.GetProperty("status").GetString().ShouldBeOneOf("infeasible", "failed");
        json.RootElement.GetProperty("nodes").GetArrayLength().ShouldBe(0);
        json.RootElement.GetProperty("complaints").GetArrayLength().ShouldBeGreaterThan(0);
    }

    [Theory]
    [InlineData("--steady", "--transient")]
    [InlineData("--hours", "3")]
    [InlineData("--eos", "magic")]
    [InlineData("--report", "nowhere/page.html")]
    [InlineData("--transient", "--hours", "-3")]
    [InlineData("--validate", "valley.scn", "--nomination", "valley.scn")]
    public void Wrong_usage_ends_with_two(params string[] options) => Run(["hydraulics", Valley, .. options]).Code.ShouldBe(2);

    [Fact]
    public void A_path_without_a_network_is_an_error_of_the_input() => Run("hydraulics", "nothing.net").Code.ShouldBe(1);

    [SkippableTheory]
    [InlineData("8-node")]
    [InlineData("GasLib-24")]
    [InlineData("GasLib-40-multiple-slacks")]
    public void Published_steady_states_are_met(string name)
    {
        string folder = Path.Combine(Reference("gas-steady"), name);
        foreach (string state in (string[])["ideal", "simple_cnga", "full_cnga"])
        {
            Outcome run = Run("hydraulics", folder, "--eos", state.Replace('_', '-'), "--json");
            run.Code.ShouldBe(0, run.Error);
            using JsonDocument json = JsonDocument.Parse(run.Output);
            using JsonDocument expected = JsonDocument.Parse(File.ReadAllText(Path.Combine(folder, $"exact_sol_{state}.json")));
            Dictionary<string, double> pressures = json.RootElement.GetProperty("nodes").EnumerateArray().ToDictionary(n => n.GetProperty("id").GetString()!, n => n.GetProperty("pressure_pa").GetDouble());
            foreach (JsonProperty node in expected.RootElement.GetProperty("nodal_pressure").EnumerateObject())
                pressures[node.Name].ShouldBe(node.Value.GetDouble(), 1e-4 * node.Value.GetDouble(), $"{state}, node {node.Name}");
            Dictionary<string, double> flows = json.RootElement.GetProperty("elements").EnumerateArray().Where(e => e.GetProperty("kind").GetString() == "pipe").ToDictionary(e => e.GetProperty("id").GetString()!, e => e.GetProperty("flow_kg_s").GetDouble());
            double greatest = flows.Values.Max(Math.Abs);
            foreach (JsonProperty pipe in expected.RootElement.GetProperty("pipe_flow").EnumerateObject())
                flows[pipe.Name].ShouldBe(pipe.Value.GetDouble(), 1e-4 * Math.Max(Math.Abs(pipe.Value.GetDouble()), 1e-2 * greatest), $"{state}, pipe {pipe.Name}");
        }
    }

    [Theory]
    [InlineData("valley.net")]
    [InlineData("page.txt")]
    [InlineData("link.html")]
    public void A_page_never_takes_the_place_of_a_file_that_is_no_page(string name)
    {
        string network = Path.Combine(_folder, "valley.net");
        File.Copy(Valley, network);
        byte[] before = File.ReadAllBytes(network);
        if (!OperatingSystem.IsWindows())
            File.CreateSymbolicLink(Path.Combine(_folder, "link.html"), "valley.net");
        Outcome run = Run("hydraulics", network, "--report", name);
        run.Code.ShouldBe(2, run.Output);
        run.Error.ShouldContain(name);
        run.Error.ShouldContain("corridor hydraulics --help");
        File.ReadAllBytes(network).ShouldBe(before);
    }

    [SkippableFact]
    public void A_folder_that_takes_no_page_is_told_by_the_name_that_was_given()
    {
        Skip.IfNot(Directory.Exists("/proc"), "There is no folder that refuses files.");
        Outcome run = Run("hydraulics", Valley, "--report", "/proc/x.html");
        run.Code.ShouldBe(2, run.Error);
        run.Error.ShouldContain("/proc/x.html");
        run.Error.ShouldNotContain("partial");
    }

    [Theory]
    [InlineData("friction", "fixed", "friction factor")]
    [InlineData("eos", "gerg2008", "GERG-2008")]
    public void A_law_without_its_figure_is_told_as_such_and_not_as_undecided(string option, string law, string named)
    {
        Outcome run = Run("hydraulics", Valley, "--" + option, law);
        run.Code.ShouldBe(3, run.Error);
        run.Output.ShouldNotContain("Undecided");
        run.Output.ShouldContain("cannot be used");
        run.Output.ShouldContain(named);
        using JsonDocument json = JsonDocument.Parse(Run("hydraulics", Valley, "--" + option, law, "--json").Output);
        json.RootElement.GetProperty("status").GetString().ShouldBe("failed");
        json.RootElement.GetProperty(option == "eos" ? "equation_of_state" : "friction").GetString().ShouldBe(law);
    }

    [Fact]
    public void Files_with_errors_stay_on_the_page_of_a_folder()
    {
        File.Copy(Path.Combine(Examples, "gas-valley", "valley.scn"), Path.Combine(_folder, "a.scn"));
        File.WriteAllText(Path.Combine(_folder, "broken.scn"), "<boundaryValue><scenario");
        Run("hydraulics", Valley, "--validate", _folder, "--report", "page.html").Code.ShouldBe(1);
        string page = File.ReadAllText(Path.Combine(_folder, "page.html"));
        page.ShouldContain("broken.scn");
        page.ShouldContain("One file holds errors");
    }

    [SkippableTheory]
    [InlineData("")]
    [InlineData(" --json")]
    public void A_full_disk_gets_a_sentence_and_no_stack_trace(string option)
    {
        Skip.IfNot(File.Exists("/dev/full"), "There is no device that is full.");
        string program = Path.Combine(AppContext.BaseDirectory, "corridor.dll");
        using var process = Process.Start(new ProcessStartInfo("sh", ["-c", $"dotnet '{program}' hydraulics '{Valley}'{option} > /dev/full"]) { RedirectStandardError = true })!;
        string error = process.StandardError.ReadToEnd();
        process.WaitForExit();
        process.ExitCode.ShouldBe(3, error);
        error.Trim().ShouldNotBeEmpty();
        error.ShouldNotContain("   at ");
    }

    private static string Reference(string name)
    {
        string? root = Environment.GetEnvironmentVariable("CORRIDOR_REFERENCE_DATA");
        Skip.If(string.IsNullOrEmpty(root), "CORRIDOR_REFERENCE_DATA is not set.");
        string folder = Path.GetFullPath(Path.Combine(root!, name));
        Skip.IfNot(Directory.Exists(folder), $"The reference data have no folder '{name}'.");
        return folder;
    }

    private static string Root()
    {
        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Corridor.slnx")))
                return folder.FullName;
        }

        throw new InvalidOperationException("The repository was not found.");
    }

    private Outcome Run(params string[] arguments) => CorridorProcess.Run(_folder, arguments).Calm();
}
