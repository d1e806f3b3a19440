using Corridor.Model.Contracts;
using Corridor.Model.Network;
using Corridor.Model.Time;
using Corridor.Model.Units;

namespace Corridor.Studies.Compilation;

/// <summary>Compiles pipelines, power lines and transports, with fees and interconnections.</summary>
internal sealed class ArcCompiler
{
    /// <summary>GWh in a day of one MW.</summary>
    public const double GigawattHoursPerMegawattDay = 0.024;

    private static readonly AmountUnit MegawattHour = AmountUnit.Parse("MWh");

    private const double RadiansPerDegree = Math.PI / 180;

    private readonly CompilationContext _context;
    private readonly ILookup<string, TransitFee> _fees;
    private readonly ILookup<string, Interconnection> _interconnections;
    private readonly List<CompiledArc> _arcs = [];
    private readonly Dictionary<string, int> _fleetIndex = [];

    private ArcCompiler(CompilationContext context)
    {
        _context = context;
        _fees = context.System.TransitFees.ToLookup(f => f.Arc);
        _interconnections = context.System.Interconnections.ToLookup(i => i.Arc);
    }

    /// <summary>The arcs and fleets that can carry anything within the horizon.</summary>
    public static (List<CompiledArc> Arcs, List<CompiledFleet> Fleets) Compile(CompilationContext context)
    {
        var compiler = new ArcCompiler(context);
        List<CompiledFleet> fleets = compiler.Fleets();
        foreach (Pipeline row in context.System.Pipelines)
            compiler.Add(row);
        foreach (PowerLine row in context.System.PowerLines)
            compiler.Add(row);
        foreach (Transport row in context.System.Transports)
            compiler.Add(row);
        return (compiler._arcs, fleets);
    }

    private void Add(Pipeline row)
    {
        const string table = "pipelines";
        NodeIndex from = _context.Node(table, row.Id, row.From);
        CarrierBasis basis = _context.BasisOf(from);
        double[] availability = _context.Availability(table, row.Id, row.Status, row.Start, row.End);
        double? length = row.Length?.InKilometres();
        Keep(table, new CompiledArc
        {
            Id = row.Id,
            Kind = ArcKind.Pipeline,
            From = from,
            To = _context.Node(table, row.Id, row.To),
            Capacity =
            [
                Limited(row.Id, 0, basis, CompilationContext.Times(_context.Rates(table, row.Id, "capacity", row.Capacity, basis), availability)),
                Limited(row.Id, 1, basis, CompilationContext.Times(_context.Rates(table, row.Id, "reverse_capacity", row.ReverseCapacity, basis, 0), availability)),
            ],
            Limit = Limits(row.Id, basis),
            Cost = Costs(table, row.Id, "tariff", row.Tariff, basis, length),
            Levy = [_context.Sampler.Constant(0), _context.Sampler.Constant(0)],
            Loss = row.FuelShare ?? 0,
            Access = row.Access,
        });
    }

    private void Add(PowerLine row)
    {
        const string table = "power_lines";
        NodeIndex from = _context.Node(table, row.Id, row.From);
        CarrierBasis basis = _context.BasisOf(from);
        double[] availability = _context.Availability(table, row.Id, row.Status, row.Start, row.End);
        double perMegawatt = PerMegawattDay(_context, row.Id, basis);
        double[] Rating(string column, Power power) => CompilationContext.Times(
            _context.Sampler.Figure(_context.Dated.Find(table, row.Id, column), power.InMegawatts(), _ => perMegawatt), availability);
        (ArcKind kind, double susceptance) = Law(row, perMegawatt);
        bool free = kind == ArcKind.DcLine;
        double[] forward = Rating("rating", row.Rating);
        double[] backward = row.ReverseRating is { } reverse ? Rating("reverse_rating", reverse) : Rating("rating", row.Rating);
        bool angles = kind == ArcKind.AcLine;
        if (!angles && (row.AngleMin ?? row.AngleMax ?? row.PhaseShift ?? row.TapRatio) is not null)
            _context.NoEffect(table, row.Id, "Its tap_ratio, phase_shift and limits of angles are not used: its flow follows no angles.");
        Keep(table, new CompiledArc
        {
            Id = row.Id,
            Kind = kind,
            From = from,
            To = _context.Node(table, row.Id, row.To),
            Capacity = [Limited(row.Id, 0, basis, forward), Limited(row.Id, 1, basis, backward)],
            Limit = Limits(row.Id, basis),
            Cost = Costs(table, row.Id, "tariff", row.Tariff, basis, row.Length?.InKilometres()),
            Levy = [_context.Sampler.Constant(0), _context.Sampler.Constant(0)],
            Loss = free ? row.LossShare ?? 0 : 0,
            FixedLoss = free ? FixedLoss(row, perMegawatt) : null,
            Susceptance = susceptance,
            Shift = angles ? (row.PhaseShift ?? 0) * RadiansPerDegree : 0,
            AngleLeast = angles && row.AngleMin is { } least ? least * RadiansPerDegree : double.NegativeInfinity,
            AngleMost = angles && row.AngleMax is { } most ? most * RadiansPerDegree : double.PositiveInfinity,
            InService = free ? null : [.. availability.Select(a => a > 0)],
            Access = row.Access,
        });
    }

    /// <summary>Units of account of the carrier of a power line in a day of one MW; an error where it is not accounted in energy.</summary>
    public static double PerMegawattDay(CompilationContext context, string id, CarrierBasis basis) =>
        24 * context.AmountFactor("power_lines", id, "rating", MegawattHour, basis);

    /// <summary>The law of a power line: an alternating current line needs reactance and voltage, a meshed direct current line resistance and voltage.</summary>
    private (ArcKind Kind, double Susceptance) Law(PowerLine row, double perMegawatt)
    {
        const string table = "power_lines";
        if (row.Kind == PowerLineKind.Dc)
            return (ArcKind.DcLine, 0);
        bool ac = row.Kind == PowerLineKind.Ac;
        double impedance = (ac ? row.Reactance : row.Resistance) ?? 0;
        if (impedance == 0 || !(row.Voltage > 0))
        {
            _context.NoEffect(table, row.Id, ac
                ? "It is an AC line without reactance or voltage; its flow is chosen freely, like a DC line's."
                : "It is a meshed DC line without resistance or voltage; its flow is chosen freely, like a controlled line's.");
            return (ArcKind.DcLine, 0);
        }

        if (row.LossShare > 0 || row.FixedLoss?.InMegawatts() > 0)
            _context.NoEffect(table, row.Id, "Its loss_share and fixed_loss are not used: the DC approximation of lines that follow a law has no losses.");
        double tap = ac && row.TapRatio > 0 ? row.TapRatio.Value : 1;
        return (ac ? ArcKind.AcLine : ArcKind.DcMeshed, perMegawatt * row.Voltage!.Value * row.Voltage.Value / (impedance * tap));
    }

    /// <summary>What a line loses at its end for as long as it is in service; outages end it too.</summary>
    private double[]? FixedLoss(PowerLine row, double perMegawatt)
    {
        const string table = "power_lines";
        if (row.FixedLoss is not { } loss || loss.InMegawatts() == 0)
            return null;
        Func<DateOnly, bool> inService = _context.InService(table, row.Id, row.Status, row.Start, row.End);
        DatedFigures.DatedFigure? dated = _context.Dated.Find(table, row.Id, "fixed_loss");
        return _context.Sampler.Average(day => inService(day) ? perMegawatt * (dated?.NumberAt(day, loss.InMegawatts()) ?? loss.InMegawatts()) : 0);
    }

    private void Add(Transport row)
    {
        const string table = "transports";
        NodeIndex from = _context.Node(table, row.Id, row.From);
        CarrierBasis basis = _context.BasisOf(from);
        double[] availability = _context.Availability(table, row.Id, row.Status, row.Start, row.End);
        double transit = row.TransitTime ?? 0;
        int fleet = -1;
        if (row.Fleet is { } name && !_fleetIndex.TryGetValue(name, out fleet))
        {
            _context.Error(table, row.Id, $"The fleet {name} does not exist.");
            fleet = -1;
        }

        if (fleet >= 0 && transit <= 0)
            _context.Error(table, row.Id, $"It is served by the fleet {row.Fleet}, but has no transit_time to reckon its use with.");
        double period = _context.Horizon.Step switch { TimeStep.Hour => 1 / 24.0, TimeStep.Day => 1, TimeStep.Week => 7, TimeStep.Period => _context.Horizon.Days / _context.Periods, _ => 30.4375 };
        Keep(table, new CompiledArc
        {
            Id = row.Id,
            Kind = ArcKind.Transport,
            From = from,
            To = _context.Node(table, row.Id, row.To),
            Capacity =
            [
                Limited(row.Id, 0, basis, CompilationContext.Times(_context.Rates(table, row.Id, "capacity", row.Capacity, basis), availability)),
                _context.Sampler.Constant(0),
            ],
            Limit = Limits(row.Id, basis),
            Cost = Costs(table, row.Id, "cost", row.Cost, basis, row.Distance?.InKilometres()),
            Levy = [_context.Sampler.Constant(0), _context.Sampler.Constant(0)],
            Loss = row.LossShare ?? 0,
            Delay = row.Delayed ? (int)Math.Round(transit / period, MidpointRounding.AwayFromZero) % _context.Periods : 0,
            TransitTime = transit,
            Fleet = fleet,
            Access = row.Access,
        });
    }

    private void Keep(string table, CompiledArc arc)
    {
        if (CompilationContext.Ever(arc.Capacity[0]) || CompilationContext.Ever(arc.Capacity[1]))
            _arcs.Add(arc);
        else
            _context.NoEffect(table, arc.Id, "It carries nothing within the horizon: not in service, or no capacity.");
    }

    private double[][] Costs(string table, string id, string column, UnitPrice? price, CarrierBasis basis, double? length)
    {
        double[] forward = _context.Prices(table, id, column, price, basis, length);
        double[] backward = (double[])forward.Clone();
        foreach (TransitFee fee in _fees[id])
        {
            double[] charge = _context.Prices("transit_fees", fee.Id, "charge", fee.Charge, basis, length);
            double[] active = _context.Sampler.Average(day => day < fee.Start || day >= fee.End ? 0 : 1);
            double[] target = fee.Direction == ArcDirection.Forward ? forward : backward;
            for (int t = 0; t < target.Length; t++)
                target[t] += charge[t] * active[t];
        }

        return [forward, backward];
    }

    /// <summary>What interconnections allow an arc whose capacity is chosen, whole in every period in which they are in force; null for other arcs.</summary>
    private double[][]? Limits(string id, CarrierBasis basis)
    {
        if (!_context.Expanded.Contains(id))
            return null;
        double[][] limits = [_context.Sampler.Constant(double.PositiveInfinity), _context.Sampler.Constant(double.PositiveInfinity)];
        foreach (Interconnection point in _interconnections[id])
        {
            double[] exit = Side(point, "exit", point.ExitFirm, point.ExitInterruptible, basis);
            double[] entry = Side(point, "entry", point.EntryFirm, point.EntryInterruptible, basis);
            double[] active = _context.Sampler.Average(day => day < point.Start || day >= point.End ? 0 : 1), limit = limits[(int)point.Direction];
            for (int t = 0; t < limit.Length; t++)
                limit[t] = active[t] > 0 ? Math.Min(limit[t], Math.Min(exit[t], entry[t])) : limit[t];
        }

        return limits;
    }

    private double[] Limited(string id, int direction, CarrierBasis basis, double[] capacity)
    {
        if (_context.Expanded.Contains(id))
            return capacity;
        foreach (Interconnection point in _interconnections[id])
        {
            if ((int)point.Direction != direction)
                continue;
            double[] exit = Side(point, "exit", point.ExitFirm, point.ExitInterruptible, basis);
            double[] entry = Side(point, "entry", point.EntryFirm, point.EntryInterruptible, basis);
            double[] active = _context.Sampler.Average(day => day < point.Start || day >= point.End ? 0 : 1);
            for (int t = 0; t < capacity.Length; t++)
            {
                double lesser = Math.Min(exit[t], entry[t]);
                if (active[t] > 0 && lesser < capacity[t])
                    capacity[t] = (active[t] * lesser) + ((1 - active[t]) * capacity[t]);
            }
        }

        return capacity;
    }

    private double[] Side(Interconnection point, string side, Rate? firm, Rate? interruptible, CarrierBasis basis)
    {
        if (firm is null && interruptible is null)
            return _context.Sampler.Constant(double.PositiveInfinity);
        double[] sum = _context.Rates("interconnections", point.Id, side + "_firm", firm, basis, 0);
        double[] more = _context.Rates("interconnections", point.Id, side + "_interruptible", interruptible, basis, 0);
        for (int t = 0; t < sum.Length; t++)
            sum[t] += more[t];
        return sum;
    }

    private List<CompiledFleet> Fleets()
    {
        const string table = "fleets";
        ILookup<string, Transport> users = _context.System.Transports.Where(t => t.Fleet is not null).ToLookup(t => t.Fleet!);
        var fleets = new List<CompiledFleet>();
        foreach (Fleet row in _context.System.Fleets)
        {
            if (users[row.Id].FirstOrDefault() is not { } user)
            {
                _context.NoEffect(table, row.Id, "No transport uses it.");
                continue;
            }

            CarrierBasis basis = _context.BasisOf(_context.Node("transports", user.Id, user.From));
            double load = row.VehicleCapacity.Value * _context.AmountFactor(table, row.Id, "vehicle_capacity", row.VehicleCapacity.Unit, basis);
            double[] available = _context.Availability(table, row.Id, row.Status, row.Start, row.End);
            double[] vehicles = _context.Sampler.Figure(_context.Dated.Find(table, row.Id, "vehicles"), row.Vehicles, t => load * available[t]);
            if (_fleetIndex.TryAdd(row.Id, fleets.Count))
                fleets.Add(new CompiledFleet(row.Id, vehicles));
        }

        return fleets;
    }
}
