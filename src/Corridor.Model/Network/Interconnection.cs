using Corridor.Model.Schema;
using Corridor.Model.Units;

namespace Corridor.Model.Network;

/// <summary>Border points where two operators offer capacity; the lesser of both sides counts.</summary>
[Table("interconnections", "Border points where two operators offer capacity; the lesser of both sides counts")]
public sealed record Interconnection : Entity
{
    /// <summary>Pipeline, power line or transport that crosses the border.</summary>
    [Column("arc", "pipeline, power line or transport that crosses the border", Required = true, References = "arcs")]
    public required string Arc { get; init; }

    /// <summary>Direction along the arc.</summary>
    [Column("direction", "direction along the arc")]
    public ArcDirection Direction { get; init; }

    /// <summary>Firm capacity of the exit side.</summary>
    [Column("exit_firm", "firm capacity of the exit side", Minimum = 0)]
    public Rate? ExitFirm { get; init; }

    /// <summary>Interruptible capacity of the exit side.</summary>
    [Column("exit_interruptible", "interruptible capacity of the exit side", Minimum = 0)]
    public Rate? ExitInterruptible { get; init; }

    /// <summary>Firm capacity of the entry side.</summary>
    [Column("entry_firm", "firm capacity of the entry side", Minimum = 0)]
    public Rate? EntryFirm { get; init; }

    /// <summary>Interruptible capacity of the entry side.</summary>
    [Column("entry_interruptible", "interruptible capacity of the entry side", Minimum = 0)]
    public Rate? EntryInterruptible { get; init; }

    /// <summary>Unit of the rates in this row.</summary>
    [Column("rate_unit", "unit of the rates in this row")]
    public RateUnit? RateUnit { get; init; }

    /// <summary>Network code or treaty that governs the point.</summary>
    [Column("regulation", "network code or treaty that governs the point")]
    public string? Regulation { get; init; }

    /// <summary>First day.</summary>
    [Column("start", "first day")]
    public DateOnly? Start { get; init; }

    /// <summary>First day after the last.</summary>
    [Column("end", "first day after the last")]
    public DateOnly? End { get; init; }
}
