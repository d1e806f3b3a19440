using Corridor.Model.PowerGrids;

namespace Corridor.Tests.Data.Formats.PowerGrids;

/// <summary>Random power grids that a package and a case hold without loss: the same seed, the same grid.</summary>
internal sealed class GridGenerator(int seed)
{
    private readonly Random _random = new(seed);

    internal PowerGrid Grid()
    {
        int count = 1 + _random.Next(12);
        double basePower = Pick(100.0, 1.0, 37.5);
        GridBus[] buses = [.. Enumerable.Range(0, count).Select(i => Bus(i))];
        buses[0] = buses[0] with { Control = BusControl.Slack };
        var units = new List<GridUnit>();
        for (int bus = 0; bus < count; bus++)
        {
            for (int k = 1; k <= _random.Next(3) || (bus == 0 && k == 1); k++)
                units.Add(Unit($"gen-{buses[bus].Id}-{k}", bus));
        }

        var branches = new List<GridBranch>();
        var lines = new List<GridDcLine>();
        for (int from = 0; from + 1 < count; from++)
        {
            int to = from + 1 + _random.Next(count - from - 1);
            for (int k = 1; k <= 1 + _random.Next(2); k++)
                branches.Add(Branch($"{buses[from].Id}-{buses[to].Id}-{k}", from, to));
            if (_random.Next(4) == 0)
                lines.Add(Line($"dc-{buses[from].Id}-{buses[to].Id}-1", from, to));
        }

        return new PowerGrid { Name = "random", BasePower = basePower, Buses = buses, Units = units, Branches = branches, DcLines = lines };
    }

    private GridBus Bus(int index) => new()
    {
        Id = ((index * 7) + 1).ToString(System.Globalization.CultureInfo.InvariantCulture),
        Control = Pick(BusControl.Load, BusControl.Voltage, BusControl.Isolated),
        NominalVoltage = Pick(0.0, 110.0, 380.0, Positive()),
        Voltage = 0.9 + (0.2 * _random.NextDouble()),
        Angle = Any(),
        ActiveDemand = Pick(0.0, Any(), Positive()),
        ReactiveDemand = Pick(0.0, Any()),
        ShuntConductance = Pick(0.0, Any()),
        ShuntSusceptance = Pick(0.0, Any()),
        VoltageMin = Pick(0.0, 0.9),
        VoltageMax = Pick(double.PositiveInfinity, 1.1),
        Area = Pick("1", "12"),
        Zone = Pick("1", "3"),
    };

    private GridUnit Unit(string id, int bus)
    {
        double most = Pick(double.PositiveInfinity, Positive(), Positive(), 0.0);
        double least = Pick(0.0, double.IsFinite(most) ? 0.5 * most : 3.0, -Positive());
        return new GridUnit
        {
            Id = id,
            Bus = bus,
            ActivePower = Any(),
            ReactivePower = Pick(0.0, Any()),
            ActiveMin = least,
            ActiveMax = most,
            ReactiveMin = Pick(double.NegativeInfinity, -Positive()),
            ReactiveMax = Pick(double.PositiveInfinity, Positive()),
            VoltageSetpoint = 0.9 + (0.2 * _random.NextDouble()),
            Participation = Pick(0.0, 0.0, Positive()),
            InService = _random.Next(5) > 0,
            Cost = Cost(least, most),
        };
    }

    private GridCost Cost(double least, double most)
    {
        var cost = new GridCost { StartUp = Pick(0.0, Positive()), ShutDown = Pick(0.0, Positive()) };
        if (least < 0.0 || !double.IsFinite(most) || most == 0.0 || _random.Next(2) == 0)
            return cost with { Polynomial = Pick<double[]>([Any(), Any()], [0.0, Any(), Positive()], [Any(), Any(), 0.0, 0.0], [Any()]) };
        double slope = Any();
        var points = new List<(double Output, double Cost)> { (least, Any()) };
        for (int k = 1 + _random.Next(4); k > 0; k--, slope += 0.1 + Positive())
            points.Add((k == 1 ? most : points[^1].Output + ((most - points[^1].Output) * 0.4), 0.0));
        for (int k = 1; k < points.Count; k++, slope += 0.1 + Positive())
            points[k] = (points[k].Output, points[k - 1].Cost + (slope * (points[k].Output - points[k - 1].Output)));
        return cost with { Points = points };
    }

    private GridBranch Branch(string id, int from, int to)
    {
        bool isTransformer = _random.Next(2) == 0;
        double rating = Pick(double.PositiveInfinity, Positive());
        return new GridBranch
        {
            Id = id,
            From = from,
            To = to,
            Resistance = Pick(0.0, 0.01 * Positive()),
            Reactance = Pick(0.1 * Positive(), -0.01 * Positive()),
            Charging = Pick(0.0, 0.1 * Positive()),
            Tap = isTransformer ? Pick(1.0, 0.95, 1.07) : 1.0,
            IsTransformer = isTransformer,
            Shift = Pick(0.0, Any()),
            Rating = rating,
            ShortTermRating = rating,
            EmergencyRating = Pick(double.PositiveInfinity, Positive(), rating),
            AngleMin = Pick(double.NegativeInfinity, -30.0),
            AngleMax = Pick(double.PositiveInfinity, 30.0),
            InService = _random.Next(5) > 0,
        };
    }

    private GridDcLine Line(string id, int from, int to)
    {
        bool isBoth = _random.Next(2) == 0;
        return new GridDcLine
        {
            Id = id,
            From = from,
            To = to,
            FlowMin = isBoth ? -Binary(Positive()) : 0.0,
            FlowMax = Pick(double.PositiveInfinity, Positive()),
            FixedLoss = Pick(0.0, Binary(0.1 * Positive())),
            LossShare = isBoth ? 0.0 : Pick(0.0, 0.03),
            Cost = isBoth ? null : new GridCost { Polynomial = [0.0, Positive()] },
            InService = _random.Next(5) > 0,
        };
    }

    private double Any() => (_random.NextDouble() - 0.5) * Math.Pow(10.0, _random.Next(-2, 4));

    private double Positive() => Math.Abs(Any()) + 1e-3;

    /// <summary>A number whose sums are exact: a case states backward limits less the fixed loss.</summary>
    private static double Binary(double value) => Math.Ceiling(1024.0 * value) / 1024.0;

    private T Pick<T>(params T[] choices) => choices[_random.Next(choices.Length)];
}
