using Corridor.Data.Formats.Exchange;
using Corridor.Model.Network;
using Corridor.Model.Units;

namespace Corridor.Data.Formats.PyPsa.Mapping;

/// <summary>Generators become supplies; what they take instead of giving becomes a converter into nothing.</summary>
internal static class PyPsaGeneratorMapping
{
    /// <summary>Maps the generators.</summary>
    public static void Map(PyPsaContext context)
    {
        if (context.Components("generators") is not { } generators)
            return;
        Dictionary<string, double> emissions = Emissions(context);
        for (int row = 0; row < generators.Count; row++)
        {
            if (context.Node(generators, row, "bus") is { } bus)
                Map(context, generators, row, bus, emissions);
        }
    }

    /// <summary>Emissions of the carriers [t/MWh of primary energy].</summary>
    public static Dictionary<string, double> Emissions(PyPsaContext context)
    {
        var emissions = new Dictionary<string, double>(StringComparer.Ordinal);
        if (context.Components("carriers") is { } carriers)
        {
            for (int row = 0; row < carriers.Count; row++)
                emissions[carriers.Table.Names[row]] = carriers.Number(row, "co2_emissions");
        }

        return emissions;
    }

    private static void Map(PyPsaContext context, PyPsaComponents generators, int row, PyPsaNode bus, Dictionary<string, double> emissions)
    {
        bool takes = generators.Number(row, "sign") < 0;
        PyPsaFigure most = context.Figure(generators, row, takes ? "p_min_pu" : "p_max_pu");
        PyPsaFigure least = context.Figure(generators, row, takes ? "p_max_pu" : "p_min_pu");
        if (takes)
            (most, least) = (most.Map(v => -v), least.Map(v => -v));
        if (generators.Flag(row, "committable") && least.Greatest > 0)
        {
            context.Tally.Say(FidelityKind.Dropped, generators.Table, row, "p_min_pu", "", "the least output of a unit that may be switched off is not held", warns: true);
            least = least.Map(v => Math.Min(v, 0));
        }

        var capacity = new PyPsaCapacity(context, generators, row, "p_nom");
        bool mayTake = least.Least < 0;
        if (most.Greatest > 0 || !mayTake)
            Give(context, generators, row, bus, capacity, most, least, takes, emissions, mayTake);
        if (mayTake)
            Take(context, generators, row, bus, capacity, most, least, takes, alone: most.Greatest <= 0);
    }

    private static void Give(
        PyPsaContext context,
        PyPsaComponents generators,
        int row,
        PyPsaNode bus,
        PyPsaCapacity capacity,
        PyPsaFigure most,
        PyPsaFigure least,
        bool takes,
        Dictionary<string, double> emissions,
        bool mayTake)
    {
        string name = generators.Table.Names[row];
        string place = generators.Table.Place(row);
        string id = context.AssetId(generators, row, "");
        string? profile = context.Profile(name, "p_max_pu", most.Map(v => Math.Max(v, 0)), place);
        least = least.Map(v => Math.Max(v, 0));
        bool hasMinimum = least.Greatest > 0;
        bool isSteady = least.Series is null && profile is null;
        PyPsaCost cost = PyPsaCost.Of(context, generators, row, takes ? -1 : 1);
        string carrier = generators.Text(row, "carrier");
        double factor = emissions.GetValueOrDefault(carrier);
        double slope = context.Mean(generators, row, "marginal_cost_quadratic", "supplies.cost_slope");
        double limit = generators.Number(row, "e_sum_max");
        if (slope < 0)
            context.Tally.Say(FidelityKind.Dropped, generators.Table, row, "marginal_cost_quadratic", "", "a cost that falls with output is not modelled", warns: true);
        if (limit < 0)
            context.Tally.Say(FidelityKind.Dropped, generators.Table, row, "e_sum_max", "", "a greatest sum below 0 has no meaning for what only gives; it is no limit", warns: true);
        else if (double.IsFinite(limit) && context.Times.YearShares.Count > 1)
            context.Tally.Say(FidelityKind.Approximated, generators.Table, row, "e_sum_max", "supplies.annual_limit", "the sum is shared out to the calendar years by their length", warns: true);
        context.Supplies.Add(new Supply
        {
            Id = id,
            Name = name,
            Node = bus.Id,
            Capacity = PyPsaUnits.Megawatts(capacity.Stated),
            MinOutput = !hasMinimum ? null : PyPsaUnits.Megawatts(capacity.Stated * (isSteady ? least.Constant : 1)),
            MinProfile = hasMinimum && !isSteady ? context.Profile(name, "p_min_pu", least, place) ?? One(context, name, place) : null,
            AnnualLimit = double.IsFinite(limit) && limit >= 0 ? PyPsaUnits.MegawattHours(context.Times.Annual(limit)) : null,
            Cost = PyPsaUnits.PerMegawattHour(cost.Base),
            CostProfile = cost.Profile is { } profileOfCost ? context.Profile(name, "marginal_cost", profileOfCost, place) : null,
            CostSlope = slope > 0 ? PyPsaUnits.PerMegawattHour(2 * slope) : null,
            Co2 = factor > 0 ? Co2(context, generators, row, factor) : null,
            Profile = profile,
            RateUnit = PyPsaUnits.Power,
            AmountUnit = PyPsaUnits.Energy,
            PriceUnit = PyPsaUnits.Price,
            Status = generators.Flag(row, "active") ? AssetStatus.Operating : AssetStatus.Suspended,
            Source = PyPsaContext.Source,
            Note = carrier.Length == 0 ? place : $"{place}, carrier {carrier}",
        });
        Control(context, generators, row, bus, id);
        if (mayTake)
            capacity.CannotExpand("a unit that gives and takes keeps its stated capacity");
        else
            capacity.Expand(id, 1);
    }

    /// <summary>Emissions of what a unit gives [kg/MWh], of those of its fuel; none, with a warning, where its efficiency is none.</summary>
    private static double? Co2(PyPsaContext context, PyPsaComponents generators, int row, double factor)
    {
        double co2 = factor / context.Mean(generators, row, "efficiency", "supplies.co2") * 1000;
        if (co2 > 0 && double.IsFinite(co2))
            return co2;
        context.Tally.Say(FidelityKind.Dropped, generators.Table, row, "efficiency", "", "a unit with an efficiency that is not above 0 is given no emissions", warns: true);
        return null;
    }

    private static void Take(PyPsaContext context, PyPsaComponents generators, int row, PyPsaNode bus, PyPsaCapacity capacity, PyPsaFigure most, PyPsaFigure least, bool takes, bool alone)
    {
        string name = generators.Table.Names[row];
        var sink = new PyPsaConversion(context, generators, row, name, alone ? "" : "taken");
        sink.Flow(bus, -1);
        double cost = context.Mean(generators, row, "marginal_cost", "converters.cost") * (takes ? 1 : -1);
        string id = sink.Add(capacity.Stated, least.Map(v => Math.Max(-v, 0)), most.Map(v => Math.Max(-v, 0)), cost);
        if (alone)
            capacity.Expand(id, 1);
        if (context.Mean(generators, row, "marginal_cost_quadratic", "") != 0)
            context.Tally.Say(FidelityKind.Dropped, generators.Table, row, "marginal_cost_quadratic", "", "a cost that rises with what is taken is not modelled", warns: true);
    }

    /// <summary>A profile of ones, where the least output must not follow the availability.</summary>
    private static string One(PyPsaContext context, string name, string place)
    {
        var ones = new double[context.Times.Stamps.Length];
        Array.Fill(ones, 1);
        return context.Profile(name, "p_min_pu", new PyPsaFigure(1, ones), place)!;
    }

    private static void Control(PyPsaContext context, PyPsaComponents generators, int row, PyPsaNode bus, string id)
    {
        string control = generators.Text(row, "control");
        bus.IsSlack |= control == "Slack";
        bus.HoldsVoltage |= control is "PV" or "Slack";
        double reactive = context.Mean(generators, row, "q_set", "power_units.reactive_power");
        if (reactive == 0)
            return;
        context.PowerUnits.Add(new PowerUnit { Supply = id, ReactivePower = reactive, Source = PyPsaContext.Source, Note = generators.Table.Place(row) });
    }
}
