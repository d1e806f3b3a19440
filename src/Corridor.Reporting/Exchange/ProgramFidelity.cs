using Corridor.Data.Formats.Exchange;
using Corridor.Model;
using Corridor.Model.Schema;

namespace Corridor.Reporting.Exchange;

/// <summary>What the linear program of a run keeps of its package.</summary>
public static class ProgramFidelity
{
    private const string Program = "linear program";

    /// <summary>Tables that no dispatch reads.</summary>
    private static readonly string[] Outside =
        ["backtest_routes", "claims", "compressors", "events", "labels", "observations", "power_nodes", "power_units", "projects", "route_points", "sources"];

    /// <summary>Rows and columns of the program are exact; rows of the package are in it as coefficients, or not at all.</summary>
    /// <param name="system">The package, scenarios applied.</param>
    /// <param name="rows">Rows written.</param>
    /// <param name="columns">Columns written.</param>
    public static FidelityReport Of(EnergySystem system, int rows, int columns)
    {
        ArgumentNullException.ThrowIfNull(system);
        var report = new FidelityReport();
        report.Exact(Program, "rows", "ROWS", rows);
        report.Exact(Program, "columns", "COLUMNS", columns);
        foreach (TableSchema table in PackageSchema.Tables)
        {
            int count = table.RowsOf(system).Count;
            if (Outside.Contains(table.Name))
                report.Dropped(table.Name, "", "no dispatch reads it", null, count);
            else
                report.Approximated(table.Name, "", Program, "as coefficients, bounds and costs of the horizon; names, notes and sources are left behind, ids stand in the names of rows and columns", null, count);
        }

        return report;
    }
}
