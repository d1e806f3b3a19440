using System.Globalization;
using System.Text;
using Corridor.Data.Formats.Exchange;
using Corridor.Model.PowerGrids;

namespace Corridor.Data.Formats.Matpower;

/// <summary>Writes a power grid as a MATPOWER case of version 2; numbers read back are the same bits.</summary>
public sealed class MatpowerWriter
{
    private const double FullTurn = 360.0;
    private readonly PowerGrid _grid;
    private readonly FidelityReport _fidelity;
    private readonly int[] _numbers;
    private readonly StringBuilder _text = new();

    private MatpowerWriter(PowerGrid grid, FidelityReport fidelity)
    {
        _grid = grid;
        _fidelity = fidelity;
        _numbers = Numbers(grid);
    }

    /// <summary>The text of a case.</summary>
    /// <param name="grid">The grid.</param>
    /// <param name="name">Name of the case's function: a letter, then letters, digits and '_'.</param>
    /// <param name="busNames">Names of the buses, in their order; empty for none.</param>
    /// <param name="fidelity">Takes what the format cannot hold.</param>
    public static string Write(PowerGrid grid, string name, IReadOnlyList<string> busNames, FidelityReport fidelity)
    {
        ArgumentNullException.ThrowIfNull(grid);
        ArgumentNullException.ThrowIfNull(busNames);
        ArgumentNullException.ThrowIfNull(fidelity);
        return new MatpowerWriter(grid, fidelity).Case(FunctionName(name), busNames);
    }

    /// <summary>A name that MATLAB accepts for a function: at most 63 letters, digits and '_', beginning with a letter.</summary>
    /// <param name="name">Any text.</param>
    public static string FunctionName(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        var text = new StringBuilder(name.Length + 5);
        foreach (char c in name)
            text.Append(char.IsAsciiLetterOrDigit(c) ? c : '_');
        if (text.Length == 0 || !char.IsAsciiLetter(text[0]))
            text.Insert(0, "case_");
        return text.ToString(0, Math.Min(text.Length, 63));
    }

    private string Case(string name, IReadOnlyList<string> busNames)
    {
        _text.Append("function mpc = ").Append(name).Append('\n');
        _text.Append("mpc.version = '2';\nmpc.baseMVA = ").Append(Number(_grid.BasePower)).Append(";\n");
        Buses();
        Units();
        Costs("gencost", [.. _grid.Units.Select(u => u.Cost)]);
        Branches();
        if (_grid.DcLines.Count > 0)
        {
            DcLines();
            Costs("dclinecost", [.. _grid.DcLines.Select(l => l.Cost)]);
        }

        BusNames(busNames);
        return _text.ToString();
    }

    private void Buses()
    {
        Begin("bus", MatpowerColumns.Bus.AsSpan(0, MatpowerColumns.LeastBus));
        for (int i = 0; i < _grid.Buses.Count; i++)
        {
            GridBus bus = _grid.Buses[i];
            double type = bus.Control switch { BusControl.Voltage => 2, BusControl.Slack => 3, BusControl.Isolated => 4, _ => 1 };
            Row(_numbers[i], type, bus.ActiveDemand, bus.ReactiveDemand, bus.ShuntConductance, bus.ShuntSusceptance, Code("area", bus.Area, bus.Id), bus.Voltage, bus.Angle, bus.NominalVoltage, Code("zone", bus.Zone, bus.Id), bus.VoltageMax, bus.VoltageMin);
        }

        End();
        _fidelity.Exact("grid", "buses", "bus", _grid.Buses.Count);
        int placed = _grid.Buses.Count(b => b.Longitude is not null || b.Latitude is not null);
        _fidelity.Dropped("grid", "longitude, latitude", "A case has no places of buses", null, placed);
    }

    private void Units()
    {
        bool hasShares = _grid.Units.Any(u => u.Participation != 0.0);
        Begin("gen", MatpowerColumns.Gen.AsSpan(0, hasShares ? MatpowerColumns.Apf + 1 : MatpowerColumns.LeastGen));
        foreach (GridUnit unit in _grid.Units)
        {
            double[] row = [_numbers[unit.Bus], unit.ActivePower, unit.ReactivePower, unit.ReactiveMax, unit.ReactiveMin, unit.VoltageSetpoint, _grid.BasePower, unit.InService ? 1 : 0, unit.ActiveMax, unit.ActiveMin];
            Row(hasShares ? [.. row, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, unit.Participation] : row);
        }

        End();
        _fidelity.Exact("grid", "units", "gen", _grid.Units.Count);
    }

    private void Branches()
    {
        Begin("branch", MatpowerColumns.Branch.AsSpan(0, MatpowerColumns.AngMax + 1));
        foreach (GridBranch branch in _grid.Branches)
        {
            double least = Math.Max(branch.AngleMin, -FullTurn);
            double most = Math.Min(branch.AngleMax, FullTurn);
            if (least == 0.0 && most == 0.0)
                _fidelity.Approximated("grid", "angle limits", "branch.angmin, angmax", "Limits of 0 both mean none in a case", branch.Id);
            if (!branch.IsTransformer && branch.Tap != 1.0)
                _fidelity.Approximated("grid", "transformer", "branch.ratio", "A line with a ratio becomes a transformer", branch.Id);
            double ratio = branch.IsTransformer || branch.Tap != 1.0 ? branch.Tap : 0.0;
            Row(_numbers[branch.From], _numbers[branch.To], branch.Resistance, branch.Reactance, branch.Charging, Rating(branch, branch.Rating), Rating(branch, branch.ShortTermRating), Rating(branch, branch.EmergencyRating), ratio, branch.Shift, branch.InService ? 1 : 0, least, most);
        }

        End();
        _fidelity.Exact("grid", "branches", "branch", _grid.Branches.Count);
    }

    private void DcLines()
    {
        Begin("dcline", MatpowerColumns.DcLine.AsSpan(0, MatpowerColumns.LeastDcLine));
        foreach (GridDcLine line in _grid.DcLines)
        {
            if (!DcLineLimit.IsKept(line.FlowMin, line.FixedLoss, line.LossShare) || !DcLineLimit.IsKept(line.FlowMax, line.FixedLoss, line.LossShare))
                _fidelity.Approximated("grid", "limits of direct current lines", "dcline.Pmin, Pmax", "A negative limit is one of the power that arrives in a case; the loss equation rounds", line.Id);
            double arrives = line.Flow - line.FixedLoss - (line.LossShare * line.Flow);
            Row(_numbers[line.From], _numbers[line.To], line.InService ? 1 : 0, line.Flow, arrives, line.ReactiveFrom, line.ReactiveTo, line.VoltageFrom, line.VoltageTo, DcLineLimit.OfFrom(line.FlowMin, line.FixedLoss, line.LossShare), DcLineLimit.OfFrom(line.FlowMax, line.FixedLoss, line.LossShare), line.ReactiveFromLimits.Min, line.ReactiveFromLimits.Max, line.ReactiveToLimits.Min, line.ReactiveToLimits.Max, line.FixedLoss, line.LossShare);
        }

        End();
        _fidelity.Exact("grid", "direct current lines", "dcline", _grid.DcLines.Count);
    }

    private void Costs(string table, IReadOnlyList<GridCost?> costs)
    {
        if (costs.All(c => c is null))
            return;
        int width = costs.Max(c => c?.Points is { } points ? 2 * points.Count : Math.Max(c?.Polynomial?.Count ?? 0, 2));
        Begin(table, MatpowerColumns.Cost);
        foreach (GridCost? cost in costs)
        {
            var row = new double[MatpowerColumns.CostFirst + width];
            row[MatpowerColumns.CostModel] = cost?.Points is null ? 2 : 1;
            row[MatpowerColumns.StartUp] = cost?.StartUp ?? 0.0;
            row[MatpowerColumns.ShutDown] = cost?.ShutDown ?? 0.0;
            Figures(row, cost);
            Row(row);
        }

        End();
        int open = costs.Count(c => c is null);
        _fidelity.Exact("grid", "costs", table, costs.Count - open);
        _fidelity.Defaulted("grid", "costs", table, "No cost becomes a cost of 0", null, open);
    }

    private static void Figures(double[] row, GridCost? cost)
    {
        if (cost?.Points is { } points)
        {
            row[MatpowerColumns.CostCount] = points.Count;
            for (int k = 0; k < points.Count; k++)
                (row[MatpowerColumns.CostFirst + (2 * k)], row[MatpowerColumns.CostFirst + (2 * k) + 1]) = points[k];
            return;
        }

        IReadOnlyList<double> polynomial = cost?.Polynomial ?? [0.0, 0.0];
        row[MatpowerColumns.CostCount] = polynomial.Count;
        for (int k = 0; k < polynomial.Count; k++)
            row[MatpowerColumns.CostFirst + k] = polynomial[polynomial.Count - 1 - k];
    }

    private void BusNames(IReadOnlyList<string> names)
    {
        if (names.Count != _grid.Buses.Count || names.Count == 0)
            return;
        _text.Append("\nmpc.bus_name = {\n");
        foreach (string name in names)
        {
            _text.Append("\t'");
            foreach (char c in name)
                _text.Append(c == '\'' ? "''" : char.IsControl(c) ? " " : c.ToString());
            _text.Append("';\n");
        }

        _text.Append("};\n");
    }

    private double Rating(GridBranch branch, double rating)
    {
        if (rating == 0.0)
            _fidelity.Approximated("grid", "rating", "branch.rateA", "A rating of 0 means none in a case; a millionth of 1 MVA is written", branch.Id);
        return rating == 0.0 ? 1e-6 : double.IsFinite(rating) ? rating : 0.0;
    }

    private double Code(string column, string? text, string bus)
    {
        if (text is null)
        {
            _fidelity.Defaulted("grid", column, "bus." + column, "1 is written where the grid names none");
            return 1.0;
        }

        if (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double number) && double.IsFinite(number) && Number(number) == text)
            return number;
        _fidelity.Approximated("grid", column, "bus." + column, "A name becomes 1: a case numbers them", bus + " = " + text);
        return 1.0;
    }

    private void Begin(string table, ReadOnlySpan<string> columns)
    {
        _text.Append("\n%\t").Append(string.Join('\t', columns)).Append("\nmpc.").Append(table).Append(" = [\n");
    }

    private void End() => _text.Append("];\n");

    private void Row(params double[] figures)
    {
        foreach (double figure in figures)
            _text.Append('\t').Append(Number(figure));
        _text.Append(";\n");
    }

    private static string Number(double value) =>
        double.IsPositiveInfinity(value) ? "Inf" : double.IsNegativeInfinity(value) ? "-Inf" : value.ToString("R", CultureInfo.InvariantCulture);

    /// <summary>The ids as numbers where all of them are, else 1, 2, 3 …</summary>
    private static int[] Numbers(PowerGrid grid)
    {
        var numbers = new int[grid.Buses.Count];
        var taken = new HashSet<int>();
        for (int i = 0; i < numbers.Length; i++)
        {
            string id = grid.Buses[i].Id;
            if (!int.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out numbers[i]) || numbers[i] < 1 || id[0] == '0' || !taken.Add(numbers[i]))
                return [.. Enumerable.Range(1, numbers.Length)];
        }

        return numbers;
    }
}
