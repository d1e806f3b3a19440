using System.Globalization;
using Corridor.Numerics.LinearPrograms;

namespace Corridor.Benchmarks.Cases;

/// <summary>Generated problems by name: gas_N_T and power_N_T.</summary>
internal static class NamedCases
{
    internal static LinearProgram Build(string name)
    {
        (string kind, int nodes, int periods) = Parse(name);
        return kind == "gas" ? GasProgram.Build(nodes, periods) : PowerProgram.Build(nodes, periods);
    }

    internal static (string Kind, int Nodes, int Periods) Parse(string name)
    {
        if (name.Split('_') is [("gas" or "power") and { } kind, { } nodes, { } periods]
            && int.TryParse(nodes, NumberStyles.None, CultureInfo.InvariantCulture, out int n)
            && int.TryParse(periods, NumberStyles.None, CultureInfo.InvariantCulture, out int t)
            && n >= 4 && t >= 1)
        {
            return (kind, n, t);
        }

        throw new ArgumentException($"'{name}' is no case: gas_N_T or power_N_T with N ≥ 4.");
    }
}
