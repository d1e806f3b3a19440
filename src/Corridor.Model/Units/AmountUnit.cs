using System.Diagnostics.CodeAnalysis;

namespace Corridor.Model.Units;

/// <summary>
/// The unit of an amount of a carrier: a mass, a gas volume with its reference temperature, a liquid volume, or an energy.
/// The energy of a fuel says gross or net (<c>TWh_gross</c>, <c>PJ_net</c>); the watt-hours may stand alone, for electricity;
/// tonnes of oil or coal equivalent are net by definition. Equal by symbol.
/// </summary>
public sealed class AmountUnit : IEquatable<AmountUnit>
{
    private static readonly string[] Examples = ["mcm@20C", "bcm@20C", "kt", "Mt", "kb", "GWh", "TWh_gross", "PJ_net"];

    private AmountUnit(Unit unit) => Unit = unit;

    /// <summary>The row of the unit table.</summary>
    public Unit Unit { get; }

    /// <summary>The spelling that is written.</summary>
    public string Symbol => Unit.Symbol;

    /// <summary>Energy, mass, gas volume or liquid volume.</summary>
    public Dimension Dimension => Unit.Dimension;

    /// <summary>Gross or net for the energy of a fuel; otherwise unstated.</summary>
    public HeatingBasis Basis => Unit.Basis;

    /// <summary>Canonical units of the dimension (GWh, kt, mcm@20C, kb) in one of this unit; positive.</summary>
    public double Factor => Unit.Factor;

    /// <summary>Reads the unit of an amount.</summary>
    /// <param name="text">The unit as printed.</param>
    /// <param name="unit">The unit, if the text is one.</param>
    /// <param name="problem">Why it was refused, if it is not.</param>
    public static bool TryParse(string? text, [NotNullWhen(true)] out AmountUnit? unit, [NotNullWhen(false)] out UnitProblem? problem)
    {
        unit = null;
        string printed = text?.Trim() ?? "";
        if (!UnitParser.TryFind(printed, out Unit? row, out problem))
        {
            if (problem.Kind == UnitProblemKind.Unknown)
                problem = UnitParser.Unknown(printed, "a unit of an amount", Examples);
            return false;
        }

        if (row.Dimension is not (Dimension.Energy or Dimension.Mass or Dimension.GasVolume or Dimension.LiquidVolume))
        {
            problem = UnitParser.WrongDimension(printed, row, "energy, mass, gas volume or liquid volume", Examples);
            return false;
        }

        problem = RefuseWithoutBasis(printed, row);
        if (problem is not null)
            return false;
        unit = new AmountUnit(row);
        return true;
    }

    /// <summary>The unit of a symbol that is known to be good.</summary>
    /// <param name="text">Such as <c>mcm@20C</c>.</param>
    /// <exception cref="ArgumentException">Not the unit of an amount; the message says why.</exception>
    public static AmountUnit Parse(string text) =>
        TryParse(text, out AmountUnit? unit, out UnitProblem? problem) ? unit : throw new ArgumentException(problem.ToString(), nameof(text));

    /// <inheritdoc/>
    public bool Equals(AmountUnit? other) => other is not null && Symbol == other.Symbol;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as AmountUnit);

    /// <inheritdoc/>
    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(Symbol);

    /// <summary>The symbol.</summary>
    public override string ToString() => Symbol;

    /// <summary>The amount that flows in an hour at a power: MW → MWh, MW_gross → MWh_gross.</summary>
    internal static AmountUnit PerHour(Unit power) => new(UnitTable.Get(power.Basis switch
    {
        HeatingBasis.Gross => power.Symbol.Replace("_gross", "h_gross", StringComparison.Ordinal),
        HeatingBasis.Net => power.Symbol.Replace("_net", "h_net", StringComparison.Ordinal),
        _ => power.Symbol + "h",
    }));

    private static UnitProblem? RefuseWithoutBasis(string printed, Unit row)
    {
        if (row.Dimension != Dimension.Energy || row.Basis != HeatingBasis.Unstated || row.Symbol.EndsWith("Wh", StringComparison.Ordinal))
            return null;
        return new UnitProblem(
            UnitProblemKind.Ambiguous,
            printed,
            $"The unit '{printed}' is ambiguous: the energy of a fuel must say gross (GCV, HHV; gas hubs and LNG prices) or net (NCV, LHV; energy balances); electricity is given in kWh, MWh, GWh or TWh.",
            [row.Symbol + "_gross", row.Symbol + "_net"],
            null);
    }
}
