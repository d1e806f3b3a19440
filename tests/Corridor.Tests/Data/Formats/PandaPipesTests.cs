using Corridor.Data.Formats;
using Corridor.Data.Formats.PandaPipes;
using Corridor.Model.Findings;
using Corridor.Model.Hydraulics;
using Corridor.Tests.Numerics;

namespace Corridor.Tests.Data.Formats;

public sealed class PandaPipesTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("corridor-pandapipes-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Each_table_becomes_elements_in_SI_units()
    {
        PandaPipesCase read = Read(FormatSamples.PandaPipes, out FindingList findings).ShouldNotBeNull();
        findings.Items.ShouldBeEmpty();
        GasNetwork network = read.Network;
        (network.Friction, network.EquationOfState, network.Temperature).ShouldBe((FrictionKind.Colebrook, EquationOfStateKind.Linear, 283.15));
        // The density at norm conditions follows from the molar mass.
        (network.NormPressure * network.Gas.MolarMass / (8.31446261815324 * network.NormTemperature)).ShouldBe(0.8, 1e-12);
        network.Gas.DynamicViscosity!.Value.ShouldBe(1.1e-5, 1e-12);
        network.Gas.Compressibility.ShouldBe(new LinearCompressibility(1, -0.002 / 1e5));
        network.Nodes[0].PressureSetpoint.ShouldBe(601_325);
        network.Nodes[5].Injection.ShouldBe(-0.01);
        network.Nodes[2].Injection.ShouldBe(0.004);
        var pipe = (GasPipe)network.Elements.Single(e => e is GasPipe);
        (pipe.Length, pipe.Diameter, pipe.Roughness, pipe.LossCoefficient).ShouldBe((2500, 0.1, 1e-4, 3));
        network.Elements.OfType<GasValve>().Single().IsOpen.ShouldBe(false);
        network.Elements.OfType<GasPump>().Single().LiftByVolumeFlow.ShouldBe([-0.001, -0.01, 0.5]);
        network.Elements.OfType<GasCompressorStation>().Single().Control.ShouldBe(new StationControl(StationMode.Ratio, 1.25));
        network.Elements.OfType<GasControlValve>().Single().Control.ShouldBe(new StationControl(StationMode.OutletPressure, 501_325));
        read.Tables["junction"].Number(1, "p_stanet").ShouldBe(4.5);
        read.Tables["pipe"].Number(0, "v_stanet").ShouldBe(1.5);
    }

    [Fact]
    public void Pressures_are_above_that_of_the_air_at_their_height() =>
        PandaPipesCase.AmbientPressure(1000).ShouldBe(89_875, 15);

    [Fact]
    public void A_valve_at_a_pipe_gets_a_node_between_them()
    {
        string text = FormatSamples.Net(
            FormatSamples.Frame("junction", """["name","tfluid_k","in_service"]""", "[7,9]", """[["a",283.15,true],["b",283.15,true]]"""),
            FormatSamples.Frame("pipe", """["from_junction","to_junction","length_km","inner_diameter_mm","k_mm"]""", "[3]", "[[7,9,1.0,50.0,0.1]]"),
            FormatSamples.Frame("valve", """["junction","element","et","inner_diameter_mm","opened","loss_coefficient"]""", "[0]", """[[9,3,"pi",50.0,true,2.0]]"""),
            FormatSamples.Frame("ext_grid", """["junction","p_bar","type"]""", "[0]", """[[7,1.0,"p"]]"""));
        GasNetwork network = Read(text, out _).ShouldNotBeNull().Network;
        network.Nodes.Select(n => n.Id).ShouldBe(["7", "9", "9/pipe 3"]);
        (network.Elements[0].From, network.Elements[0].To).ShouldBe((0, 2));
        var valve = (GasValve)network.Elements[1];
        (valve.From, valve.To, valve.Loss).ShouldBe((1, 2, PressureLoss.ByDrag(2, 0.05)));
    }

    [Theory]
    [InlineData("[[1,3,\\\"P9\\\",true]]", "[[1,3,\\\"P8\\\",true]]", "G014", "P8")]
    [InlineData("[[\\\"p\\\",0,1,null,2.5,", "[[\\\"p\\\",0,1,null,-2.5,", "G010", "length_km")]
    [InlineData("[[\\\"p\\\",0,1,null,2.5,", "[[\\\"p\\\",0,11,null,2.5,", "G014", "11")]
    [InlineData("[[\\\"p\\\",0,1,null,2.5,", "[[\\\"p\\\",0,1,null,null,", "G007", "length_km")]
    [InlineData("[[\\\"p\\\",0,1,null,2.5,", "[[\\\"p\\\",0,1,null,1e999,", "G009", "length_km")]
    [InlineData("[[\\\"p\\\",0,1,null,2.5,", "[[\\\"p\\\",0,1,null,\\\"x\\\",", "G008", "length_km")]
    [InlineData("[0,1,2,3,4,5]", "[0,1,2,3,4,4]", "G013", "junction 4")]
    [InlineData("\\\"fluid_type\\\": \\\"gas\\\"", "\\\"fluid_type\\\": \\\"liquid\\\"", "G023", "liquid")]
    [InlineData("[[4,5,5,4.0,", "[[4,5,0,4.0,", "G023", "pressure of junction 0")]
    [InlineData("\"source\":", "\"heat_consumer\":", "G023", "heat_consumer")]
    public void What_is_wrong_with_a_network_has_a_code_and_a_name(string before, string after, string code, string word)
    {
        FormatSamples.PandaPipes.ShouldContain(before);
        Read(FormatSamples.PandaPipes.Replace(before, after, StringComparison.Ordinal), out FindingList findings).ShouldBeNull();
        Finding finding = findings.Items.First(f => f.Code == code);
        (finding.Message + finding.Subject).ShouldContain(word);
        finding.Place.Line.ShouldBeGreaterThan(1);
    }

    [SkippableFact]
    public void Published_networks_are_read_whole_with_the_results_in_them()
    {
        string[] files = Directory.GetFiles(ReferenceData.Folder("pandapipes"), "*.json", SearchOption.AllDirectories);
        files.Length.ShouldBe(13);
        foreach (string file in files)
        {
            var findings = new FindingList();
            PandaPipesCase read = PandaPipesCase.Read(file, findings).ShouldNotBeNull();
            findings.Items.ShouldAllBe(f => f.Severity == Severity.Information, file);
            read.Junctions.Count.ShouldBe(read.Tables["junction"].Count);
            // STANET's K is that of the reader at STANET's pressure.
            LinearCompressibility z = read.Network.Gas.Compressibility.ShouldNotBeNull();
            for (int row = 0; row < read.Junctions.Count; row++)
            {
                if (read.Tables["junction"].Number(row, "p_stanet") is { } p && read.Tables["junction"].Number(row, "K_stanet") is { } k)
                    (z.Constant + z.Slope * (p * 1e5 + 101_325)).ShouldBe(k, 6e-6, file);
            }
        }
    }

    private PandaPipesCase? Read(string text, out FindingList findings)
    {
        string path = Path.Combine(_folder, "net.json");
        File.WriteAllText(path, text);
        findings = new FindingList();
        return PandaPipesCase.Read(path, findings);
    }
}
