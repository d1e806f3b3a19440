using System.Text.Json;
using Corridor.Studies.Hydraulics.Laws;
using Corridor.Tests.Numerics;

namespace Corridor.Tests.Studies.Hydraulics.Laws;

/// <summary>Densities of the published steady solutions (GasSteadySim), node by node.</summary>
public class PublishedNetworkTests
{
    [SkippableTheory]
    [InlineData("8-node", "ideal")]
    [InlineData("8-node", "simple_cnga")]
    [InlineData("8-node", "full_cnga")]
    [InlineData("GasLib-24", "ideal")]
    [InlineData("GasLib-24", "simple_cnga")]
    [InlineData("GasLib-24", "full_cnga")]
    [InlineData("GasLib-40-multiple-slacks", "ideal")]
    [InlineData("GasLib-40-multiple-slacks", "simple_cnga")]
    [InlineData("GasLib-40-multiple-slacks", "full_cnga")]
    public void Densities_follow_from_pressures(string network, string equation)
    {
        string folder = ReferenceData.Folder("gas-steady");
        using JsonDocument solution = JsonDocument.Parse(File.ReadAllText(Path.Combine(folder, network, $"exact_sol_{equation}.json")));
        double molarMass = CaliforniaGas.MolarMassOf(0.6);
        IGasLaw law = equation switch
        {
            "ideal" => new IdealGas(molarMass),
            "simple_cnga" => CaliforniaGas.Simple(molarMass),
            _ => CaliforniaGas.Full(molarMass, 0.6),
        };

        JsonElement densities = solution.RootElement.GetProperty("nodal_density");
        int count = 0;
        foreach (JsonProperty node in solution.RootElement.GetProperty("nodal_pressure").EnumerateObject())
        {
            double published = densities.GetProperty(node.Name).GetDouble();
            law.Potential(node.Value.GetDouble(), 288.706, out double density);
            density.ShouldBe(published, 1e-12 * published);
            count++;
        }

        count.ShouldBeGreaterThan(7);
    }
}
