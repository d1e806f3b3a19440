using Corridor.Model.Findings;

namespace Corridor.Model.PowerGrids;

/// <summary>
/// A line of high-voltage direct current as two controlled injections: what it takes at the from bus, P, arrives at the to bus less
/// loss₀ + loss₁·P (MATPOWER manual, section 7.6.3).
/// </summary>
public sealed record GridDcLine
{
    /// <summary>Name, unique among the direct current lines.</summary>
    public required string Id { get; init; }

    /// <summary>Index of the bus where power enters it when the flow is positive.</summary>
    public required int From { get; init; }

    /// <summary>Index of the bus where it leaves.</summary>
    public required int To { get; init; }

    /// <summary>Power taken at the from bus in a power flow [MW].</summary>
    public double Flow { get; init; }

    /// <summary>Least flow at the from bus [MW].</summary>
    public double FlowMin { get; init; }

    /// <summary>Greatest flow at the from bus [MW].</summary>
    public double FlowMax { get; init; }

    /// <summary>Loss that does not depend on the flow [MW].</summary>
    public double FixedLoss { get; init; }

    /// <summary>Loss for each unit of flow [1].</summary>
    public double LossShare { get; init; }

    /// <summary>Reactive power given to the from bus in a power flow [Mvar].</summary>
    public double ReactiveFrom { get; init; }

    /// <summary>Reactive power given to the to bus in a power flow [Mvar].</summary>
    public double ReactiveTo { get; init; }

    /// <summary>Voltage that the converter holds at the from bus [1].</summary>
    public double VoltageFrom { get; init; } = 1.0;

    /// <summary>Voltage that the converter holds at the to bus [1].</summary>
    public double VoltageTo { get; init; } = 1.0;

    /// <summary>Limits of the reactive power at the from bus [Mvar].</summary>
    public (double Min, double Max) ReactiveFromLimits { get; init; } = (double.NegativeInfinity, double.PositiveInfinity);

    /// <summary>Limits of the reactive power at the to bus [Mvar].</summary>
    public (double Min, double Max) ReactiveToLimits { get; init; } = (double.NegativeInfinity, double.PositiveInfinity);

    /// <summary>What an hour at a flow costs; null for nothing.</summary>
    public GridCost? Cost { get; init; }

    /// <summary>Whether it is in service.</summary>
    public bool InService { get; init; } = true;

    /// <summary>Where the line stands in its file.</summary>
    public SourcePlace Place { get; init; } = SourcePlace.None;
}
