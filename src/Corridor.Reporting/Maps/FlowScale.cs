namespace Corridor.Reporting.Maps;

/// <summary>
/// The law of widths: in proportion to energy per year, without offset. Carriers of one family (gas and LNG) share a scale, such that no flow is wider than <see cref="Widest"/>, nor all flows from or to one place together than
/// <see cref="WidestPlace"/>.
/// </summary>
public sealed class FlowScale
{
    /// <summary>Largest width of a flow, units of the drawing.</summary>
    public const double Widest = 17;

    /// <summary>Largest width of all flows into, or all flows out of, one place together.</summary>
    public const double WidestPlace = 28;

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
            double most = 0;
            var at = new Dictionary<(int Place, bool Out), double>();
            foreach (MapFlow flow in model.Flows.Where(f => energies.ContainsKey(f.Carrier)))
            {
                double forward = flow.Forward.Shown(-1) * energies[flow.Carrier], backward = flow.Backward.Shown(-1) * energies[flow.Carrier];
                most = Math.Max(most, Math.Max(forward, backward));
                foreach ((int place, double leaving, double coming) in new[] { (flow.From, forward, backward), (flow.To, backward, forward) })
                {
                    at[(place, true)] = at.GetValueOrDefault((place, true)) + leaving;
                    at[(place, false)] = at.GetValueOrDefault((place, false)) + coming;
                }
            }

            // The family's scale, units of the drawing for a unit of energy a year.
            double scale = most > 0 ? Math.Min(Widest / most, WidestPlace / at.Values.Max()) * _days / DaysPerYear : 0;
            foreach ((string id, double energy) in energies)
                _perUnit[id] = scale * energy;
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
