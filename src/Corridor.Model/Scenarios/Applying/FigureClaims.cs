using System.Globalization;
using Corridor.Model.Provenance;
using Corridor.Model.Schema;

namespace Corridor.Model.Scenarios.Applying;

/// <summary>
/// Lets the provenance follow a changed cell: the package's claims about it stay, but are in use no longer; a claim of the scenario says what
/// holds now, and from where.
/// </summary>
internal static class FigureClaims
{
    private static readonly TableSchema Claims = PackageSchema.Table("claims");

    internal static void Follow(ChangeStage stage, TableSchema table, Row row, ColumnSchema column, string text)
    {
        if (table.IdOf(row) is not { } id || table == Claims || column.NumberIn(column.Get(row)) is not { } number)
            return;
        IReadOnlyList<Row> claims = stage.Draft.Rows(Claims);
        int count = claims.Count;
        for (int i = 0; i < count; i++)
        {
            if (stage.Draft.Rows(Claims)[i] is Claim { InUse: true } claim && claim.Table == table.Name && claim.Subject == id && claim.Column == column.Name)
                stage.Draft.Edit(Claims, i, stage.Place, (Claims.Column("in_use")!, false), (Claims.Column("reason")!, $"replaced by {stage.Note}"));
        }

        ScenarioChange change = stage.Change;
        stage.Draft.Add(
            Claims,
            new Claim
            {
                Id = string.Create(CultureInfo.InvariantCulture, $"scenario.{stage.Scenario.Name}.{stage.Number}.{count + 1}"),
                Table = table.Name,
                Subject = id,
                Column = column.Name,
                AsPrinted = text,
                UnitAsPrinted = column.Unit ?? (column.UnitColumn is { } unit ? table.Column(unit)?.Get(row)?.ToString() : null),
                Value = number,
                Confidence = change.Source is null ? Confidence.Low : Confidence.Medium,
                InUse = true,
                Reason = stage.Note,
                Source = change.Source,
                Basis = change.Source is null ? Basis.Assumed : Basis.Derived,
                Note = stage.Note,
            },
            stage.Place);
    }
}
