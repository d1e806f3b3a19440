using Corridor.Data.Formats.Exchange;
using Corridor.Model.Findings;

namespace Corridor.Data.Formats.PyPsa.Mapping;

/// <summary>The types of lines: the file's own, then the standard ones.</summary>
internal sealed class PyPsaLineTypes
{
    private readonly PyPsaContext _context;
    private readonly Dictionary<string, PyPsaLineType> _types = PyPsaStandardTypes.Lines.ToDictionary(t => t.Name, StringComparer.Ordinal);

    public PyPsaLineTypes(PyPsaContext context)
    {
        _context = context;
        if (context.Components("line_types") is not { } own)
            return;
        for (int row = 0; row < own.Count; row++)
        {
            string name = own.Table.Names[row];
            _types[name] = new PyPsaLineType(name, own.Number(row, "f_nom"), own.Number(row, "r_per_length"), own.Number(row, "x_per_length"), own.Number(row, "c_per_length"));
        }
    }

    /// <summary>The figures of a line: of its type and length where it names one, else its own; null with a finding for an unknown type.</summary>
    public PyPsaImpedance? Impedance(PyPsaComponents lines, int row, PyPsaNode from)
    {
        string name = lines.Text(row, "type");
        double square = from.Voltage * from.Voltage;
        if (name.Length == 0)
            return new PyPsaImpedance(lines.Number(row, "x"), lines.Number(row, "r"), lines.Number(row, "b") * square);
        if (!_types.TryGetValue(name, out PyPsaLineType? type))
        {
            _context.Findings.Add(FormatFindings.UnknownId.At($"lines {lines.Table.Names[row]}", new SourcePlace(lines.Table.File, lines.Table.Lines[row], 0, "type"), $"There is no type of line '{name}'.", "Add it to line_types.csv, or state x and r and leave the type empty."));
            return null;
        }

        double length = lines.Number(row, "length");
        double circuits = lines.Number(row, "num_parallel");
        if (!(circuits > 0) || !(length > 0))
            _context.Tally.Say(FidelityKind.Approximated, lines.Table, row, circuits > 0 ? "length" : "num_parallel", "power_lines.reactance", "a line with a type needs a length and circuits", warns: true);
        double farads = type.Capacitance * 1e-9 * length * circuits;
        return new PyPsaImpedance(type.Reactance * length / circuits, type.Resistance * length / circuits, 2 * Math.PI * type.Frequency * farads * square);
    }
}
