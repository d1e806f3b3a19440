using Corridor.Model;
using Corridor.Model.Findings;
using Corridor.Model.Markets;
using Corridor.Studies.Dispatch;

namespace Corridor.Studies.Netback;

/// <summary>
/// Netback: what gas is worth at the place of a contract, to the seller from its other outlets and to the buyer from what it replaces, and the range of prices
/// at which both gain. After Energy Charter Secretariat, Putting a Price on Energy (2007). docs/mathematics/netback.md.
/// </summary>
public static class NetbackStudy
{
    /// <summary>Computes the netback of a route.</summary>
    /// <param name="system">The package, after scenarios.</param>
    /// <param name="request">What is asked.</param>
    /// <param name="findings">Collects what stands in the way: a route, field or hub that does not exist or does not lead anywhere.</param>
    /// <param name="with">A run with the route; null without.</param>
    /// <param name="without">A run without it; null without.</param>
    /// <returns>The result; null with findings.</returns>
    /// <exception cref="ArgumentException">A rate or share of the request is out of range.</exception>
    public static NetbackResult? Run(EnergySystem system, NetbackRequest request, FindingList findings, DispatchResult? with = null, DispatchResult? without = null)
    {
        ArgumentNullException.ThrowIfNull(system);
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(findings);
        if (!(request.DiscountRate > 0) || !(request.LoadFactor is > 0 and <= 1) || !(request.OperatingShare >= 0))
            throw new ArgumentException("The discount rate must be above 0, the load factor above 0 and at most 1, the operating share at least 0.", nameof(request));
        foreach (HubRequest hub in request.Hubs)
        {
            PriceIndex? index = system.PriceIndices.FirstOrDefault(i => i.Id == hub.Index);
            if (index is null)
                findings.Add(Fault("K002", $"price_indices {hub.Index}", $"There is no price index {hub.Index}.", $"The package has {string.Join(", ", system.PriceIndices.Select(i => i.Id))}."));
            else if (index.Nodes.Count == 0)
                findings.Add(Fault("K003", $"price_indices {hub.Index}", "It does not say where its price holds.", "State nodes in price_indices.csv, column nodes."));
        }

        if (findings.HasErrors || NetbackGraph.Of(system, request, findings) is not { } graph)
            return null;
        var route = graph.Edges.FirstOrDefault(e => e.Id == request.Route && !e.Converts);
        if (route is null)
        {
            findings.Add(Fault("K001", request.Route, "There is no such pipeline or transport, or it can carry nothing.", "Name an id of pipelines.csv or transports.csv."));
            return null;
        }

        return new NetbackWork(system, request, graph, route).Solve(findings, with, without);
    }

    internal static Finding Fault(string code, string subject, string message, string hint) => new(code, Severity.Error, subject, SourcePlace.None, message, hint);
}
