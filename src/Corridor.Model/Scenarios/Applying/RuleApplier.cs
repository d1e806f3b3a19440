using System.Globalization;
using Corridor.Model.Rules;
using Corridor.Model.Schema;
using Corridor.Model.Time;

namespace Corridor.Model.Scenarios.Applying;

/// <summary>Columns of a rule, and days on which it is out of force.</summary>
internal static class RuleApplier
{
    private static readonly TableSchema Table = PackageSchema.Table("rules");
    private static readonly TableSchema Dated = PackageSchema.Table("dated_values");

    internal static void Apply(ChangeStage stage, RuleChange change)
    {
        int row = stage.Draft.Find(Table, change.Rule.Text);
        if (row < 0)
        {
            stage.Unknown(change.Rule, Table.Name, Table);
            return;
        }

        ColumnEdits.Apply(stage, Table, row, change.Columns);
        if (change.Off)
            Suspend(stage, row);
    }

    /// <summary>Leaves the part of the rule before the window, the part after it, or both as two rules; a rule without days left is taken out.</summary>
    private static void Suspend(ChangeStage stage, int row)
    {
        var rule = (Rule)stage.Draft.Rows(Table)[row];
        DateWindow window = stage.Window;
        if (!window.Overlaps(new DateWindow(rule.Start, rule.End)))
            return;
        bool before = rule.Start < window.From, after = window.To is { } to && !(rule.End <= to);
        stage.Wrote("rules", rule.Id, "start", window, true);
        ColumnSchema start = Table.Column("start")!, end = Table.Column("end")!;
        if (before)
        {
            stage.Draft.Edit(Table, row, stage.Place, (end, window.From));
            if (after)
                AddRest(stage, rule, window.To!.Value);
        }
        else if (after)
        {
            stage.Draft.Edit(Table, row, stage.Place, (start, window.To));
        }
        else
        {
            Remove(stage, rule);
        }

        stage.Did("rules", rule.Id, null, rule.Id, null, window);
    }

    private static void AddRest(ChangeStage stage, Rule rule, DateOnly from)
    {
        string id = string.Create(CultureInfo.InvariantCulture, $"{rule.Id}.from-{from:yyyy-MM-dd}");
        // Dealings have run off once; they do not run off again.
        stage.Draft.Add(Table, rule with { Id = id, Start = from, WindDown = rule.WindDown > from ? rule.WindDown : null }, stage.Place);
        foreach (DatedValue value in stage.Draft.Rows<DatedValue>("dated_values").Where(v => v.Table == "rules" && v.Subject == rule.Id).ToList())
            stage.Draft.Add(Dated, value with { Subject = id }, stage.Place);
    }

    /// <summary>A rule that never binds any more, with every row that speaks of it alone.</summary>
    private static void Remove(ChangeStage stage, Rule rule)
    {
        foreach ((string table, Func<Row, bool> isAbout) in new (string, Func<Row, bool>)[]
        {
            ("rules", r => ((Rule)r).Id == rule.Id),
            ("dated_values", r => r is DatedValue { Table: "rules" } v && v.Subject == rule.Id),
            ("claims", r => r is Provenance.Claim { Table: "rules" } c && c.Subject == rule.Id),
            ("labels", r => ((Provenance.Label)r).Id == rule.Id),
            ("observations", r => r is Provenance.Observation { Table: "rules" } o && o.Subject == rule.Id),
            ("events", r => ((Provenance.TimelineEvent)r).Subject == rule.Id),
        })
        {
            TableSchema schema = PackageSchema.Table(table);
            IReadOnlyList<Row> rows = stage.Draft.Rows(schema);
            if (rows.Any(isAbout))
                stage.Draft.Replace(schema, [.. rows.Where(r => !isAbout(r))]);
        }
    }
}
