using Corridor.Data.Formats;
using Corridor.Data.Formats.GasLib;
using Corridor.Model.Findings;
using Corridor.Model.Hydraulics;
using Corridor.Tests.Numerics;

namespace Corridor.Tests.Data.Formats;

public sealed class GasLibTests : IDisposable
{
    private const double Tight = 1e-12;

    private readonly string _folder = Directory.CreateTempSubdirectory("corridor-gaslib-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void The_valley_is_read_in_SI_units()
    {
        var findings = new FindingList();
        GasNetworkInput input = GasNetworkInput.Read(FormatSamples.Valley, new GasNetworkInputOptions(), findings).ShouldNotBeNull();
        findings.Items.ShouldBeEmpty();
        input.Format.ShouldBe(GasNetworkFormat.GasLib);
        input.Files.Select(Path.GetFileName).ShouldBe(["valley.net", "valley.cs", "valley.scn"]);
        GasNetwork network = input.Network;
        network.Nodes.Count.ShouldBe(12);
        network.Temperature.ShouldBe(283.15, Tight);
        network.Gas.MolarMass.ShouldBe(0.0174, Tight);
        network.Gas.CalorificValue!.Value.ShouldBe(39.5e6, 1e-6);
        var pipe = (GasPipe)network.Elements.Single(e => e.Id == "p-mill");
        (pipe.Length, pipe.Diameter, pipe.HeatTransferCoefficient).ShouldBe((48_000, 0.4, 2.0));
        pipe.Roughness.ShouldBe(5e-5, Tight);
        pipe.PressureMax!.Value.ShouldBe(75e5, 1e-6);
        pipe.FlowMin!.Value.ShouldBe(-2000e3 / 3600 * 0.78, 1e-9);
        pipe.Place.Line.ShouldBeGreaterThan(100);
        var station = (GasCompressorStation)network.Elements.Single(e => e.Kind == "compressor");
        station.LossIn.ShouldBe(PressureLoss.OfPressure(20_000));
        (station.HasBypass, station.HasCooler, network.Nodes[station.FuelNode!.Value].Id).ShouldBe((true, true, "station-in"));
        station.Units.OfType<TurboCompressor>().Select(u => (u.Id, u.Drive, u.SpeedMin, u.SpeedMax)).ShouldBe([("north", "turbine-north", 4500.0, 9000.0), ("south", "turbine-south", 4500.0, 9000.0)]);
        ((TurboCompressor)station.Units[0]).SpeedLines.ShouldBe([0, 0, 6e-7, 0, 2e-4, 0, -1.2, 0, 0]);
        station.Drives[0].PowerCoefficients.Count.ShouldBe(9);
        station.Configurations[1].Stages.ShouldHaveSingleItem().ShouldBe(["north", "south"]);
    }

    [Fact]
    public void A_nomination_sets_flows_in_mass_and_bounds_of_both_files()
    {
        GasNetwork network = GasNetworkInput.Read(FormatSamples.Valley, new GasNetworkInputOptions(), new FindingList()).ShouldNotBeNull().Network;
        GasNode border = network.Nodes.Single(n => n.Id == "border");
        border.Injection.ShouldBe(700e3 / 3600 * 0.78, 1e-9);
        (border.PressureMin, border.PressureMax).ShouldBe((50e5, 56e5));
        GasNode town = network.Nodes.Single(n => n.Id == "old-town");
        (town.InjectionMin!.Value, town.InjectionMax!.Value).ShouldBe((town.Injection, town.Injection));
        town.Injection.ShouldBe(-220e3 / 3600 * 0.78, 1e-9);
        (town.PressureMin, town.PressureMax).ShouldBe((12e5, 16e5));
        network.Nodes.Sum(n => n.Injection).ShouldBe(0, 1e-9);
    }

    [Theory]
    [InlineData("<length unit=\"km\" value=\"90\"/>", "<length unit=\"km\" value=\"-90\"/>", "G010", "p-border")]
    [InlineData("<length unit=\"km\" value=\"90\"/>", "<length value=\"90\"/>", "G011", "length")]
    [InlineData("<length unit=\"km\" value=\"90\"/>", "<length unit=\"parsec\" value=\"90\"/>", "G012", "parsec")]
    [InlineData("<length unit=\"km\" value=\"90\"/>", "<length unit=\"km\" value=\"NaN\"/>", "G009", "NaN")]
    [InlineData("<length unit=\"km\" value=\"90\"/>", "<length unit=\"km\" value=\"ninety\"/>", "G008", "ninety")]
    [InlineData("<length unit=\"km\" value=\"90\"/>", "", "G007", "length")]
    [InlineData("from=\"border\" to=\"station-in\"", "from=\"boarder\" to=\"station-in\"", "G014", "boarder")]
    [InlineData("<pipe id=\"p-mill\"", "<pipe id=\"p-main\"", "G013", "p-main")]
    [InlineData("<sink id=\"mill\"", "<sink id=\"harbour\"", "G013", "harbour")]
    [InlineData("fuelGasVertex=\"station-in\"", "fuelGasVertex=\"nowhere\"", "G014", "nowhere")]
    [InlineData("<valve id=\"v-link\"", "<teleport id=\"v-link\"", "G005", "teleport")]
    [InlineData("from=\"fork\" to=\"meter\"", "from=\"fork\" to=\"fork\"", "G016", "r-meter")]
    [InlineData("<network xmlns", "<!DOCTYPE network [<!ENTITY a \"b\">]>\n<network xmlns", "G006", "DOCTYPE")]
    public void What_is_wrong_with_a_network_has_a_code_a_place_and_a_name(string before, string after, string code, string word)
    {
        string text = File.ReadAllText(FormatSamples.Valley);
        text.ShouldContain(before);
        int at = text.IndexOf(before, StringComparison.Ordinal);
        string path = Path.Combine(_folder, "a.net");
        File.WriteAllText(path, text[..at] + after + text[(at + before.Length)..]);
        var findings = new FindingList();
        GasLibNetwork.Read(path, null, null, findings).ShouldBeNull();
        Finding finding = findings.Items.First(f => f.Code == code);
        (finding.Message + finding.Subject).ShouldContain(word);
        finding.Place.File.ShouldBe("a.net");
        finding.Place.Line.ShouldBeGreaterThan(1);
        finding.Place.Column.ShouldBeGreaterThan(0);
    }

    /// <summary>The schema's default of internalBypassRequired is a bypass; only a stated 0 takes it away.</summary>
    [Theory]
    [InlineData("", true)]
    [InlineData("internalBypassRequired=\"0\"", false)]
    [InlineData("internalBypassRequired=\"1\"", true)]
    public void A_bypass_exists_unless_the_file_denies_it(string attribute, bool exists)
    {
        string text = File.ReadAllText(FormatSamples.Valley);
        string path = Path.Combine(_folder, "valley.net");
        File.WriteAllText(path, text.Replace("internalBypassRequired=\"0\"", attribute, StringComparison.Ordinal).Replace("internalBypassRequired=\"1\"", attribute, StringComparison.Ordinal));
        var findings = new FindingList();
        GasNetwork network = GasLibNetwork.Read(path, null, null, findings).ShouldNotBeNull().Network;
        network.Elements.OfType<GasControlValve>().ShouldAllBe(valve => valve.HasBypass == exists);
        network.Elements.OfType<GasCompressorStation>().ShouldAllBe(station => station.HasBypass == exists);
    }

    [Fact]
    public void A_nomination_for_a_node_that_does_not_exist_is_a_finding()
    {
        string path = Path.Combine(_folder, "a.scn");
        File.WriteAllText(path, "<boundaryValue><scenario id=\"s\"><node id=\"borders\" type=\"entry\"><flow bound=\"both\" unit=\"1000m_cube_per_hour\" value=\"1\"/></node></scenario></boundaryValue>");
        var findings = new FindingList();
        GasNetworkInput.Read(FormatSamples.Valley, new GasNetworkInputOptions { Nomination = path }, findings).ShouldBeNull();
        Finding finding = findings.Items.ShouldHaveSingleItem();
        (finding.Code, finding.Hint).ShouldBe(("G014", "Did you mean 'border'?"));
    }

    [Fact]
    public void Gauge_and_absolute_pressures_differ_by_that_of_the_air()
    {
        string path = Path.Combine(_folder, "a.scn");
        File.WriteAllText(path, "<boundaryValue><scenario id=\"s\"><node id=\"n\" type=\"exit\"><pressure bound=\"lower\" unit=\"barg\" value=\"40\"/><pressure bound=\"upper\" unit=\"bar\" value=\"60\"/></node></scenario></boundaryValue>");
        GasLibNominationNode node = GasLibNomination.Read(path, new FindingList()).ShouldNotBeNull().Nodes.ShouldHaveSingleItem();
        (node.PressureMin, node.PressureMax).ShouldBe((4_101_325, 6_000_000));
    }

    [SkippableTheory]
    [InlineData("GasLib-11", 11, 11, 2)]
    [InlineData("GasLib-24", 24, 25, 3)]
    [InlineData("GasLib-40", 40, 45, 6)]
    [InlineData("GasLib-134", 134, 133, 1)]
    [InlineData("GasLib-135", 135, 170, 29)]
    [InlineData("GasLib-582", 582, 609, 5)]
    public void Published_networks_are_read_whole(string name, int nodes, int elements, int stations)
    {
        string folder = Path.Combine(ReferenceData.Folder("gaslib"), name);
        var findings = new FindingList();
        GasLibNetwork network = GasLibNetwork.Read(Only(folder, "*.net").ShouldNotBeNull(), Only(folder, "*.cs"), Only(folder, "*.cdf"), findings).ShouldNotBeNull();
        findings.Items.ShouldAllBe(f => f.Severity == Severity.Information);
        (network.Network.Nodes.Count, network.Network.Elements.Count, network.Network.Elements.OfType<GasCompressorStation>().Count()).ShouldBe((nodes, elements, stations));
        string[] nominations = Directory.GetFiles(folder, "*.scn", SearchOption.AllDirectories);
        nominations.ShouldNotBeEmpty();
        foreach (string file in nominations)
        {
            GasNetwork applied = GasLibNomination.Read(file, findings).ShouldNotBeNull().Apply(network, findings);
            double passed = applied.Nodes.Sum(n => Math.Max(n.Injection, 0));
            passed.ShouldBeGreaterThan(1);
            // Published nominations balance to the digits they are written with.
            Math.Abs(applied.Nodes.Sum(n => n.Injection) / passed).ShouldBeLessThan(1e-3, file);
        }

        findings.HasErrors.ShouldBeFalse();
    }

    [SkippableFact]
    public void Combined_decisions_of_582_have_the_direction_that_joins_their_path()
    {
        string folder = Path.Combine(ReferenceData.Folder("gaslib"), "GasLib-582");
        GasNetwork network = GasLibNetwork.Read(Only(folder, "*.net")!, Only(folder, "*.cs"), Only(folder, "*.cdf"), new FindingList()).ShouldNotBeNull().Network;
        network.DecisionGroups.Select(g => g.Decisions.Count).ShouldBe([4, 19]);
        Decision compressing = network.DecisionGroups[0].Decisions.Single(d => d.Id == "d2");
        // Gas comes from node 47, passes the station from 63 to 53, and goes on to 51.
        (string From, string To)[] steps = [.. compressing.States.Where(s => s.IsOpen).Select(s => s.Direction > 0 ? Ends(network, s.Element) : (Ends(network, s.Element).To, Ends(network, s.Element).From))];
        steps.ShouldBe([("innode_63", "innode_53"), ("innode_53", "innode_51"), ("innode_47", "innode_63")], ignoreOrder: true);
    }

    private static (string From, string To) Ends(GasNetwork network, int element) => (network.Nodes[network.Elements[element].From].Id, network.Nodes[network.Elements[element].To].Id);

    private static string? Only(string folder, string pattern) => Directory.GetFiles(folder, pattern).SingleOrDefault();
}
