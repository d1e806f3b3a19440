using System.Globalization;
using Corridor.Model.Findings;
using Corridor.Model.Provenance;
using Corridor.Model.Schema;

namespace Corridor.Data.Packages.Validation;

/// <summary>Claims agree with the figures that they stand for.</summary>
internal static class ClaimChecks
{
    private const string Table = "claims";
    private const double Tolerance = 1e-6;

    internal static void Targets(ValidationContext context)
    {
        for (int i = 0; i < context.System.Claims.Count; i++)
        {
            Claim claim = context.System.Claims[i];
            if (PackageSchema.Find(claim.Table) is not { IdColumn: not null } table)
            {
                context.Report(ValidationFindings.ClaimTarget, Table, i, "table", $"'{claim.Table}' is no table with ids.", Suggestion.Ask(claim.Table, PackageSchema.Tables.Select(t => t.Name)));
                continue;
            }

            if (!context.Ids(table.Name).ContainsKey(claim.Subject) && context.Places.IsComplete(table.Name))
                context.Report(ValidationFindings.ClaimTarget, Table, i, "subject", $"'{claim.Subject}' is not in {table.Name}.", Suggestion.Ask(claim.Subject, context.Ids(table.Name).Keys));
            if (table.Column(claim.Column) is not null)
                continue;
            string? near = Suggestion.Ask(claim.Column, table.Columns.Select(c => c.Name));
            if (claim.InUse)
                context.Report(ValidationFindings.ClaimTarget, Table, i, "column", $"The claim is in use, but '{claim.Column}' is no column of {table.Name}.", near);
            else if (near is not null)
                context.Report(ValidationFindings.ClaimColumn, Table, i, "column", $"'{claim.Column}' is no column of {table.Name}.", near);
        }
    }

    internal static void Values(ValidationContext context)
    {
        for (int i = 0; i < context.System.Claims.Count; i++)
        {
            Claim claim = context.System.Claims[i];
            if (!claim.InUse || claim.Value is not { } value || Figure(context, claim) is not { } figure || Agree(figure, value))
                continue;
            if (DatedFigures(context, claim).Any(f => Agree(f, value)))
                continue;
            context.Report(
                ValidationFindings.ClaimDiffers,
                Table,
                i,
                "value",
                string.Create(CultureInfo.InvariantCulture, $"The claim says {value}, {claim.Table} {claim.Subject} has {claim.Column} {figure} ({context.Where(claim.Table, context.Ids(claim.Table)[claim.Subject])})."),
                "The value of a claim is in the unit of the row.");
        }
    }

    internal static void Contradictions(ValidationContext context)
    {
        IReadOnlyList<Claim> claims = context.System.Claims;
        var groups = Enumerable.Range(0, claims.Count).GroupBy(i => (claims[i].Table, claims[i].Subject, claims[i].Column, claims[i].AsOf));
        foreach (IGrouping<(string Table, string Subject, string Column, string? AsOf), int> group in groups)
        {
            int[] inUse = [.. group.Where(i => claims[i].InUse)];
            for (int k = 1; k < inUse.Length; k++)
                context.Report(ValidationFindings.ClaimsInUse, Table, inUse[k], "in_use", $"Another claim about this figure is in use already ({context.Where(Table, inUse[0])}).");
            bool contradict = group.Any(i => claims[i].Value is { } value && !Agree(value, claims[group.First(k => claims[k].Value is not null)].Value!.Value));
            if (contradict && !inUse.Any(i => claims[i].Reason is not null))
                context.Report(ValidationFindings.ClaimReason, Table, inUse.Length > 0 ? inUse[0] : group.First(), "reason", $"{group.Count()} claims about {group.Key.Table} {group.Key.Subject} {group.Key.Column} contradict each other.");
        }
    }

    private static bool Agree(double a, double b) => Math.Abs(a - b) <= Tolerance * Math.Max(Math.Abs(a), Math.Abs(b));

    private static double? Figure(ValidationContext context, Claim claim)
    {
        if (PackageSchema.Find(claim.Table) is not { IdColumn: not null } table || table.Column(claim.Column) is not { } column || context.Find<Row>(table.Name, claim.Subject) is not { } row)
            return null;
        return column.NumberIn(column.Get(row));
    }

    private static IEnumerable<double> DatedFigures(ValidationContext context, Claim claim) => context.System.DatedValues
        .Where(v => v.Table == claim.Table && v.Subject == claim.Subject && v.Column == claim.Column)
        .Select(v => CellText.TryParseNumber(v.Value, out double number, out _) ? number : double.NaN);
}
