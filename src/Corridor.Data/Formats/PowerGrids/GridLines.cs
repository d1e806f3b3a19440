using Corridor.Data.Formats.Exchange;
using Corridor.Model.Network;
using Corridor.Model.PowerGrids;
using Corridor.Model.Units;

namespace Corridor.Data.Formats.PowerGrids;

/// <summary>Makes rows of <c>power_lines</c> of the branches and direct current lines of a grid.</summary>
internal sealed class GridLines(PowerGrid grid, string[] nodes, ForeignIds ids, PriceUnit price, string? source, FidelityReport fidelity)
{
    /// <summary>The lines and transformers.</summary>
    internal List<PowerLine> Branches()
    {
        var lines = new List<PowerLine>(grid.Branches.Count);
        foreach (GridBranch branch in grid.Branches)
            lines.Add(Line(branch));
        int count = grid.Branches.Count;
        (string Column, string Target)[] columns = [
            ("fbus", "from"), ("tbus", "to"), ("x", "reactance"), ("b", "charging"), ("rateA", "rating"), ("rateC", "emergency_rating"), ("ratio", "tap_ratio"),
            ("angle", "phase_shift"), ("status", "status"), ("angmin", "angle_min"), ("angmax", "angle_max")];
        foreach ((string column, string target) in columns)
            fidelity.Exact("branch", column, "power_lines." + target, count);
        return lines;
    }

    /// <summary>The direct current lines.</summary>
    internal List<PowerLine> DcLines()
    {
        var lines = new List<PowerLine>(grid.DcLines.Count);
        foreach (GridDcLine line in grid.DcLines)
            lines.Add(Line(line));
        int count = grid.DcLines.Count;
        foreach ((string column, string target) in (ReadOnlySpan<(string, string)>)[("fbus", "from"), ("tbus", "to"), ("status", "status")])
            fidelity.Exact("dcline", column, "power_lines." + target, count);
        foreach (string column in (ReadOnlySpan<string>)["Pf", "Qf", "Qt", "Vf", "Vt", "QminF", "QmaxF", "QminT", "QmaxT"])
            fidelity.Dropped("dcline", column, "A package has no such figure of a direct current line", null, count);
        return lines;
    }

    private PowerLine Line(GridBranch branch)
    {
        double voltage = GridScale.Voltage(grid, branch);
        double ohms = GridScale.Ohms(voltage, grid.BasePower);
        if (grid.Buses[branch.To].NominalVoltage <= 0.0)
            fidelity.Defaulted("bus", "baseKV", "power_lines.voltage", "The bus at the end of the branch states no nominal voltage; that of the other end, or else 1 kV, is taken", branch.Id);
        fidelity.Exact("branch", "r", "power_lines.resistance");
        if (branch.ShortTermRating != branch.Rating)
            fidelity.Dropped("branch", "rateB", "A package has no rating for short times", GridToPackage.Example(branch.Id, branch.ShortTermRating, branch.Place));
        else
            fidelity.Exact("branch", "rateB", "power_lines.rating");
        return new PowerLine
        {
            Id = ids.Take(branch.Id),
            From = nodes[branch.From],
            To = nodes[branch.To],
            Kind = PowerLineKind.Ac,
            Voltage = voltage,
            Reactance = branch.Reactance * ohms,
            Resistance = branch.Resistance * ohms,
            Charging = branch.Charging == 0.0 ? null : branch.Charging * grid.BasePower,
            TapRatio = branch.IsTransformer || branch.Tap != 1.0 ? branch.Tap : null,
            PhaseShift = branch.Shift == 0.0 ? null : branch.Shift,
            AngleMin = double.IsFinite(branch.AngleMin) ? branch.AngleMin : null,
            AngleMax = double.IsFinite(branch.AngleMax) ? branch.AngleMax : null,
            Rating = Power.FromMegawatts(GridScale.Bounded(branch.Rating)),
            EmergencyRating = branch.EmergencyRating == branch.Rating ? null : Power.FromMegawatts(GridScale.Bounded(branch.EmergencyRating)),
            Status = branch.InService ? AssetStatus.Operating : AssetStatus.Suspended,
            Source = source,
            Note = GridToPackage.Note(branch.Place),
        };
    }

    private PowerLine Line(GridDcLine line)
    {
        bool isExact = line.FlowMin <= 0.0 && line.FlowMax >= 0.0;
        if (isExact)
        {
            fidelity.Exact("dcline", "Pmin", "power_lines.reverse_rating");
            fidelity.Exact("dcline", "Pmax", "power_lines.rating");
        }
        else
        {
            fidelity.Approximated("dcline", "Pmin", "power_lines.rating, reverse_rating", "A flow that must not reach 0 may do so in a package", GridToPackage.Example(line.Id, line.FlowMin, line.Place));
        }

        double share = Math.Clamp(line.LossShare, 0.0, 1.0);
        if (share != line.LossShare)
            fidelity.Approximated("dcline", "loss1", "power_lines.loss_share", "A share of losses outside of 0 to 1 becomes the nearest of them", GridToPackage.Example(line.Id, line.LossShare, line.Place));
        else if (share != 0.0 && line.FlowMin < 0.0)
            fidelity.Approximated("dcline", "loss1", "power_lines.loss_share", "Losses of a backward flow are taken of what enters at the far end, where the grid takes them of the flow at the near end", GridToPackage.Example(line.Id, line.LossShare, line.Place));
        else
            fidelity.Exact("dcline", "loss1", "power_lines.loss_share");
        if (line.FixedLoss < 0.0)
            fidelity.Approximated("dcline", "loss0", "power_lines.fixed_loss", "A negative loss becomes 0", GridToPackage.Example(line.Id, line.FixedLoss, line.Place));
        else
            fidelity.Exact("dcline", "loss0", "power_lines.fixed_loss");
        return new PowerLine
        {
            Id = ids.Take(line.Id),
            From = nodes[line.From],
            To = nodes[line.To],
            Kind = PowerLineKind.Dc,
            Voltage = grid.Buses[line.To].NominalVoltage > 0.0 ? grid.Buses[line.To].NominalVoltage : null,
            Rating = Power.FromMegawatts(Math.Max(GridScale.Bounded(line.FlowMax), 0.0)),
            ReverseRating = Power.FromMegawatts(Math.Max(-GridScale.Bounded(line.FlowMin), 0.0)),
            FixedLoss = line.FixedLoss > 0.0 ? Power.FromMegawatts(line.FixedLoss) : null,
            LossShare = share > 0.0 ? share : null,
            Tariff = Tariff(line),
            PriceUnit = line.Cost is null ? null : price,
            Status = line.InService ? AssetStatus.Operating : AssetStatus.Suspended,
            Source = source,
            Note = GridToPackage.Note(line.Place),
        };
    }

    private UnitPrice? Tariff(GridDcLine line)
    {
        if (line.Cost is not { } cost)
            return null;
        UnitCosts costs = UnitCosts.Of(cost, line.FlowMin, Math.Max(GridScale.Bounded(line.FlowMax), 0.0));
        if (costs is { Hourly: 0.0, Slope: 0.0, Steps.Count: 0, Marginal: >= 0.0, Problem: null } && line.FlowMin >= 0.0)
        {
            fidelity.Exact("dclinecost", "cost", "power_lines.tariff");
            return new UnitPrice(costs.Marginal, price);
        }

        if (cost.Points is [{ Output: < 0.0 } first, (0.0, 0.0), { Output: > 0.0 } last] && IsCharge(first.Cost / -first.Output, last.Cost / last.Output))
        {
            fidelity.Exact("dclinecost", "cost", "power_lines.tariff");
            return new UnitPrice(last.Cost / last.Output, price);
        }

        fidelity.Approximated("dclinecost", "cost", "power_lines.tariff", "A charge for each MWh carried either way stands in for the cost of a direct current line", GridToPackage.Example(line.Id, null, line.Place));
        return new UnitPrice(Math.Max(costs.Marginal, 0.0), price);
    }

    /// <summary>Whether two slopes are those of one charge that is paid either way.</summary>
    private static bool IsCharge(double backward, double forward) => forward >= 0.0 && Math.Abs(backward - forward) <= 1e-12 * forward;
}
