namespace Corridor.Reporting.Maps;

/// <summary>
/// The law of widths: in proportion to energy per year, without offset. Carriers of one family (gas and LNG, crude and products)
/// share a scale; its largest flow is <see cref="Widest"/> wide.
/// </summary>
public sealed class FlowScale
{
    /// <summary>Width of the largest flow of a family, units of the drawing.</summary>
    public const double Widest = 17;

    /// <summary>Flows thinner than this are drawn as thin as this, and are too small to have a width.</summary>
    public const double Thinnest = 0.7;

    private const double DaysPerYear = 365.25;

    private readonly Dictionary<string, double> _perUnit = new(StringComparer.Ordinal);
    private readonly double _days;

    /// <summary>Finds the scales of a model.</summary>
    /// <param name="model">The model.</param>
    public FlowScale(MapModel model)
    {
        ArgumentNullException.ThrowIfNull(model);
        _days = model.Days;
        foreach (IGrouping<string, MapCarrier> family in model.Carriers.GroupBy(c => c.Family, StringComparer.Ordinal))
        {
            Dictionary<string, double> energies = family.ToDictionary(c => c.Id, c => c.Energy ?? 1, StringComparer.Ordinal);
            double largest = model.Flows.Where(f => energies.ContainsKey(f.Carrier))
                .Select(f => Math.Max(f.Forward.Shown(-1), f.Backward.Shown(-1)) * energies[f.Carrier]).DefaultIfEmpty(0).Max() * DaysPerYear / _days;
            foreach ((string id, double energy) in energies)
                _perUnit[id] = largest > 0 ? Widest * energy / largest : 0;
        }
    }

    /// <summary>Units of the drawing for one display unit of a carrier per year.</summary>
    /// <param name="carrier">Id of the carrier.</param>
    public double PerUnit(string carrier) => _perUnit.GetValueOrDefault(carrier);

    /// <summary>Width of a flow.</summary>
    /// <param name="carrier">Id of the carrier.</param>
    /// <param name="amount">Amount over the span, display units.</param>
    /// <param name="days">Days in which it flowed; null for the whole span.</param>
    public double Width(string carrier, double amount, double? days = null) => PerUnit(carrier) * amount * DaysPerYear / (days ?? _days);

    /// <summary>A round amount per year for the legend, about <paramref name="width"/> wide.</summary>
    /// <param name="carrier">Id of the carrier.</param>
    /// <param name="width">Wanted width.</param>
    public double RoundAmount(string carrier, double width)
    {
        if (PerUnit(carrier) <= 0)
            return 0;
        double wanted = width / PerUnit(carrier), power = Math.Pow(10, Math.Floor(Math.Log10(wanted)));
        double digit = wanted / power;
        return power * (digit < 1.5 ? 1 : digit < 3.5 ? 2 : digit < 7.5 ? 5 : 10);
    }
}
