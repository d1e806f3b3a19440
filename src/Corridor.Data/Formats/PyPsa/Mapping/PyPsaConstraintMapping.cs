using Corridor.Data.Formats.Exchange;
using Corridor.Model.Network;
using Corridor.Model.Rules;

namespace Corridor.Data.Formats.PyPsa.Mapping;

/// <summary>Global constraints: limits of CO2 become rules; the others are reported.</summary>
internal static class PyPsaConstraintMapping
{
    private const string Everything = "everything";

    /// <summary>Maps the constraints; called after all assets, to know which carriers give CO2.</summary>
    public static void Map(PyPsaContext context)
    {
        if (context.Components("global_constraints") is not { } constraints)
            return;
        for (int row = 0; row < constraints.Count; row++)
        {
            string type = constraints.Text(row, "type");
            string attribute = constraints.Text(row, "carrier_attribute");
            double constant = constraints.Number(row, "constant");
            constant = double.IsNaN(constant) ? 0 : constant;
            string? why = type != "primary_energy" ? "its type is not modelled"
                : attribute != "co2_emissions" ? "only limits of co2_emissions are modelled"
                : constraints.Text(row, "sense") != "<=" ? "only limits from above (<=) are modelled"
                : double.IsPositiveInfinity(constant) ? "an infinite limit is none"
                : constant < 0 ? "a negative limit is not modelled"
                : null;
            if (why is null)
                Cap(context, constraints, row, constant);
            else
                Drop(context, constraints, row, why);
        }
    }

    private static void Cap(PyPsaContext context, PyPsaComponents constraints, int row, double constant)
    {
        if (context.Times.YearShares.Count > 1)
            context.Tally.Say(FidelityKind.Approximated, constraints.Table, row, "constant", "rules.emissions", "the sum is shared out to the calendar years by their length", warns: true);
        Stores(context, constraints, row);
        HashSet<string> carriers = [.. context.Supplies.Where(s => s.Co2 > 0).Select(s => context.Nodes.First(n => n.Id == s.Node).Carrier)];
        string name = constraints.Table.Names[row];
        context.Rules.Add(new Rule
        {
            Id = PyPsaContext.Id(context.RuleIds, constraints, row, ""),
            Name = name,
            Effect = RuleEffect.CapCo2,
            Start = context.Times.From,
            Carrier = carriers.Count == 1 ? carriers.First() : carriers.Count == 0 ? context.Carriers[0].Id : null,
            Origin = carriers.Count > 1 ? Root(context) : null,
            Emissions = context.Times.Annual(constant),
            Source = PyPsaContext.Source,
            Note = constraints.Table.Place(row) + ", a limit of the whole horizon, stated for a calendar year",
        });
    }

    /// <summary>The zone that holds all others.</summary>
    private static string Root(PyPsaContext context)
    {
        if (context.Zones.Count == 1)
            return context.Zones[0].Id;
        if (context.Zones.Exists(z => z.Id == Everything && z.Parent is null))
            return Everything;
        for (int i = 0; i < context.Zones.Count; i++)
            context.Zones[i] = context.Zones[i] with { Parent = Everything };
        context.Zones.Add(new Zone { Id = Everything, Name = "Everything", Source = PyPsaContext.Source, Note = "holds all countries, for limits of the whole network" });
        return Everything;
    }

    /// <summary>The format counts what stores of an emitting carrier lose from start to end; a rule does not.</summary>
    private static void Stores(PyPsaContext context, PyPsaComponents constraints, int row)
    {
        Dictionary<string, double> emissions = PyPsaGeneratorMapping.Emissions(context);
        foreach ((string list, string cyclic) in new[] { ("stores", "e_cyclic"), ("storage_units", "cyclic_state_of_charge") })
        {
            if (context.Components(list) is not { } stores)
                continue;
            for (int i = 0; i < stores.Count; i++)
            {
                if (stores.Flag(i, cyclic) || emissions.GetValueOrDefault(stores.Text(i, "carrier")) == 0)
                    continue;
                context.Tally.Say(FidelityKind.Approximated, constraints.Table, row, "carrier_attribute", "rules.effect", "what emitting stores lose from start to end is not counted", warns: true);
                return;
            }
        }
    }

    private static void Drop(PyPsaContext context, PyPsaComponents constraints, int row, string why)
    {
        foreach (string attribute in new[] { "type", "carrier_attribute", "sense", "constant" })
        {
            if (constraints.Table.Column(attribute) is { } column && (column.Texts is { } texts ? texts[row].Length > 0 : !double.IsNaN(column.Numbers![row])))
                context.Tally.Say(FidelityKind.Dropped, constraints.Table, row, attribute, "", why, warns: attribute == "constant");
        }
    }
}
