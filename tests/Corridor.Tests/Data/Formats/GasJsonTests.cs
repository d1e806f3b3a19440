using Corridor.Data.Formats;
using Corridor.Data.Formats.GasJson;
using Corridor.Model.Findings;
using Corridor.Model.Hydraulics;
using Corridor.Tests.Numerics;

namespace Corridor.Tests.Data.Formats;

public sealed class GasJsonTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("corridor-gasjson-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void The_ring_is_read_with_its_schedule()
    {
        var findings = new FindingList();
        GasNetworkInput input = GasNetworkInput.Read(FormatSamples.Ring, new GasNetworkInputOptions(), findings).ShouldNotBeNull();
        findings.Items.ShouldAllBe(f => f.Severity == Severity.Information);
        GasNetwork network = input.Network;
        network.Nodes[0].PressureSetpoint.ShouldBe(5.5e6);
        // At midnight, a quarter of a day before the sine's zero.
        network.Nodes[4].Injection.ShouldBe(-33, 1e-9);
        var pipe = (GasPipe)network.Elements[0];
        (pipe.Length, pipe.Diameter, pipe.FrictionFactor).ShouldBe((60_000, 0.8, 0.011));
        network.Elements.OfType<GasCompressorStation>().Single().Control.ShouldBe(new StationControl(StationMode.Ratio, 1.2));
        GasSchedule schedule = input.Json!.Schedule.ShouldNotBeNull();
        (schedule.Start, schedule.End).ShouldBe((0, 86_400));
        schedule.Injections.Single(s => s.Node == 4).Series.At(43_200).ShouldBe(-57, 1e-9);
        schedule.Controls.ShouldHaveSingleItem().At(1000).Value.ShouldBe(1.2);
        // The specific gas constant of the programs of the format: R = 8.314, air of 28.96 g/mol.
        (8.31446261815324 / network.Gas.MolarMass).ShouldBe(8.314 / (0.02896 * 0.6), 1e-9);
    }

    [Fact]
    public void Standard_units_become_SI_units()
    {
        foreach (string file in Directory.GetFiles(FormatSamples.Ring))
            File.Copy(file, Path.Combine(_folder, Path.GetFileName(file)));
        Change("params.json", "standard = 1)\": 0", "standard = 1)\": 1");
        GasNetwork network = GasNetworkInput.Read(_folder, new GasNetworkInputOptions(), new FindingList()).ShouldNotBeNull().Network;
        ((GasPipe)network.Elements[0]).Length.ShouldBe(60_000 * 1609.344, 1e-6);
        ((GasPipe)network.Elements[0]).Diameter.ShouldBe(0.8 * 0.0254, 1e-12);
        network.Nodes[0].PressureSetpoint!.Value.ShouldBe(5.5e6 * 6894.757293168, 1e-3);
        // 20 million standard cubic feet a day of a gas of 0.74 kg/m³ at 60 °F.
        (-network.Nodes[5].Injection).ShouldBe(20 * 28_316.846592 / 86_400 * 101_325 / (8.314 / (0.02896 * 0.6) * 288.7055555556), 1e-9);
    }

    [Theory]
    [InlineData("network.json", "\"length\": 60000", "\"length\": -60000", "G010", "length")]
    [InlineData("network.json", "\"length\": 60000", "\"length\": \"long\"", "G008", "length")]
    [InlineData("network.json", "\"length\": 60000,", "", "G007", "length")]
    [InlineData("network.json", "\"to_node\": 2", "\"to_node\": 22", "G014", "22")]
    [InlineData("network.json", "\"2\": {", "\"1\": {", "G013", "'1'")]
    [InlineData("network.json", "{", "{{", "G005", "JSON")]
    [InlineData("bc.json", "\"boundary_pslack\": {\n    \"1\"", "\"boundary_pslack\": {\n    \"9\"", "G007", "Node 1")]
    [InlineData("bc.json", "\"control_type\": [\n        0,\n        0", "\"control_type\": [\n        0,\n        7", "G008", "control_type")]
    [InlineData("bc.json", "\"time\": [\n        0,\n        86400", "\"time\": [\n        86400,\n        0", "G010", "time")]
    [InlineData("params.json", "standard = 1)\": 0", "standard = 1)\": 2", "G012", "units")]
    [InlineData("params.json", "gravity (G):\": 0.6", "gravity (G):\": -0.6", "G010", "gravity")]
    public void What_is_wrong_with_a_folder_has_a_code_a_file_and_a_name(string file, string before, string after, string code, string word)
    {
        foreach (string each in Directory.GetFiles(FormatSamples.Ring))
            File.Copy(each, Path.Combine(_folder, Path.GetFileName(each)));
        Change(file, before, after);
        var findings = new FindingList();
        GasNetworkInput.Read(_folder, new GasNetworkInputOptions(), findings).ShouldBeNull();
        findings.Items.ShouldContain(f => f.Code == code && f.Message.Contains(word, StringComparison.Ordinal), string.Join("\n", findings.Items));
        findings.Items.ShouldAllBe(f => f.Place.File.Length > 0);
    }

    [SkippableTheory]
    [InlineData("8-node", 8, 8)]
    [InlineData("GasLib-24", 25, 26)]
    [InlineData("GasLib-40-multiple-slacks", 40, 45)]
    public void Published_steady_cases_balance_with_their_solutions(string name, int nodes, int elements)
    {
        string folder = Path.Combine(ReferenceData.Folder("gas-steady"), name);
        var findings = new FindingList();
        GasNetwork network = GasJsonCase.Read(folder, new GasJsonOptions(), findings).ShouldNotBeNull().Network;
        (network.Nodes.Count, network.Elements.Count).ShouldBe((nodes, elements));
        GasJsonState solution = GasJsonState.Read(Path.Combine(folder, "exact_sol_ideal.json"), findings).ShouldNotBeNull();
        findings.Items.ShouldAllBe(f => f.Severity == Severity.Information);
        double[] balance = [.. network.Nodes.Select(n => n.PressureSetpoint is null ? n.Injection : 0)];
        foreach (GasElement element in network.Elements)
        {
            double flow = solution.Flows[(element.Kind, element.Id)];
            balance[element.From] -= flow;
            balance[element.To] += flow;
        }

        for (int n = 0; n < nodes; n++)
        {
            if (network.Nodes[n].PressureSetpoint is null)
                Math.Abs(balance[n]).ShouldBeLessThan(1e-6, network.Nodes[n].Id);
        }

        // Sign, friction factor and specific gas constant: p₁² − p₂² = λ·L·a²/(d·A²)·q·|q| on every pipe.
        double speed = 8.31446261815324 / network.Gas.MolarMass * network.Temperature;
        foreach (GasPipe pipe in network.Elements.OfType<GasPipe>())
        {
            double area = Math.PI * pipe.Diameter * pipe.Diameter / 4;
            double flow = solution.Flows[("pipe", pipe.Id)];
            double one = Math.Pow(solution.NodePressures[network.Nodes[pipe.From].Id], 2);
            double expected = pipe.FrictionFactor!.Value * pipe.Length * speed / (pipe.Diameter * area * area) * flow * Math.Abs(flow);
            (one - Math.Pow(solution.NodePressures[network.Nodes[pipe.To].Id], 2)).ShouldBe(expected, 2e-6 * one + 1e-4 * Math.Abs(expected), pipe.Id);
        }
    }

    [SkippableFact]
    public void Published_transient_cases_are_read_with_schedule_state_and_slices()
    {
        string root = ReferenceData.Folder("gas-transient");
        var findings = new FindingList();
        GasJsonCase ring = GasJsonCase.Read(Path.Combine(root, "8-node"), new GasJsonOptions(), findings).ShouldNotBeNull();
        ring.InitialState.ShouldNotBeNull().NodePressures.Count.ShouldBe(8);
        ring.Disruptions.Count.ShouldBe(2);
        ring.Schedule.ShouldNotBeNull().Controls.Count.ShouldBe(3);
        GasJsonCase pipe = GasJsonCase.Read(Path.Combine(root, "1-pipe-fast-transients"), new GasJsonOptions { Parameters = "params_cnga.json" }, findings).ShouldNotBeNull();
        pipe.Parameters.Temperature.ShouldBe(288.706);
        pipe.Schedule.ShouldNotBeNull().Injections.ShouldHaveSingleItem().Series.At(1200).ShouldBe(-787.63);
        findings.Items.ShouldAllBe(f => f.Severity == Severity.Information || f.Code == "G021");
        GasJsonState slice = GasJsonState.Read(Path.Combine(root, "solution", "1-pipe-fast-10.json"), findings).ShouldNotBeNull();
        slice.PipePressures["1"].Distances.Count.ShouldBe(21);
        slice.Time.ShouldNotBeNull().ShouldBe(660, 1e-9);
    }

    private void Change(string file, string before, string after)
    {
        string path = Path.Combine(_folder, file);
        string text = File.ReadAllText(path);
        int at = text.IndexOf(before, StringComparison.Ordinal);
        at.ShouldBeGreaterThanOrEqualTo(0, before);
        File.WriteAllText(path, text[..at] + after + text[(at + before.Length)..]);
    }
}
