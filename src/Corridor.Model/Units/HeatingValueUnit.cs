using System.Diagnostics.CodeAnalysis;

namespace Corridor.Model.Units;

/// <summary>
/// The unit of a heating value: an energy per gas volume with its reference temperature (<c>MJ/m3@20C</c>, <c>kWh/Nm3</c>,
/// <c>kcal/m3@20C</c>) or per mass (<c>MJ/kg</c>, <c>GJ/t</c>, <c>kcal/kg</c>). Equal by symbol.
/// </summary>
public sealed class HeatingValueUnit : IEquatable<HeatingValueUnit>
{
    private static readonly string[] Examples = ["MJ/m3@20C", "MJ/m3@15C", "MJ/m3@0C", "kWh/Nm3", "MJ/kg"];

    private HeatingValueUnit(Unit energy, Unit per)
    {
        Energy = energy;
        Per = per;
        Symbol = $"{energy.Symbol}/{per.Symbol}";
    }

    /// <summary>The spelling that is written.</summary>
    public string Symbol { get; }

    /// <summary>The unit of energy, without gross or net.</summary>
    public Unit Energy { get; }

    /// <summary>The unit of mass or gas volume.</summary>
    public Unit Per { get; }

    /// <summary>Reads the unit of a heating value. Gross or net stands beside the unit, not in it.</summary>
    /// <param name="text">The unit as printed.</param>
    /// <param name="unit">The unit, if the text is one.</param>
    /// <param name="problem">Why it was refused, if it is not.</param>
    public static bool TryParse(string? text, [NotNullWhen(true)] out HeatingValueUnit? unit, [NotNullWhen(false)] out UnitProblem? problem)
    {
        unit = null;
        string printed = text?.Trim() ?? "";
        string[] parts = printed.Split('/');
        if (parts.Length != 2)
        {
            problem = new UnitProblem(UnitProblemKind.Unknown, printed, $"'{UnitParser.Shorten(printed)}' is not a unit of a heating value: energy per gas volume or mass is expected.", Examples, null);
            return false;
        }

        if (!UnitParser.TryParse(parts[0], Dimension.Energy, out Unit? energy, out problem) || !UnitParser.TryFind(parts[1].Trim(), out Unit? per, out problem))
        {
            problem = UnitParser.Within(printed, problem);
            return false;
        }

        if (per.Dimension is not (Dimension.GasVolume or Dimension.Mass) || energy.Basis != HeatingBasis.Unstated)
        {
            problem = new UnitProblem(UnitProblemKind.WrongDimension, printed, $"'{printed}' is not a unit of a heating value: energy, without gross or net, per gas volume or mass is expected.", Examples, null);
            return false;
        }

        unit = new HeatingValueUnit(energy, per);
        return true;
    }

    /// <summary>The unit of a symbol that is known to be good.</summary>
    /// <param name="text">Such as <c>MJ/m3@20C</c>.</param>
    /// <exception cref="ArgumentException">Not the unit of a heating value; the message says why.</exception>
    public static HeatingValueUnit Parse(string text) =>
        TryParse(text, out HeatingValueUnit? unit, out UnitProblem? problem) ? unit : throw new ArgumentException(problem.ToString(), nameof(text));

    /// <inheritdoc/>
    public bool Equals(HeatingValueUnit? other) => other is not null && Symbol == other.Symbol;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as HeatingValueUnit);

    /// <inheritdoc/>
    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(Symbol);

    /// <summary>The symbol.</summary>
    public override string ToString() => Symbol;
}
