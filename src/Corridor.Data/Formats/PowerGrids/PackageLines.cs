using Corridor.Data.Formats.Exchange;
using Corridor.Model;
using Corridor.Model.Findings;
using Corridor.Model.Network;
using Corridor.Model.PowerGrids;

namespace Corridor.Data.Formats.PowerGrids;

/// <summary>Makes branches and direct current lines of a package's power lines between electricity nodes.</summary>
internal sealed class PackageLines(EnergySystem system, PackageGridOptions options, Dictionary<string, int> buses, Func<AssetStatus, DateOnly?, DateOnly?, bool> isInService, PackagePrices prices, FidelityReport fidelity, FindingList findings)
{
    private readonly Dictionary<string, PowerNode> _nodes = system.PowerNodes.DistinctBy(n => n.Node).ToDictionary(n => n.Node, StringComparer.Ordinal);

    /// <summary>Alternating current lines and transformers.</summary>
    internal List<GridBranch> Branches()
    {
        var branches = new List<GridBranch>(system.PowerLines.Count);
        foreach (PowerLine row in system.PowerLines)
        {
            if (row.Kind == PowerLineKind.Ac && Ends(row) is { } ends && Branch(row, ends.From, ends.To) is { } branch)
                branches.Add(branch);
        }

        return branches;
    }

    /// <summary>Direct current lines; those of a meshed grid without control too, as if they were controlled.</summary>
    internal List<GridDcLine> DcLines()
    {
        var lines = new List<GridDcLine>();
        foreach (PowerLine row in system.PowerLines)
        {
            if (row.Kind == PowerLineKind.Ac || Ends(row) is not { } ends)
                continue;
            if (row.Kind == PowerLineKind.DcMeshed)
                fidelity.Approximated("power_lines", "kind", "dcline", "A direct current line without control becomes one with it", row.Id);
            double most = GridScale.Unbounded(row.Rating.InMegawatts());
            double back = row.ReverseRating is { } reverse ? GridScale.Unbounded(reverse.InMegawatts()) : most;
            if (row.LossShare > 0.0 && back > 0.0)
                fidelity.Approximated("power_lines", "loss_share", "dcline.loss1", "Losses of a backward flow are taken of the flow at the near end", row.Id);
            lines.Add(new GridDcLine
            {
                Id = row.Id,
                From = ends.From,
                To = ends.To,
                FlowMax = most,
                FlowMin = back == 0.0 ? 0.0 : -back,
                FixedLoss = row.FixedLoss?.InMegawatts() ?? 0.0,
                LossShare = row.LossShare ?? 0.0,
                Cost = Cost(row, most, back),
                InService = isInService(row.Status, row.Start, row.End),
            });
            fidelity.Exact("power_lines", "rating", "dcline.Pmax, Pmin");
        }

        fidelity.Defaulted("power_lines", "kind", "dcline.Pf, Vf, Vt", "A package does not say what a direct current line does in a power flow: flow 0, voltages 1, no reactive limits", null, lines.Count);
        return lines;
    }

    private (int From, int To)? Ends(PowerLine row) =>
        buses.TryGetValue(row.From, out int from) && buses.TryGetValue(row.To, out int to) ? (from, to) : null;

    private GridBranch? Branch(PowerLine row, int from, int to)
    {
        double voltage = row.Voltage > 0.0 ? row.Voltage.Value : Nominal(row.To) ?? Nominal(row.From) ?? 0.0;
        bool isIn = isInService(row.Status, row.Start, row.End);
        double reactance = row.Reactance ?? 0.0;
        double resistance = row.Resistance ?? 0.0;
        if (voltage <= 0.0 || (reactance == 0.0 && resistance == 0.0))
        {
            if (isIn)
                findings.Add(FormatFindings.Missing.At("power_lines " + row.Id, SourcePlace.None, $"The line has no {(voltage <= 0.0 ? "voltage" : "reactance")}, without which its flow is not known.", "State voltage and reactance, or make it a dc line."));
            else
                fidelity.Dropped("power_lines", "reactance", "A line out of service without voltage or reactance is left out", row.Id);
            return null;
        }

        double ohms = GridScale.Ohms(voltage, options.BasePower);
        double rating = GridScale.Unbounded(row.Rating.InMegawatts());
        if (row.ReverseRating is { } reverse && reverse != row.Rating)
            fidelity.Approximated("power_lines", "reverse_rating", "branch.rateA", "A branch has one rating for both directions; the forward one is taken", row.Id);
        if (row.Tariff is not null)
            fidelity.Dropped("power_lines", "tariff", "A branch has no cost", row.Id);
        fidelity.Exact("power_lines", "reactance", "branch.x");
        return new GridBranch
        {
            Id = row.Id,
            From = from,
            To = to,
            Resistance = resistance / ohms,
            Reactance = reactance / ohms,
            Charging = (row.Charging ?? 0.0) / options.BasePower,
            Tap = row.TapRatio > 0.0 ? row.TapRatio.Value : 1.0,
            IsTransformer = row.TapRatio > 0.0,
            Shift = row.PhaseShift ?? 0.0,
            Rating = rating,
            ShortTermRating = rating,
            EmergencyRating = row.EmergencyRating is { } emergency ? GridScale.Unbounded(emergency.InMegawatts()) : rating,
            AngleMin = row.AngleMin ?? double.NegativeInfinity,
            AngleMax = row.AngleMax ?? double.PositiveInfinity,
            InService = isIn,
        };
    }

    private double? Nominal(string node) => _nodes.TryGetValue(node, out PowerNode? row) && row.NominalVoltage > 0.0 ? row.NominalVoltage : null;

    /// <summary>The tariff as a cost of the flow; where the flow may turn, two straight lines that meet at 0, for a charge is paid either way.</summary>
    private GridCost? Cost(PowerLine row, double most, double back)
    {
        if (row.Tariff is not { } tariff)
            return null;
        double value = prices.Of(tariff, "power_lines", "tariff", row.Id, "dclinecost", row.Length);
        if (back <= 0.0 || value == 0.0)
            return new GridCost { Polynomial = [0.0, value] };
        double first = GridScale.Bounded(back), last = Math.Max(GridScale.Bounded(most), 1.0);
        return new GridCost { Points = [(-first, first * value), (0.0, 0.0), (last, last * value)] };
    }
}
