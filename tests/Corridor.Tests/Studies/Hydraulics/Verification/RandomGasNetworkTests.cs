using System.Globalization;
using Corridor.Studies.Hydraulics;
using Corridor.Studies.Hydraulics.Verification;

namespace Corridor.Tests.Studies.Hydraulics.Verification;

/// <summary>A thousand random networks: they converge, or something is named; never a wrong answer.</summary>
public sealed class RandomGasNetworkTests
{
    private const int Networks = 500;

    [Fact]
    public void Networks_whose_pressures_were_drawn_first_converge_to_these_pressures_or_complain()
    {
        List<string> wrong = [];
        List<string> unsolved = [];
        for (int seed = 0; seed < Networks; seed++)
        {
            var network = RandomGasNetwork.Feasible(seed);
            HydraulicSolution solution = SteadyFlow.Solve(network.Network, RandomGasNetwork.Settings);
            HydraulicReport report = HydraulicChecker.Check(solution);
            string prefix = string.Create(CultureInfo.InvariantCulture, $"seed {seed}: ");
            if (report.Verdict == HydraulicVerdict.Refuted)
                wrong.Add($"{prefix}{report.Violations.First().Message}");
            else if (solution.Status != HydraulicStatus.Converged)
                unsolved.Add($"{prefix}{solution.Complaints.First(complaint => complaint.IsFatal).Message}");
            else if (Farthest(network, solution) is { } far)
                wrong.Add($"{prefix}{far}");
        }

        wrong.ShouldBeEmpty();

        // The search for states of regulators gives some up that have one; their number may only fall.
        unsolved.Count.ShouldBeLessThanOrEqualTo(Networks * 11 / 100, string.Join("\n", unsolved));
    }

    [Fact]
    public void Networks_broken_on_purpose_are_refused_and_the_fault_is_named()
    {
        List<string> wrong = [];
        List<string> misnamed = [];
        for (int seed = 0; seed < Networks; seed++)
        {
            var network = RandomGasNetwork.Broken(seed);
            HydraulicSolution solution = SteadyFlow.Solve(network.Network, RandomGasNetwork.Settings);
            string prefix = string.Create(CultureInfo.InvariantCulture, $"seed {seed}, {network.Fault}: ");
            HydraulicComplaint? first = solution.Complaints.FirstOrDefault(complaint => complaint.IsFatal);
            if (solution.Status == HydraulicStatus.Converged || first is null || (first.Node < 0 && first.Element < 0))
                wrong.Add($"{prefix}{solution.Status}, nothing is named");
            else if (!network.CulpritNodes.Contains(first.Node) && !network.CulpritElements.Contains(first.Element))
                misnamed.Add($"{prefix}{first.Message}");
        }

        wrong.ShouldBeEmpty();

        // Regulators given up in vain (see above) are named before the fault; their number may only fall.
        misnamed.Count.ShouldBeLessThanOrEqualTo(Networks * 6 / 100, string.Join("\n", misnamed));
    }

    private static string? Farthest(RandomGasNetwork network, HydraulicSolution solution)
    {
        int farthest = -1;
        double distance = 1e-6;
        for (int i = 0; i < network.Pressure.Count; i++)
        {
            if (double.IsNaN(network.Pressure[i]))
                continue;
            double relative = Math.Abs((solution.Nodes[i].Pressure / network.Pressure[i]) - 1.0);
            if (!(relative <= distance))
                (farthest, distance) = (i, relative);
        }

        return farthest < 0
            ? null
            : string.Create(CultureInfo.InvariantCulture, $"node {farthest} is at {solution.Nodes[farthest].Pressure:0} Pa; {network.Pressure[farthest]:0} Pa were drawn.");
    }
}
