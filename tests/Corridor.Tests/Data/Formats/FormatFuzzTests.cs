using System.Text;
using Corridor.Data.Formats;
using Corridor.Data.Formats.GasJson;
using Corridor.Model.Findings;
using Corridor.Model.Hydraulics;

namespace Corridor.Tests.Data.Formats;

/// <summary>Whatever the files hold, reading them ends in findings with places or in a network whose figures are in their ranges.</summary>
public sealed class FormatFuzzTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("corridor-formats-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Damaged_GasLib_files_give_findings_or_a_sound_network()
    {
        string source = Path.GetDirectoryName(FormatSamples.Valley)!;
        string[] names = ["valley.net", "valley.cs", "valley.scn", "valley.cdf"];
        byte[][] samples = [.. names.Select(n => n == "valley.cdf" ? Encoding.UTF8.GetBytes(Decisions) : File.ReadAllBytes(Path.Combine(source, n)))];
        Damage(names, samples, 600, Path.Combine(_folder, "valley.net"));
    }

    [Fact]
    public void Damaged_pandapipes_files_give_findings_or_a_sound_network() =>
        Damage(["net.json"], [Encoding.UTF8.GetBytes(FormatSamples.PandaPipes)], 600, Path.Combine(_folder, "net.json"));

    [Fact]
    public void Damaged_folders_of_JSON_files_give_findings_or_a_sound_network()
    {
        string[] names = ["network.json", "bc.json", "params.json", "ic.json", "disruptions.json"];
        byte[][] samples =
        [
            .. names[..3].Select(n => File.ReadAllBytes(Path.Combine(FormatSamples.Ring, n))),
            """{"initial_nodal_pressure": {"1": 5.5e6, "2": 5.4e6}, "initial_pipe_flow": {"1": 70, "2": {"distance": [0, 1000], "value": [30, 31]}}}"""u8.ToArray(),
            """{"disruption": {"node_disruptions": {"1": {"node_id": 4, "disrupt_time": 720, "valve_delay": 600}}, "pipe_disruptions": {"1": {"pipe_id": 2, "distance": 20000, "disrupt_time": 1440, "valve_delay": 600}}}}"""u8.ToArray(),
        ];
        Damage(names, samples, 600, _folder);
    }

    private const string Decisions = """
        <combinedDecisions xmlns="http://gaslib.zib.de/CombinedDecisions">
          <decisionGroup id="g">
            <decision id="open"><valve id="v-link" value="1" flowDirection="1"/><compressorStation id="cs-pass" value="1" flowDirection="0"/></decision>
            <decision id="shut"><valve id="v-link" value="0"/><controlValve id="cv-town" value="0"/></decision>
          </decisionGroup>
        </combinedDecisions>
        """;

    private void Damage(string[] names, byte[][] samples, int trials, string path)
    {
        int sound = 0;
        for (int seed = 0; seed < trials; seed++)
        {
            int target = seed % names.Length;
            for (int i = 0; i < names.Length; i++)
                File.WriteAllBytes(Path.Combine(_folder, names[i]), i == target ? new FormatMutator(seed).Mutate(samples[i]) : samples[i]);
            var findings = new FindingList();
            GasNetworkInput? input;
            try
            {
                input = GasNetworkInput.Read(path, new GasNetworkInputOptions(), findings);
            }
            catch (Exception fault)
            {
                throw new InvalidOperationException($"seed {seed}: {fault.Message}", fault);
            }

            (input is null).ShouldBe(findings.HasErrors, $"seed {seed}");
            findings.Items.ShouldAllBe(f => f.Message.Length > 0 && f.Place.File.Length > 0, $"seed {seed}");
            if (input is null)
                continue;
            sound++;
            CheckSound(input.Network, seed);
        }

        // Some damage must be harmless and most must not, or nothing is tried.
        sound.ShouldBeInRange(trials / 50, trials * 9 / 10);
    }

    private static void CheckSound(GasNetwork network, int seed)
    {
        string because = $"seed {seed}";
        network.Nodes.Select(n => n.Id).ShouldBeUnique(because);
        network.Elements.Select(e => (e.Kind, e.Id)).ShouldBeUnique(because);
        network.Elements.ShouldAllBe(e => e.From != e.To && e.From >= 0 && e.To >= 0 && e.From < network.Nodes.Count && e.To < network.Nodes.Count, because);
        network.Elements.OfType<GasPipe>().ShouldAllBe(p => p.Length > 0 && p.Diameter > 0 && p.Roughness >= 0 && double.IsFinite(p.Length) && double.IsFinite(p.Diameter), because);
        network.Nodes.ShouldAllBe(n => double.IsFinite(n.Injection) && double.IsFinite(n.Height) && n.PressureSetpoint == null | n.PressureSetpoint > 0, because);
        network.Gas.MolarMass.ShouldBeGreaterThan(0, because);
        network.Temperature.ShouldBeGreaterThan(0, because);
    }
}
