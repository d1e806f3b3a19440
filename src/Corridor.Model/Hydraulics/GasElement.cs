using Corridor.Model.Findings;

namespace Corridor.Model.Hydraulics;

/// <summary>Something that gas flows through from one node to another. Its flow is positive from <see cref="From"/> to <see cref="To"/>.</summary>
public abstract record GasElement
{
    /// <summary>Stable id, unique among the elements of its kind.</summary>
    public required string Id { get; init; }

    /// <summary>Word for the kind of element, as it stands in results: pipe, short-pipe, resistor, valve, control-valve, compressor, pump.</summary>
    public abstract string Kind { get; }

    /// <summary>Index of the node where it begins.</summary>
    public required int From { get; init; }

    /// <summary>Index of the node where it ends.</summary>
    public required int To { get; init; }

    /// <summary>Least mass flow [kg/s]; null where none is stated.</summary>
    public double? FlowMin { get; init; }

    /// <summary>Greatest mass flow [kg/s]; null where none is stated.</summary>
    public double? FlowMax { get; init; }

    /// <summary>Whether it takes part; nothing flows through an element out of service.</summary>
    public bool InService { get; init; } = true;

    /// <summary>Where it stands in its file.</summary>
    public SourcePlace Place { get; init; } = SourcePlace.None;
}

/// <summary>A pipe with friction.</summary>
public sealed record GasPipe : GasElement
{
    /// <inheritdoc/>
    public override string Kind => "pipe";

    /// <summary>Length [m], > 0.</summary>
    public required double Length { get; init; }

    /// <summary>Inner diameter [m], > 0.</summary>
    public required double Diameter { get; init; }

    /// <summary>Roughness of the wall [m], ≥ 0.</summary>
    public double Roughness { get; init; }

    /// <summary>Darcy's friction factor where it is stated [1]; null where it follows from the friction law.</summary>
    public double? FrictionFactor { get; init; }

    /// <summary>Sum of the loss coefficients of bends and fittings [1].</summary>
    public double LossCoefficient { get; init; }

    /// <summary>Greatest absolute pressure that the wall bears [Pa]; null where none is stated.</summary>
    public double? PressureMax { get; init; }

    /// <summary>Heat transfer coefficient between gas and soil [W/(m²·K)]; null where none is stated.</summary>
    public double? HeatTransferCoefficient { get; init; }

    /// <summary>Temperature of the soil or water around it [K]; null for the network's.</summary>
    public double? AmbientTemperature { get; init; }
}

/// <summary>A connection without loss of pressure.</summary>
public sealed record GasShortPipe : GasElement
{
    /// <inheritdoc/>
    public override string Kind => "short-pipe";
}

/// <summary>A fitting that loses pressure: by drag (quadratic in the flow) or by a fixed amount.</summary>
public sealed record GasResistor : GasElement
{
    /// <inheritdoc/>
    public override string Kind => "resistor";

    /// <summary>What is lost.</summary>
    public required PressureLoss Loss { get; init; }
}

/// <summary>A valve: open without loss of pressure (or with the loss stated), or closed.</summary>
public sealed record GasValve : GasElement
{
    /// <inheritdoc/>
    public override string Kind => "valve";

    /// <summary>Whether it is open; null where a study may choose.</summary>
    public bool? IsOpen { get; init; }

    /// <summary>Greatest difference of pressure across it when it is operated [Pa]; null where none is stated.</summary>
    public double? PressureDifferentialMax { get; init; }

    /// <summary>What is lost when it is open.</summary>
    public PressureLoss Loss { get; init; } = PressureLoss.None;
}

/// <summary>
/// A pump of a distribution network that lifts the pressure by a polynomial of its volume flow, taken at the mean of the absolute pressures before and behind it
/// (docs/mathematics/gas-formats.md).
/// </summary>
public sealed record GasPump : GasElement
{
    /// <inheritdoc/>
    public override string Kind => "pump";

    /// <summary>Coefficients of the lift [bar] by powers of the volume flow at the mean pressure [m³/h], the highest power first.</summary>
    public required IReadOnlyList<double> LiftByVolumeFlow { get; init; }
}

/// <summary>
/// A loss of pressure at a fitting: Δp = ζ·v²·ρ/2 with the velocity v = q/(ρ·A) at its inlet, or a fixed amount in the direction of flow.
/// </summary>
/// <param name="DragFactor">ζ [1], ≥ 0; null where the loss is fixed.</param>
/// <param name="Diameter">Inner diameter that the velocity refers to [m]; null where the loss is fixed.</param>
/// <param name="Fixed">Fixed loss in the direction of flow [Pa], ≥ 0; null where the loss follows from drag.</param>
public sealed record PressureLoss(double? DragFactor, double? Diameter, double? Fixed)
{
    /// <summary>No loss at all.</summary>
    public static PressureLoss None { get; } = new(null, null, null);

    /// <summary>Whether nothing is lost.</summary>
    public bool IsNone => DragFactor is null or 0.0 && Fixed is null or 0.0;

    /// <summary>A loss by drag.</summary>
    public static PressureLoss ByDrag(double dragFactor, double diameter) => new(dragFactor, diameter, null);

    /// <summary>A fixed loss [Pa].</summary>
    public static PressureLoss OfPressure(double pascal) => new(null, null, pascal);
}
