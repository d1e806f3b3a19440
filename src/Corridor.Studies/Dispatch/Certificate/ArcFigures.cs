using Corridor.Model.Contracts;
using Corridor.Model.Network;
using Corridor.Model.Units;

namespace Corridor.Studies.Dispatch.Certificate;

/// <summary>A pipeline, power line or transport, evaluated from its row. Element 0 of a pair is forward, 1 backward; flows where they enter.</summary>
internal sealed record ArcFigures
{
    // GWh in a day of one MW.
    private static readonly RateUnit Megawatt = RateUnit.Parse("MW");

    public required string Id { get; init; }

    /// <summary>What it is called in a sentence.</summary>
    public required string Kind { get; init; }

    public required string From { get; init; }

    public required string To { get; init; }

    public required string? Owner { get; init; }

    public required ArcAccess Access { get; init; }

    public required double[][] Capacity { get; init; }

    public required double[][] Cost { get; init; }

    public double Loss { get; init; }

    /// <summary>GWh/d for a radian, or for a unit of voltage over the nominal; 0 for an arc whose flow is chosen.</summary>
    public double Susceptance { get; init; }

    /// <summary>Whether the law is that of meshed direct current, whose voltages are apart from the angles of alternating current.</summary>
    public bool Meshed { get; init; }

    /// <summary>φ: flow = susceptance · (angle at the start − angle at the end − φ).</summary>
    public double Shift { get; init; }

    /// <summary>Least and greatest difference of the angles, rad.</summary>
    public (double Least, double Most) Angles { get; init; } = (double.NegativeInfinity, double.PositiveInfinity);

    /// <summary>What its end loses for as long as it is in service; null for nothing.</summary>
    public double[]? FixedLoss { get; init; }

    /// <summary>Availability by period, before interconnections.</summary>
    public required double[] Available { get; init; }

    /// <summary>Periods between loading and arrival.</summary>
    public int Delay { get; init; }

    public string? Fleet { get; init; }

    public double TransitTime { get; init; }

    public string Entry(int direction) => direction == 0 ? From : To;

    public string Exit(int direction) => direction == 0 ? To : From;

    public static ArcFigures Of(Pipeline row, ArcRows rows, NodeFigures nodes, PackageFigures figures)
    {
        const string table = "pipelines";
        CarrierBasis? basis = nodes.Basis(row.From);
        double[] available = figures.Availability(table, row.Id, row.Status, row.Start, row.End);
        double[] forward = figures.Units.Rate(table, row.Id, "capacity", row.Capacity, basis)!;
        double[] backward = figures.Units.Rate(table, row.Id, "reverse_capacity", row.ReverseCapacity, basis) ?? figures.Constant(0);
        return new ArcFigures
        {
            Id = row.Id,
            Kind = "pipeline",
            From = row.From,
            To = row.To,
            Owner = row.Owner,
            Access = row.Access,
            Capacity = rows.Capacities(row.Id, forward, backward, available, basis, figures),
            Cost = rows.Charges(row.Id, figures.Units.Price(table, row.Id, "tariff", row.Tariff, basis, row.Length), basis, row.Length, figures),
            Loss = row.FuelShare ?? 0,
            Available = available,
        };
    }

    public static ArcFigures Of(PowerLine row, ArcRows rows, NodeFigures nodes, PackageFigures figures)
    {
        const string table = "power_lines";
        CarrierBasis? basis = nodes.Basis(row.From);
        double[] available = figures.Availability(table, row.Id, row.Status, row.Start, row.End);
        double megawatt = MegawattDay(row, basis, figures);
        double[] forward = UnitFigures.Scale(figures.Number(table, row.Id, "rating", row.Rating.InMegawatts()), megawatt);
        double[] backward = row.ReverseRating is { } reverse
            ? UnitFigures.Scale(figures.Number(table, row.Id, "reverse_rating", reverse.InMegawatts()), megawatt)
            : [.. forward];

        // Without impedance or voltage there is no law to hold the flow to: it is chosen, as on a controlled line.
        double impedance = row.Kind switch { PowerLineKind.Ac => row.Reactance ?? 0, PowerLineKind.DcMeshed => row.Resistance ?? 0, _ => 0 };
        bool law = impedance != 0 && row.Voltage > 0, angles = law && row.Kind == PowerLineKind.Ac;
        double tap = angles && row.TapRatio > 0 ? row.TapRatio.Value : 1;
        double Radians(double? degrees, double missing) => angles && degrees is { } given ? given * Math.PI / 180 : missing;
        return new ArcFigures
        {
            Id = row.Id,
            Kind = "power line",
            From = row.From,
            To = row.To,
            Owner = row.Owner,
            Access = row.Access,
            Capacity = rows.Capacities(row.Id, forward, backward, available, basis, figures),
            Cost = rows.Charges(row.Id, figures.Units.Price(table, row.Id, "tariff", row.Tariff, basis, row.Length), basis, row.Length, figures),
            Loss = law ? 0 : row.LossShare ?? 0,
            Susceptance = law ? megawatt * row.Voltage!.Value * row.Voltage.Value / impedance / tap : 0,
            Meshed = law && !angles,
            Shift = Radians(row.PhaseShift, 0),
            Angles = (Radians(row.AngleMin, double.NegativeInfinity), Radians(row.AngleMax, double.PositiveInfinity)),
            FixedLoss = law || row.FixedLoss is not { } lost || lost.InMegawatts() == 0
                ? null
                : PackageFigures.Multiply(UnitFigures.Scale(figures.Number(table, row.Id, "fixed_loss", lost.InMegawatts()), megawatt), figures.InService(table, row.Id, row.Status, row.Start, row.End)),
            Available = available,
        };
    }

    /// <summary>What one MW is in units of account per day.</summary>
    private static double MegawattDay(PowerLine row, CarrierBasis? basis, PackageFigures figures)
    {
        if (basis is not null && basis.TryToAccount(new Rate(1, Megawatt), out double value, out _))
            return value;
        figures.Report($"power_lines {row.Id}: its carrier is not accounted in energy.");
        return double.NaN;
    }

    public static ArcFigures Of(Transport row, ArcRows rows, NodeFigures nodes, PackageFigures figures)
    {
        const string table = "transports";
        CarrierBasis? basis = nodes.Basis(row.From);
        double[] available = figures.Availability(table, row.Id, row.Status, row.Start, row.End);
        double[] forward = figures.Units.Rate(table, row.Id, "capacity", row.Capacity, basis)!;
        double transit = row.TransitTime ?? 0;
        double period = figures.Horizon.Step switch
        {
            Model.Time.TimeStep.Hour => 1.0 / 24,
            Model.Time.TimeStep.Day => 1,
            Model.Time.TimeStep.Week => 7,
            Model.Time.TimeStep.Period => figures.Days[0],
            _ => 365.25 / 12,
        };
        return new ArcFigures
        {
            Id = row.Id,
            Kind = "transport",
            From = row.From,
            To = row.To,
            Owner = row.Owner,
            Access = row.Access,
            Capacity = rows.Capacities(row.Id, forward, figures.Constant(0), available, basis, figures),
            Cost = rows.Charges(row.Id, figures.Units.Price(table, row.Id, "cost", row.Cost, basis, row.Distance), basis, row.Distance, figures),
            Loss = row.LossShare ?? 0,
            Available = available,
            Delay = row.Delayed ? (int)Math.Floor((transit / period) + 0.5) % figures.Count : 0,
            Fleet = row.Fleet,
            TransitTime = transit,
        };
    }
}
