using System.Globalization;
using Corridor.Model.Findings;
using Corridor.Model.PowerGrids;

namespace Corridor.Data.Formats.Matpower;

/// <summary>Makes a power grid of a case: row by row, with MATPOWER's meaning of zeros (tap 0 is 1, rating 0 is none, both angle limits 0 are none).</summary>
internal sealed class MatpowerGrid
{
    private const double FullTurn = 360.0;
    private readonly MatpowerCase _case;
    private readonly MatpowerFigures _figures;
    private readonly FindingList _findings;
    private readonly Dictionary<double, int> _buses = [];
    private readonly Dictionary<double, string> _numbers = [];

    private MatpowerGrid(MatpowerCase mpc, FindingList findings)
    {
        _case = mpc;
        _findings = findings;
        _figures = new MatpowerFigures(findings);
    }

    /// <summary>Makes the grid; null where a finding of severity error stands in its way.</summary>
    internal static PowerGrid? Make(MatpowerCase mpc, FindingList findings)
    {
        int before = findings.Errors;
        PowerGrid grid = new MatpowerGrid(mpc, findings).Read();
        return findings.Errors > before ? null : grid;
    }

    private PowerGrid Read()
    {
        if (_case.Bus.Rows == 0)
            _findings.Add(FormatFindings.Empty.At("bus", new SourcePlace(_case.File), "The case has no buses."));
        List<GridBus> buses = Buses();
        List<GridUnit> units = Units(buses);
        List<GridBranch> branches = Branches(buses);
        List<GridDcLine> lines = DcLines(buses);
        Reference(buses, units);
        return new PowerGrid { Name = _case.Name, BasePower = _case.BaseMva, Buses = buses, Branches = branches, Units = units, DcLines = lines };
    }

    private List<GridBus> Buses()
    {
        MatpowerTable table = _case.Bus;
        var buses = new List<GridBus>(table.Rows);
        for (int i = 0; i < table.Rows; i++)
        {
            double number = table[i, MatpowerColumns.BusNumber];
            if (!(number >= 1.0 && number <= int.MaxValue) || number != Math.Floor(number))
                _figures.Report(FormatFindings.OutOfRange, table, i, MatpowerColumns.BusNumber, "The number of a bus must be a positive whole number.");
            else if (!_buses.TryAdd(number, i))
                _figures.Report(FormatFindings.DuplicateId, table, i, MatpowerColumns.BusNumber, $"The bus {Number(number)} stands twice, first at {table.Place(_buses[number])}.");
            double type = table[i, MatpowerColumns.BusType];
            if (type is not (1.0 or 2.0 or 3.0 or 4.0))
                _figures.Report(FormatFindings.OutOfRange, table, i, MatpowerColumns.BusType, "The type of a bus must be 1 (load), 2 (voltage), 3 (reference) or 4 (isolated).");
            double most = _figures.Limit(table, i, MatpowerColumns.Vmax, double.PositiveInfinity);
            double least = Math.Max(0.0, _figures.Limit(table, i, MatpowerColumns.Vmin, 0.0));
            if (double.IsPositiveInfinity(least))
                _figures.Report(FormatFindings.NotFinite, table, i, MatpowerColumns.Vmin, "The least voltage must be a finite number.");
            else if (most < least)
                _figures.Report(FormatFindings.Contradiction, table, i, MatpowerColumns.Vmax, "The greatest voltage is below the least.");
            double voltage = _figures.Finite(table, i, MatpowerColumns.Vm);
            if (voltage <= 0.0)
            {
                if (voltage < 0.0 || type != 4.0)
                    _figures.Report(FormatFindings.OutOfRange, table, i, MatpowerColumns.Vm, "The voltage must be positive.");
                voltage = 1.0;
            }

            buses.Add(new GridBus
            {
                Id = Number(number),
                Control = type switch { 2.0 => BusControl.Voltage, 3.0 => BusControl.Slack, 4.0 => BusControl.Isolated, _ => BusControl.Load },
                ActiveDemand = _figures.Finite(table, i, MatpowerColumns.Pd),
                ReactiveDemand = _figures.Finite(table, i, MatpowerColumns.Qd),
                ShuntConductance = _figures.Finite(table, i, MatpowerColumns.Gs),
                ShuntSusceptance = _figures.Finite(table, i, MatpowerColumns.Bs),
                Area = Number(_figures.Finite(table, i, MatpowerColumns.Area)),
                Voltage = voltage,
                Angle = _figures.Finite(table, i, MatpowerColumns.Va),
                NominalVoltage = _figures.NotNegative(table, i, MatpowerColumns.BaseKv),
                Zone = Number(_figures.Finite(table, i, MatpowerColumns.Zone)),
                VoltageMax = most,
                VoltageMin = least,
                Place = table.Place(i),
            });
        }

        return buses;
    }

    private List<GridUnit> Units(List<GridBus> buses)
    {
        MatpowerTable table = _case.Gen;
        var costs = new MatpowerCosts(_case, _figures, _findings);
        IReadOnlyList<GridCost?> ofUnits = costs.OfUnits();
        var units = new List<GridUnit>(table.Rows);
        var parallels = new Dictionary<int, int>();
        for (int i = 0; i < table.Rows; i++)
        {
            bool isIn = _figures.Finite(table, i, MatpowerColumns.GenStatus) > 0.0;
            if (Bus(table, i, MatpowerColumns.GenBus, isIn) is not { } bus)
                continue;
            (double least, double most) = _figures.Bounds(table, i, MatpowerColumns.Pmin, MatpowerColumns.Pmax, isIn);
            (double reactiveLeast, double reactiveMost) = _figures.Bounds(table, i, MatpowerColumns.Qmin, MatpowerColumns.Qmax, isIn);
            int k = parallels[bus] = parallels.GetValueOrDefault(bus) + 1;
            units.Add(new GridUnit
            {
                Id = string.Create(CultureInfo.InvariantCulture, $"gen-{buses[bus].Id}-{k}"),
                Bus = bus,
                ActivePower = _figures.Finite(table, i, MatpowerColumns.Pg),
                ReactivePower = _figures.Finite(table, i, MatpowerColumns.Qg),
                ReactiveMax = reactiveMost,
                ReactiveMin = reactiveLeast,
                VoltageSetpoint = isIn ? _figures.Positive(table, i, MatpowerColumns.Vg) : _figures.Finite(table, i, MatpowerColumns.Vg),
                InService = isIn,
                ActiveMax = most,
                ActiveMin = least,
                Participation = table.Columns > MatpowerColumns.Apf ? _figures.NotNegative(table, i, MatpowerColumns.Apf) : 0.0,
                Cost = i < ofUnits.Count ? ofUnits[i] : null,
                Place = table.Place(i),
            });
        }

        return units;
    }

    private List<GridBranch> Branches(List<GridBus> buses)
    {
        MatpowerTable table = _case.Branch;
        var branches = new List<GridBranch>(table.Rows);
        var parallels = new Dictionary<(int From, int To), int>();
        for (int i = 0; i < table.Rows; i++)
        {
            bool isIn = _figures.Finite(table, i, MatpowerColumns.BranchStatus) != 0.0;
            if (Ends(table, i, isIn) is not { } ends)
                continue;
            double resistance = _figures.Finite(table, i, MatpowerColumns.R);
            double reactance = _figures.Finite(table, i, MatpowerColumns.X);
            if (isIn && resistance == 0.0 && reactance == 0.0)
                _figures.Report(FormatFindings.OutOfRange, table, i, MatpowerColumns.X, "A branch in service needs a resistance or a reactance other than 0.");
            double ratio = _figures.NotNegative(table, i, MatpowerColumns.Ratio);
            double least = table.Get(i, MatpowerColumns.AngMin, -FullTurn);
            double most = table.Get(i, MatpowerColumns.AngMax, FullTurn);
            bool isFree = least == 0.0 && most == 0.0;
            if (double.IsNaN(least) || double.IsNaN(most))
                _figures.Report(FormatFindings.NotFinite, table, i, double.IsNaN(least) ? MatpowerColumns.AngMin : MatpowerColumns.AngMax, "A limit of the angles is not a number.");
            else if (isIn && least > most)
                _figures.Report(FormatFindings.Contradiction, table, i, MatpowerColumns.AngMin, "The least difference of the angles is above the greatest.");
            int k = parallels[ends] = parallels.GetValueOrDefault(ends) + 1;
            branches.Add(new GridBranch
            {
                Id = string.Create(CultureInfo.InvariantCulture, $"{buses[ends.From].Id}-{buses[ends.To].Id}-{k}"),
                From = ends.From,
                To = ends.To,
                Resistance = resistance,
                Reactance = reactance,
                Charging = _figures.Finite(table, i, MatpowerColumns.B),
                Rating = _figures.Rating(table, i, MatpowerColumns.RateA),
                ShortTermRating = _figures.Rating(table, i, MatpowerColumns.RateB),
                EmergencyRating = _figures.Rating(table, i, MatpowerColumns.RateC),
                Tap = ratio == 0.0 ? 1.0 : ratio,
                IsTransformer = ratio != 0.0,
                Shift = _figures.Finite(table, i, MatpowerColumns.Angle),
                InService = isIn,
                AngleMin = isFree || least <= -FullTurn ? double.NegativeInfinity : least,
                AngleMax = isFree || most >= FullTurn ? double.PositiveInfinity : most,
                Place = table.Place(i),
            });
        }

        return branches;
    }

    private List<GridDcLine> DcLines(List<GridBus> buses)
    {
        if (_case.DcLine is not { } table)
            return [];
        var lines = new List<GridDcLine>(table.Rows);
        IReadOnlyList<GridCost?> costs = new MatpowerCosts(_case, _figures, _findings).OfDcLines();
        var parallels = new Dictionary<(int From, int To), int>();
        for (int i = 0; i < table.Rows; i++)
        {
            bool isIn = _figures.Finite(table, i, MatpowerColumns.DcStatus) > 0.0;
            if (Ends(table, i, isIn) is not { } ends)
                continue;
            (double least, double most) = _figures.Bounds(table, i, MatpowerColumns.DcPmin, MatpowerColumns.DcPmax, isIn);
            double fixedLoss = _figures.Finite(table, i, MatpowerColumns.Loss0);
            double lossShare = _figures.Finite(table, i, MatpowerColumns.Loss1);
            int k = parallels[ends] = parallels.GetValueOrDefault(ends) + 1;
            lines.Add(new GridDcLine
            {
                Id = string.Create(CultureInfo.InvariantCulture, $"dc-{buses[ends.From].Id}-{buses[ends.To].Id}-{k}"),
                From = ends.From,
                To = ends.To,
                InService = isIn,
                Flow = _figures.Finite(table, i, MatpowerColumns.DcPf),
                ReactiveFrom = _figures.Finite(table, i, MatpowerColumns.DcQf),
                ReactiveTo = _figures.Finite(table, i, MatpowerColumns.DcQt),
                VoltageFrom = _figures.Finite(table, i, MatpowerColumns.DcVf),
                VoltageTo = _figures.Finite(table, i, MatpowerColumns.DcVt),
                FlowMin = DcLineLimit.ToFrom(least, fixedLoss, lossShare),
                FlowMax = DcLineLimit.ToFrom(most, fixedLoss, lossShare),
                ReactiveFromLimits = _figures.Bounds(table, i, MatpowerColumns.DcQminF, MatpowerColumns.DcQmaxF, isIn),
                ReactiveToLimits = _figures.Bounds(table, i, MatpowerColumns.DcQminT, MatpowerColumns.DcQmaxT, isIn),
                FixedLoss = fixedLoss,
                LossShare = lossShare,
                Cost = i < costs.Count ? costs[i] : null,
                Place = table.Place(i),
            });
        }

        return lines;
    }

    /// <summary>Takes the bus of the largest unit in service as reference where the file names none.</summary>
    private void Reference(List<GridBus> buses, List<GridUnit> units)
    {
        if (buses.Count == 0 || buses.Exists(b => b.Control == BusControl.Slack))
            return;
        GridUnit? largest = null;
        foreach (GridUnit unit in units)
        {
            if (unit.InService && buses[unit.Bus].Control != BusControl.Isolated && (largest is null || unit.ActiveMax > largest.ActiveMax))
                largest = unit;
        }

        var place = new SourcePlace(_case.File);
        if (largest is null)
        {
            _findings.Add(FormatFindings.Missing.At("bus", place, "The case has no reference bus (type 3), and no unit in service at whose bus one could be taken."));
            return;
        }

        buses[largest.Bus] = buses[largest.Bus] with { Control = BusControl.Slack };
        _findings.Add(FormatFindings.Assumption.At("bus", place, $"The case has no reference bus (type 3); bus {buses[largest.Bus].Id}, that of the largest unit in service, is taken.", "Set the type of one bus to 3."));
    }

    private (int From, int To)? Ends(MatpowerTable table, int row, bool isIn)
    {
        int? from = Bus(table, row, MatpowerColumns.From, isIn);
        int? to = Bus(table, row, MatpowerColumns.To, isIn);
        if (from is null || to is null)
            return null;
        if (from == to)
            _figures.Report(FormatFindings.Contradiction, table, row, MatpowerColumns.To, "The row connects a bus with itself.");
        return (from.Value, to.Value);
    }

    private int? Bus(MatpowerTable table, int row, int column, bool isIn)
    {
        double number = table[row, column];
        if (_buses.TryGetValue(number, out int bus))
            return bus;
        _figures.Report(isIn ? FormatFindings.UnknownId : FormatFindings.Unused, table, row, column, $"There is no bus {Number(number)}{(isIn ? "" : "; the row, out of service, is left out")}.");
        return null;
    }

    /// <summary>A number as text; areas and zones recur, so that they share theirs.</summary>
    private string Number(double value)
    {
        if (!_numbers.TryGetValue(value, out string? text))
            _numbers.Add(value, text = value.ToString(CultureInfo.InvariantCulture));
        return text;
    }
}
