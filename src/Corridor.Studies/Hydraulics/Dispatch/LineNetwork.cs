using Corridor.Model.Hydraulics;

namespace Corridor.Studies.Hydraulics.Dispatch;

/// <summary>
/// A line as a network of nodes, pipes and stations, for the network solver: the pressure is held at the inlet, each station holds the outlet pressure
/// of its duty, takes its fuel at its inlet, and the end takes what is left.
/// </summary>
/// <param name="Network">The network.</param>
/// <param name="Settings">The laws of the line: its friction factors are those of its flow, hydraulic efficiency included.</param>
/// <param name="Profile">The profile that it was made for.</param>
/// <param name="StationInlets">Index of the node before each station of the profile.</param>
/// <param name="StationElements">Index of the element of each station of the profile.</param>
/// <param name="End">Index of the node at the end.</param>
public sealed record LineNetwork(GasNetwork Network, HydraulicSettings Settings, LineProfile Profile, IReadOnlyList<int> StationInlets, IReadOnlyList<int> StationElements, int End)
{
    /// <summary>Makes the network of a profile.</summary>
    /// <param name="line">The line, in the direction of the flow.</param>
    /// <param name="settings">Assumptions.</param>
    /// <param name="profile">A profile of it in which the gas comes through.</param>
    /// <exception cref="ArgumentException">The gas does not come through.</exception>
    public static LineNetwork Of(GasLine line, LinePhysicsSettings settings, LineProfile profile)
    {
        ArgumentNullException.ThrowIfNull(line);
        ArgumentNullException.ThrowIfNull(settings);
        ArgumentNullException.ThrowIfNull(profile);
        if (double.IsNaN(profile.Delivery))
            throw new ArgumentException("The gas does not come through.", nameof(profile));
        var laws = new LineLaws(line, settings);
        var nodes = new List<GasNode> { new() { Id = "inlet", PressureSetpoint = line.PressureMax } };
        var elements = new List<GasElement>();
        var inlets = new List<int>();
        var stations = new List<int>();
        double place = 0, flow = profile.Inflow;
        for (int i = 0; i <= line.Stations.Count; i++)
        {
            double to = i < line.Stations.Count ? line.Stations[i].Distance : line.Length, looped = (to - place) * line.LoopShare;
            Pipes(looped, line.Strings + 1);
            Pipes(to - place - looped, line.Strings);
            place = to;
            if (i == line.Stations.Count)
                break;
            StationDuty duty = profile.Stations[i];
            inlets.Add(nodes.Count - 1);
            stations.Add(elements.Count);
            nodes[^1] = nodes[^1] with { Injection = nodes[^1].Injection - duty.Fuel };
            flow -= duty.Fuel;
            bool active = duty.Outlet > duty.Inlet;
            elements.Add(new GasCompressorStation
            {
                Id = line.Stations[i].Id,
                From = nodes.Count - 1,
                To = nodes.Count,
                Control = active ? new StationControl(StationMode.OutletPressure, duty.Outlet) : new StationControl(StationMode.Bypass),
                Efficiency = line.Stations[i].Efficiency,
                IsentropicExponent = line.Gas.IsentropicExponent ?? settings.IsentropicExponent,
                HasBypass = true,
            });
            nodes.Add(new GasNode { Id = line.Stations[i].Id + "-outlet" });
        }

        nodes[^1] = nodes[^1] with { Injection = nodes[^1].Injection - profile.Outflow };
        var network = new GasNetwork { Name = line.Name, Nodes = nodes, Elements = elements, Gas = line.Gas, Temperature = line.Temperature };
        return new LineNetwork(network, new HydraulicSettings { Friction = FrictionKind.Fixed, EquationOfState = settings.EquationOfState }, profile, inlets, stations, nodes.Count - 1);

        void Pipes(double length, int strings)
        {
            if (length <= 0)
                return;
            nodes.Add(new GasNode { Id = $"n{nodes.Count}" });
            for (int s = 0; s < strings; s++)
            {
                elements.Add(new GasPipe
                {
                    Id = $"e{elements.Count}",
                    From = nodes.Count - 2,
                    To = nodes.Count - 1,
                    Length = length,
                    Diameter = line.Diameter,
                    Roughness = line.Roughness,
                    FrictionFactor = laws.Friction(flow / strings),
                });
            }
        }
    }

    /// <summary>Solves the network and compares it with the profile.</summary>
    /// <param name="cancel">Stops the solve.</param>
    /// <returns>Greatest relative difference of a pressure or of a station's power; NaN where the solver did not converge.</returns>
    public double Difference(CancellationToken cancel = default)
    {
        HydraulicSolution solution = SteadyFlow.Solve(Network, Settings, cancel);
        if (solution.Status != HydraulicStatus.Converged)
            return double.NaN;
        double difference = Math.Abs((solution.Nodes[End].Pressure / Profile.Delivery) - 1.0);
        for (int i = 0; i < StationInlets.Count; i++)
        {
            StationDuty duty = Profile.Stations[i];
            difference = Math.Max(difference, Math.Abs((solution.Nodes[StationInlets[i]].Pressure / duty.Inlet) - 1.0));
            if (duty.Outlet > duty.Inlet)
                difference = Math.Max(difference, Math.Abs((solution.Elements[StationElements[i]].Power / duty.Power) - 1.0));
        }

        return difference;
    }
}
