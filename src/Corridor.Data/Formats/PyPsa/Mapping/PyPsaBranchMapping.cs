using Corridor.Data.Formats.Exchange;
using Corridor.Data.Formats.PyPsa.Reading;
using Corridor.Model.Findings;
using Corridor.Model.Network;
using Corridor.Model.Units;

namespace Corridor.Data.Formats.PyPsa.Mapping;

/// <summary>Lines and transformers become power lines whose flow follows angles, or voltages on direct current.</summary>
internal static class PyPsaBranchMapping
{
    /// <summary>Reactance or resistance of a branch that states none, as a share of the least that another states.</summary>
    private const double Bridge = 1e-3;

    /// <summary>Maps both lists.</summary>
    public static void Map(PyPsaContext context)
    {
        var branches = new List<(PyPsaComponents List, int Row, PyPsaImpedance Impedance, PyPsaNode From, PyPsaNode To)>();
        Collect(context, branches, "lines", new PyPsaLineTypes(context).Impedance);
        Collect(context, branches, "transformers", new PyPsaTransformerTypes(context).Impedance);
        double bridge = Bridge * branches.Select(b => Law(b.Impedance, b.From)).Where(x => x > 0 && double.IsFinite(x)).DefaultIfEmpty(1).Min();
        foreach ((PyPsaComponents list, int row, PyPsaImpedance impedance, PyPsaNode from, PyPsaNode to) in branches)
            Add(context, list, row, impedance, from, to, bridge);
    }

    private static void Collect(
        PyPsaContext context,
        List<(PyPsaComponents List, int Row, PyPsaImpedance Impedance, PyPsaNode From, PyPsaNode To)> branches,
        string list,
        Func<PyPsaComponents, int, PyPsaNode, PyPsaImpedance?> impedance)
    {
        if (context.Components(list) is not { } components)
            return;
        for (int row = 0; row < components.Count; row++)
        {
            PyPsaNode? from = context.Node(components, row, "bus0");
            PyPsaNode? to = context.Node(components, row, "bus1");
            if (from is null || to is null)
                continue;
            if (from.Id == to.Id)
                context.Skip(components, row, "it starts and ends at the same bus");
            else if (!from.IsElectric || !to.IsElectric)
                context.Findings.Add(FormatFindings.Contradiction.At($"{list} {components.Table.Names[row]}", new SourcePlace(components.Table.File, components.Table.Lines[row]), $"It joins '{from.Name}' and '{to.Name}', of which one is not of electricity; only electricity follows Kirchhoff's laws.", "Use a link."));
            else if (impedance(components, row, from) is { } known)
                branches.Add((components, row, known, from, to));
        }
    }

    private static double Law(PyPsaImpedance impedance, PyPsaNode from) => from.IsDirect ? impedance.Resistance : impedance.Reactance;

    private static void Add(PyPsaContext context, PyPsaComponents list, int row, PyPsaImpedance impedance, PyPsaNode from, PyPsaNode to, double bridge)
    {
        PyPsaTable table = list.Table;
        var capacity = new PyPsaCapacity(context, list, row, "s_nom");
        double share = Share(context, list, row);
        double law = Law(impedance, from);
        if (law == 0 || !double.IsFinite(law))
        {
            string attribute = from.IsDirect ? "r" : "x";
            context.Tally.Say(FidelityKind.Approximated, table, row, attribute, from.IsDirect ? "power_lines.resistance" : "power_lines.reactance", "a branch without impedance is given a thousandth of the least that another has", warns: true);
            impedance = from.IsDirect ? impedance with { Resistance = bridge } : impedance with { Reactance = bridge };
        }

        impedance = Finite(context, table, row, impedance);
        string id = context.AssetId(list, row, table.List == "lines" ? "line" : "transformer");
        Power rating = Power.FromMegawatts((impedance.Rating ?? capacity.Stated) * share);
        context.PowerLines.Add(new PowerLine
        {
            Id = id,
            Name = table.Names[row],
            From = from.Id,
            To = to.Id,
            Kind = from.IsDirect ? PowerLineKind.DcMeshed : PowerLineKind.Ac,
            Voltage = from.Voltage,
            Length = context.LengthOf(list, row),
            Reactance = impedance.Reactance == 0 ? null : impedance.Reactance,
            Resistance = impedance.Resistance == 0 ? null : impedance.Resistance,
            Charging = impedance.Charging == 0 ? null : impedance.Charging,
            TapRatio = impedance.TapRatio == 1 ? null : impedance.TapRatio,
            PhaseShift = impedance.PhaseShift == 0 ? null : impedance.PhaseShift,
            Rating = rating,
            Status = list.Flag(row, "active") ? AssetStatus.Operating : AssetStatus.Suspended,
            Source = PyPsaContext.Source,
            Note = table.Place(row),
        });
        if (share > 0)
            capacity.Expand(id, share);
        else
            capacity.CannotExpand("a branch that may carry nothing is not expanded");
    }

    /// <summary>Figures of a branch or its type that divide by a power or number of circuits of 0 are replaced, each with a word.</summary>
    private static PyPsaImpedance Finite(PyPsaContext context, PyPsaTable table, int row, PyPsaImpedance impedance)
    {
        double Of(double value, string attribute, string target, double instead, string note)
        {
            if (double.IsFinite(value))
                return value;
            context.Tally.Say(FidelityKind.Approximated, table, row, attribute, "power_lines." + target, note, warns: true);
            return instead;
        }

        const string None = "a figure that is not finite, such as one per unit of no power, is taken as 0";
        return impedance with
        {
            Reactance = Of(impedance.Reactance, "x", "reactance", 0, None),
            Resistance = Of(impedance.Resistance, "r", "resistance", 0, None),
            Charging = Of(impedance.Charging, "b", "charging", 0, None),
            TapRatio = Of(impedance.TapRatio, "tap_ratio", "tap_ratio", 1, "a ratio that is not finite is taken as 1"),
            PhaseShift = Of(impedance.PhaseShift, "phase_shift", "phase_shift", 0, None),
            Rating = impedance.Rating is { } rating ? Of(rating, "s_nom", "rating", 0, None) : null,
        };
    }

    /// <summary>The share of the capacity that may be used: the least over time, since a rating has no profile.</summary>
    private static double Share(PyPsaContext context, PyPsaComponents list, int row)
    {
        PyPsaFigure share = context.Figure(list, row, "s_max_pu");
        if (share.Series is not null && share.Least < share.Greatest)
            context.Tally.Say(FidelityKind.Approximated, list.Table, row, "s_max_pu (series)", "power_lines.rating", "the least over time is taken", warns: true);
        return Math.Max(0, share.Least);
    }
}
