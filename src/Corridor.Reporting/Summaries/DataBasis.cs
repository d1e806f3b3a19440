using System.Globalization;
using Corridor.Model;
using Corridor.Model.Provenance;
using Corridor.Model.Schema;
using Corridor.Reporting.Terminal;

namespace Corridor.Reporting.Summaries;

/// <summary>How the figures of a package came to be: a certificate speaks of the arithmetic, this of what went into it.</summary>
/// <param name="Rows">Rows that state a basis; evidence beside the figures (claims, observations, events) is not counted.</param>
/// <param name="Estimated">Of them, estimated.</param>
/// <param name="Assumed">Of them, assumed.</param>
public sealed record DataBasis(int Rows, int Estimated, int Assumed)
{
    private static readonly HashSet<string> Evidence = ["claims", "observations", "events", "labels", "sources"];

    /// <summary>Counts the rows of a package.</summary>
    /// <param name="system">The package.</param>
    public static DataBasis Of(EnergySystem system)
    {
        ArgumentNullException.ThrowIfNull(system);
        int rows = 0, estimated = 0, assumed = 0;
        foreach (TableSchema table in PackageSchema.Tables)
        {
            if (Evidence.Contains(table.Name))
                continue;
            foreach (Row row in table.RowsOf(system))
            {
                rows += row.Basis is null ? 0 : 1;
                estimated += row.Basis == Basis.Estimated ? 1 : 0;
                assumed += row.Basis == Basis.Assumed ? 1 : 0;
            }
        }

        return new DataBasis(rows, estimated, assumed);
    }

    /// <summary>In words: "of 5,210 rows of data 24 % are assumed, 8 % estimated"; null where no row states a basis.</summary>
    public string? Words() => Rows == 0
        ? null
        : string.Create(CultureInfo.InvariantCulture, $"of {NumberText.Count(Rows)} rows of data {100.0 * Assumed / Rows:0}\u00A0% are assumed, {100.0 * Estimated / Rows:0}\u00A0% estimated");
}
