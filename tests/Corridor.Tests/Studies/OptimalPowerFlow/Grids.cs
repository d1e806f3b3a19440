using Corridor.Model.Findings;
using Corridor.Model.PowerGrids;
using Corridor.Studies.OptimalPowerFlow;

namespace Corridor.Tests.Studies.OptimalPowerFlow;

/// <summary>Small grids, and the run that tests share.</summary>
internal static class Grids
{
    internal static GridBus Bus(string id, double demand = 0.0, BusControl control = BusControl.Load) =>
        new() { Id = id, ActiveDemand = demand, Control = control, VoltageMax = 1.1 };

    internal static GridUnit Unit(string id, int bus, double most, params double[] polynomial) =>
        new() { Id = id, Bus = bus, ActiveMax = most, Cost = new GridCost { Polynomial = polynomial } };

    internal static GridBranch Branch(string id, int from, int to, double x, double rating = double.PositiveInfinity, double r = 0.0) =>
        new() { Id = id, From = from, To = to, Reactance = x, Resistance = r, Rating = rating };

    internal static PowerGrid Grid(GridBus[] buses, GridBranch[] branches, GridUnit[] units, params GridDcLine[] lines) =>
        new() { Name = "test", BasePower = 100.0, Buses = buses, Branches = branches, Units = units, DcLines = lines };

    /// <summary>Cheap power at 1, dear power at 2, demand at 3; equal reactances, so that two thirds of a way go straight.</summary>
    internal static PowerGrid Triangle(double demand = 150.0, double rating = double.PositiveInfinity) => Grid(
        [Bus("1", 0.0, BusControl.Slack), Bus("2"), Bus("3", demand)],
        [Branch("12", 0, 1, 0.1), Branch("13", 0, 2, 0.1, rating), Branch("23", 1, 2, 0.1)],
        [Unit("cheap", 0, 300.0, 0.0, 10.0), Unit("dear", 1, 300.0, 0.0, 30.0)]);

    internal static OptimalFlowResult Solve(PowerGrid grid, OptimalFlowRequest? request = null)
    {
        var findings = new FindingList();
        OptimalFlowResult? result = OptimalFlowStudy.Run(grid, request ?? new OptimalFlowRequest(), findings);
        result.ShouldNotBeNull(string.Join("; ", findings.Items.Select(f => f.Message)));
        return result;
    }

    internal static OptimalFlowResult Certified(PowerGrid grid, OptimalFlowRequest? request = null)
    {
        OptimalFlowResult result = Solve(grid, request);
        result.Status.ShouldBe(OptimalFlowStatus.Optimal);
        result.IsCertified.ShouldBeTrue();
        return result;
    }

    internal static FindingList Refused(PowerGrid grid, OptimalFlowRequest? request = null)
    {
        var findings = new FindingList();
        OptimalFlowStudy.Run(grid, request ?? new OptimalFlowRequest(), findings).ShouldBeNull();
        return findings;
    }
}
