using Corridor.Data.Formats.Exchange;
using Corridor.Model.Network;
using Corridor.Model.Units;

namespace Corridor.Data.Formats.PyPsa.Mapping;

/// <summary>The nominal capacity of a component, and whether a run may choose it.</summary>
internal sealed class PyPsaCapacity
{
    private readonly PyPsaContext _context;
    private readonly PyPsaComponents _components;
    private readonly int _row;
    private readonly string _attribute;

    /// <summary>Reads the capacity of a component.</summary>
    /// <param name="context">Where expansions go.</param>
    /// <param name="components">Its list.</param>
    /// <param name="row">Its row.</param>
    /// <param name="attribute">Name of its nominal capacity: <c>p_nom</c>, <c>s_nom</c> or <c>e_nom</c>.</param>
    public PyPsaCapacity(PyPsaContext context, PyPsaComponents components, int row, string attribute)
    {
        (_context, _components, _row, _attribute) = (context, components, row, attribute);
        Installed = components.Number(row, attribute);
        IsExtendable = components.Flag(row, attribute + "_extendable");
        if (double.IsInfinity(Installed) || Installed < 0)
        {
            context.Tally.Say(FidelityKind.Approximated, components.Table, row, attribute, "", Installed < 0 ? "a negative capacity is taken as none" : "an unlimited capacity is taken as a million", warns: true);
            Installed = Installed < 0 ? 0 : 1e6;
        }

        Stated = IsExtendable && Installed == 0 ? 1 : Installed;
    }

    /// <summary>Capacity that stands.</summary>
    public double Installed { get; }

    /// <summary>Capacity that the figures of the asset are stated for: the installed one, or 1 where none is and one may be built.</summary>
    public double Stated { get; }

    /// <summary>Whether a run may choose it.</summary>
    public bool IsExtendable { get; }

    /// <summary>Adds the row that lets a run choose it.</summary>
    /// <param name="asset">Id of the asset.</param>
    /// <param name="share">Share of the nominal capacity that the asset's figure states; above 0.</param>
    public void Expand(string asset, double share)
    {
        if (!IsExtendable)
            return;
        double set = _components.Number(_row, _attribute + "_set");
        if (double.IsInfinity(set))
        {
            Ignored("_set");
            set = double.NaN;
        }

        if (double.IsNaN(set) && double.IsPositiveInfinity(_components.Number(_row, _attribute + "_min")))
            Ignored("_min");
        double least = double.IsNaN(set) ? _components.Number(_row, _attribute + "_min") : set;
        double greatest = double.IsNaN(set) ? _components.Number(_row, _attribute + "_max") : set;
        _context.Expansions.Add(new Expansion
        {
            Asset = asset,
            Installed = Rate(Installed * share),
            CapacityMin = least > 0 && double.IsFinite(least) ? Rate(least * share) : null,
            CapacityMax = double.IsFinite(greatest) ? Rate(Math.Max(0, greatest) * share) : null,
            Cost = Cost() / share,
            RateUnit = PyPsaUnits.Power,
            Source = PyPsaContext.Source,
            Note = _components.Table.Place(_row),
        });
    }

    /// <summary>Says that a run cannot choose it, though the file lets one.</summary>
    public void CannotExpand(string why)
    {
        if (IsExtendable)
            _context.Tally.Say(FidelityKind.Dropped, _components.Table, _row, _attribute + "_extendable", "", why, warns: true);
    }

    /// <summary>The annuity factor of an investment (Brealey, Myers, Allen, "Principles of Corporate Finance").</summary>
    /// <param name="rate">Discount rate, per year.</param>
    /// <param name="life">Life in years, above zero; may be infinite.</param>
    public static double Annuity(double rate, double life)
    {
        if (rate == 0)
            return 1 / life;
        return double.IsPositiveInfinity(life) ? Math.Max(rate, 0) : rate / (1 - Math.Pow(1 + rate, -life));
    }

    /// <summary>Cost of a unit of nominal capacity over the horizon.</summary>
    private double Cost()
    {
        double overnight = _components.Number(_row, "overnight_cost");
        double fixedCost = _components.Number(_row, "fom_cost");
        fixedCost = double.IsNaN(fixedCost) ? 0 : fixedCost;
        if (double.IsNaN(overnight))
            return _components.Number(_row, "capital_cost") + fixedCost;
        double rate = _components.Number(_row, "discount_rate");
        double life = _components.Number(_row, "lifetime");
        double annual = !double.IsNaN(rate) && life > 0 ? (overnight * Annuity(rate, life) * _context.Times.Years) + fixedCost : double.NaN;
        if (double.IsFinite(annual))
            return annual;
        _context.Tally.Say(FidelityKind.Dropped, _components.Table, _row, "overnight_cost", "", "no discount rate is stated, or no life, or none that gives an annuity", warns: true);
        return _components.Number(_row, "capital_cost") + fixedCost;
    }

    private void Ignored(string bound) =>
        _context.Tally.Say(FidelityKind.Dropped, _components.Table, _row, _attribute + bound, "", "an infinite capacity cannot be demanded", warns: true);

    private static Rate Rate(double megawatts) => PyPsaUnits.Megawatts(megawatts);
}
