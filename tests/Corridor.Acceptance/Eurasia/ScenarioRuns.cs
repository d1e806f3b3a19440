using System.Collections.Concurrent;
using Corridor.Data.Packages;
using Corridor.Data.Scenarios;
using Corridor.Model;
using Corridor.Model.Findings;
using Corridor.Model.Scenarios;
using Corridor.Model.Time;
using Corridor.Studies.Compilation;
using Corridor.Studies.Dispatch;
using Corridor.Studies.Dispatch.Certificate;

namespace Corridor.Acceptance.Eurasia;

/// <summary>Runs the scenarios of the bundled package, each once, certified against the changed package.</summary>
internal static class ScenarioRuns
{
    private static readonly Lazy<(string Folder, EnergySystem System, PackagePlaces Places)> Package = new(() =>
    {
        DirectoryInfo? root = new(AppContext.BaseDirectory);
        while (root is not null && !File.Exists(Path.Combine(root.FullName, "Corridor.slnx")))
            root = root.Parent;
        string folder = Path.Combine(root.ShouldNotBeNull().FullName, "data", "eurasia");
        var findings = new FindingList();
        var places = new PackagePlaces();
        EnergySystem system = PackageReader.Read(folder, findings, places).ShouldNotBeNull();
        findings.HasErrors.ShouldBeFalse(string.Join('\n', findings.Items));
        return (folder, system, places);
    });

    private static readonly ConcurrentDictionary<string, Lazy<ScenarioRun>> Kept = new();

    /// <summary>Names of the scenarios that ship with the package.</summary>
    public static IReadOnlyList<string> Names => ScenarioFolder.Names(Package.Value.Folder);

    /// <summary>Reads and applies scenarios.</summary>
    public static (EnergySystem System, Scenario[] Scenarios) Apply(FindingList findings, DateWindow horizon, params string[] names)
    {
        Scenario[] scenarios = [.. names.Select(name => ScenarioReader.Read(ScenarioFolder.Find(Package.Value.Folder, name, findings).ShouldNotBeNull(), findings).ShouldNotBeNull())];
        return (ScenarioValidator.Apply(Package.Value.System, Package.Value.Places, scenarios, horizon, findings).System, scenarios);
    }

    /// <summary>The certified run of scenarios, joined by +; none for the package as it stands.</summary>
    public static ScenarioRun Of(string names, DateOnly from, DateOnly to, TimeStep step) =>
        Kept.GetOrAdd(FormattableString.Invariant($"{names} {from:yyyy-MM-dd} {to:yyyy-MM-dd} {step}"), _ => new Lazy<ScenarioRun>(() => Run(names, new Horizon(from, to, step)))).Value;

    private static ScenarioRun Run(string names, Horizon horizon)
    {
        var findings = new FindingList();
        EnergySystem system = Apply(findings, new DateWindow(horizon.From, horizon.To), names.Split('+', StringSplitOptions.RemoveEmptyEntries)).System;
        findings.HasErrors.ShouldBeFalse(string.Join('\n', findings.Items));
        CompiledNetwork network = NetworkCompiler.Compile(system, horizon, findings).ShouldNotBeNull();
        DispatchResult result = DispatchStudy.Run(network, new DispatchSettings { Threads = 2 }, null, CancellationToken.None);
        DispatchCertificate certificate = DispatchCertifier.Check(system, result);
        certificate.Certified.ShouldBeTrue($"{names}: {string.Join('\n', certificate.Failures)}");
        return new ScenarioRun(result);
    }
}

/// <summary>Sums over a run; windows are periods whose first day lies in them.</summary>
internal sealed class ScenarioRun(DispatchResult result)
{
    private static readonly DateOnly First = new(1900, 1, 1), Last = new(2100, 1, 1);

    public double Cost => result.Objective;

    /// <summary>Net flow entering an arc, units of account; 0 where it is not in service.</summary>
    public double Flow(string arc, DateOnly? from = null, DateOnly? to = null)
    {
        int a = Index(result.Network.Arcs.Select(x => x.Id), arc);
        return a < 0 ? 0 : Sum(t => result.Arcs[a].Flow[0][t] - result.Arcs[a].Flow[1][t], from, to);
    }

    public double Delivered(string contract, DateOnly? from = null, DateOnly? to = null)
    {
        int c = Index(result.Network.Contracts.Select(x => x.Id), contract);
        return c < 0 ? 0 : Sum(t => result.Contracts[c].Delivered[t], from, to);
    }

    public double Settled(string channel, DateOnly from, DateOnly to)
    {
        int c = Index(result.Network.Channels.Select(x => x.Id), channel);
        return Sum(t => result.Channels[c].Used[t], from, to);
    }

    public double Served(string demand, DateOnly? from = null, DateOnly? to = null) => Sum(t => result.Demands[Demand(demand)].Served[t], from, to);

    public double Curtailed(string demand, DateOnly? from = null, DateOnly? to = null) => Sum(t => result.Demands[Demand(demand)].Curtailed[t], from, to);

    public double CurtailedAt(string node) => result.Network.Demands.Where(d => result.Network.Nodes[d.Node.Value].Id == node).Sum(d => Curtailed(d.Id));

    public double Helped(string measure)
    {
        int m = Index(result.Network.Measures.Select(x => x.Id), measure);
        return Sum(t => result.Measures[m][t], null, null);
    }

    /// <summary>Mean nodal price over days, money a unit of account.</summary>
    public double Price(string node, DateOnly? from = null, DateOnly? to = null)
    {
        int n = Index(result.Network.Nodes.Select(x => x.Id), node);
        return Sum(t => result.NodalPrice[n][t], from, to) / Sum(_ => 1, from, to);
    }

    private int Demand(string id)
    {
        int d = Index(result.Network.Demands.Select(x => x.Id), id);
        d.ShouldBeGreaterThanOrEqualTo(0, id);
        return d;
    }

    private double Sum(Func<int, double> rate, DateOnly? from, DateOnly? to)
    {
        double sum = 0;
        IReadOnlyList<Period> periods = result.Network.Horizon.Periods;
        for (int t = 0; t < periods.Count; t++)
        {
            DateOnly day = DateOnly.FromDateTime(periods[t].Start);
            if (day >= (from ?? First) && day < (to ?? Last))
                sum += rate(t) * periods[t].Days;
        }

        return sum;
    }

    private static int Index(IEnumerable<string> ids, string id) => ids.ToList().IndexOf(id);
}
