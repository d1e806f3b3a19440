using Corridor.Data.Formats.Exchange;
using Corridor.Model.Findings;

namespace Corridor.Data.Formats.PyPsa.Mapping;

/// <summary>The types of transformers: the file's own, then the standard ones.</summary>
internal sealed class PyPsaTransformerTypes
{
    private readonly PyPsaContext _context;
    private readonly Dictionary<string, PyPsaTransformerType> _types = PyPsaStandardTypes.Transformers.ToDictionary(t => t.Name, StringComparer.Ordinal);

    public PyPsaTransformerTypes(PyPsaContext context)
    {
        _context = context;
        if (context.Components("transformer_types") is not { } own)
            return;
        for (int row = 0; row < own.Count; row++)
        {
            string name = own.Table.Names[row];
            double Of(string attribute) => own.Number(row, attribute);
            _types[name] = new PyPsaTransformerType(name, Of("s_nom"), Of("vsc"), Of("vscr"), Of("pfe"), Of("i0"), Of("phase_shift"), Of("tap_neutral"), Of("tap_step"));
        }
    }

    /// <summary>
    /// The figures of a transformer: of its type where it names one, else its own, which are in per unit of its own power and of the
    /// voltage of its first bus; null with a finding for an unknown type.
    /// </summary>
    public PyPsaImpedance? Impedance(PyPsaComponents list, int row, PyPsaNode from)
    {
        string name = list.Text(row, "type");
        double square = from.Voltage * from.Voltage;
        if (name.Length == 0)
        {
            double power = list.Number(row, "s_nom");
            return new PyPsaImpedance(list.Number(row, "x") / power * square, list.Number(row, "r") / power * square, list.Number(row, "b") * power)
            {
                TapRatio = list.Number(row, "tap_ratio"),
                PhaseShift = _context.Mean(list, row, "phase_shift", "power_lines.phase_shift"),
            };
        }

        if (!_types.TryGetValue(name, out PyPsaTransformerType? type))
        {
            _context.Findings.Add(FormatFindings.UnknownId.At($"transformers {list.Table.Names[row]}", new SourcePlace(list.Table.File, list.Table.Lines[row], 0, "type"), $"There is no type of transformer '{name}'.", "Add it to transformer_types.csv, or state x, r and s_nom and leave the type empty."));
            return null;
        }

        double circuits = list.Number(row, "num_parallel");
        if (!(circuits > 0))
            _context.Tally.Say(FidelityKind.Approximated, list.Table, row, "num_parallel", "power_lines.reactance", "a transformer with a type needs at least a part of one", warns: true);
        double resistance = type.ShortCircuitReal / 100;
        double reactance = Math.Sqrt(Math.Max(0, Math.Pow(type.ShortCircuit / 100, 2) - (resistance * resistance)));
        double conductance = type.IronLoss / (1000 * type.Power);
        double susceptance = -Math.Sqrt(Math.Max(0, Math.Pow(type.OpenCurrent / 100, 2) - (conductance * conductance)));
        return new PyPsaImpedance(reactance / circuits / type.Power * square, resistance / circuits / type.Power * square, susceptance * circuits * type.Power)
        {
            TapRatio = 1 + ((list.Number(row, "tap_position") - type.TapNeutral) * (type.TapStep / 100)),
            PhaseShift = type.PhaseShift,
            Rating = list.Flag(row, "s_nom_extendable") ? null : type.Power,
        };
    }
}
