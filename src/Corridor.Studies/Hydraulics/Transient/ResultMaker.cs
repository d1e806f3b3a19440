using System.Globalization;
using Corridor.Model.Hydraulics;

namespace Corridor.Studies.Hydraulics.Transient;

/// <summary>Puts the result of a run together.</summary>
internal sealed class ResultMaker(TransientModel model, BoundaryDriver boundary, SurvivalMonitor monitor, TransientLedger ledger, TransientRecorder recorder)
{
    internal TransientResult Make(
        TransientStatus status,
        double time,
        List<TransientIncident> incidents,
        List<HydraulicComplaint> complaints,
        int rejected)
    {
        var nodes = new List<NodeOutcome>();
        for (int i = 0; i < model.Network.Nodes.Count; i++)
        {
            double survival = monitor.SurvivalTime[i];
            nodes.Add(new NodeOutcome(
                i,
                ledger.LowestPressure[i],
                ledger.TimeOfLowest[i],
                ledger.Entered[i],
                ledger.Delivered[i],
                ledger.Unserved[i],
                ledger.Shed[i],
                double.IsNaN(survival) ? null : survival,
                double.IsNaN(survival) ? ledger.Delivered[i] : monitor.DeliveredUntilThen[i]));
        }

        var balance = new MassBalance(
            recorder.InitialLinepack, recorder.Linepack(), ledger.Entered.Sum(), ledger.Delivered.Sum(), ledger.Lost.Sum());
        TransientCertificate certificate = Certify(balance);
        if (status == TransientStatus.Completed && !certificate.Holds)
        {
            status = TransientStatus.Failed;
            complaints.Insert(0, new HydraulicComplaint(
                ComplaintKind.NotConverged,
                -1,
                -1,
                string.Create(CultureInfo.InvariantCulture, $"The run does not stand its check: mass balance {certificate.MassError:E1}, residual {certificate.Residual:E1}, lowest pressure {certificate.LowestPressure:E3} Pa."),
                true));
        }

        new LimitCheck(model, ledger, complaints).Run();
        return new TransientResult
        {
            Network = model.Network,
            Status = status,
            Certificate = certificate,
            Times = recorder.Times,
            Pressures = recorder.Pressures,
            Injections = recorder.Injections,
            FlowsIn = recorder.FlowsIn,
            FlowsOut = recorder.FlowsOut,
            Linepacks = recorder.Linepacks,
            TotalLinepack = recorder.Totals,
            Balance = balance,
            Nodes = nodes,
            Regions = Regions(nodes),
            StorageLevels = [.. boundary.Level],
            Incidents = incidents,
            Initial = recorder.Initial,
            Final = recorder.Profiles(_ => true),
            Steps = new StepStatistics(
                ledger.Accepted,
                rejected,
                model.Solver.Iterations,
                ledger.Accepted == 0 ? 0.0 : ledger.Shortest,
                ledger.Longest,
                ledger.Residual),
            Complaints = complaints,
        };
    }

    private TransientCertificate Certify(MassBalance balance)
    {
        double first = recorder.InitialExact;
        double last = recorder.ExactLinepack();
        double mass = (balance with { InitialLinepack = first, FinalLinepack = last }).RelativeError;
        double lowest = double.PositiveInfinity;
        foreach (double pressure in model.Pipes.Pressure)
            lowest = Math.Min(lowest, pressure);
        for (int i = 0; i < model.Network.Nodes.Count; i++)
            lowest = Math.Min(lowest, Math.Min(ledger.LowestPressure[i], model.Nodes.Pressure[i]));
        return new TransientCertificate(mass, ledger.Residual, lowest);
    }

    private List<RegionSurvival> Regions(List<NodeOutcome> nodes)
    {
        double first = model.Schedule.Events.Count == 0 ? double.NaN : model.Schedule.Events.Min(happening => happening.Time);
        var regions = new List<RegionSurvival>();
        var groups = nodes
            .Where(outcome => model.Network.Nodes[outcome.Node] is { IsProtected: true, InService: true })
            .GroupBy(outcome => model.Network.Nodes[outcome.Node].Region ?? string.Empty)
            .OrderBy(group => group.Key, StringComparer.Ordinal);
        foreach (IGrouping<string, NodeOutcome> group in groups)
        {
            NodeOutcome? worst = group.Where(outcome => outcome.SurvivalTime is not null).MinBy(outcome => outcome.SurvivalTime);
            double? time = worst?.SurvivalTime;
            regions.Add(new RegionSurvival(
                group.Key,
                time,
                worst?.Node ?? -1,
                time is { } failure && failure >= first ? failure - first : null,
                group.Sum(outcome => outcome.DeliveredUntilThen),
                group.Sum(outcome => outcome.Unserved),
                time < first));
        }

        return regions;
    }
}
