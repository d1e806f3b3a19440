using System.Globalization;

namespace Corridor.Tests.Numerics;

/// <summary>The optima of the files of the public collection.</summary>
internal static class NetlibOptima
{
    /// <summary>
    /// Where the list differs from the file by more than 10⁻⁹ (for e226 by its constant): what the dual simplex
    /// method of Clp 1.17, at tolerances of 10⁻⁹, and our own vertex agree on for the file itself (docs/validation/linear-programs.md).
    /// </summary>
    private static readonly Dictionary<string, double> OfTheFile = new()
    {
        ["d2q06c"] = 122784.2108141894,
        ["e226"] = -11.63892906637055,
        ["etamacro"] = -755.7152333522959,
        ["finnis"] = 172791.0655956116,
        ["ganges"] = -109585.73612927826,
        ["nesm"] = 14076036.48756273,
        ["pilot4"] = -2581.139258885231,
        ["scagr7"] = -2331389.824330984,
        ["scrs8"] = 904.2969538007914,
    };

    /// <summary>By name of the file.</summary>
    internal static Dictionary<string, double> Read(string folder)
    {
        Dictionary<string, double> known = [];
        foreach (string line in File.ReadLines(Path.Combine(folder, "optima.csv")).Skip(1))
        {
            string[] field = line.Split(',');
            known[field[0]] = OfTheFile.TryGetValue(field[0], out double exact)
                ? exact
                : double.Parse(field[5].Length > 0 ? field[5] : field[4], CultureInfo.InvariantCulture);
        }

        return known;
    }
}
