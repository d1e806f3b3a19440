using Corridor.Model.Findings;
using Corridor.Model.Provenance;
using Corridor.Model.Rules;
using Corridor.Model.Schema;

namespace Corridor.Data.Packages.Validation;

/// <summary>Ids that must exist.</summary>
internal static class ReferenceChecks
{
    internal static void References(ValidationContext context)
    {
        foreach (TableSchema table in PackageSchema.Tables)
        {
            IReadOnlyList<Row> rows = table.RowsOf(context.System);
            if (rows.Count == 0)
                continue;
            foreach (ColumnSchema column in table.Columns)
            {
                if (column.References is { } reference)
                    Check(context, table, rows, column, reference);
            }
        }
    }

    internal static void Exemptions(ValidationContext context)
    {
        IReadOnlyList<Rule> rules = context.System.Rules;
        for (int i = 0; i < rules.Count; i++)
        {
            foreach (string id in rules[i].Exempt)
            {
                if (!context.MayExist("assets", id) && !context.MayExist("contracts", id))
                    context.Report(ValidationFindings.ExemptUnknown, "rules", i, "exempt", $"'{id}' is neither an asset nor a contract.", Suggestion.Ask(id, context.Candidates("assets").Concat(context.Candidates("contracts"))));
            }
        }
    }

    /// <summary>Labels, events and observations may speak of any row that has an id.</summary>
    internal static void Subjects(ValidationContext context)
    {
        var ids = PackageSchema.Tables.Where(t => t.IdColumn is not null).SelectMany(t => context.Ids(t.Name).Keys).ToHashSet(StringComparer.Ordinal);
        if (PackageSchema.Tables.Any(t => !context.Places.IsComplete(t.Name)))
            return;
        IReadOnlyList<Label> labels = context.System.Labels;
        for (int i = 0; i < labels.Count; i++)
            Check(context, ids, "labels", i, "id", labels[i].Id);
        IReadOnlyList<TimelineEvent> events = context.System.Events;
        for (int i = 0; i < events.Count; i++)
            Check(context, ids, "events", i, "subject", events[i].Subject);
        IReadOnlyList<Observation> observations = context.System.Observations;
        for (int i = 0; i < observations.Count; i++)
            CheckObservation(context, i, observations[i]);
    }

    private static void Check(ValidationContext context, TableSchema table, IReadOnlyList<Row> rows, ColumnSchema column, string reference)
    {
        string? lastGood = null;
        for (int i = 0; i < rows.Count; i++)
        {
            object? value = column.Get(rows[i]);
            if (value is string id)
            {
                if (ReferenceEquals(id, lastGood))
                    continue;
                if (Check(context, table, i, column, reference, id))
                    lastGood = id;
            }
            else if (value is IReadOnlyList<string> list)
            {
                foreach (string item in list)
                    Check(context, table, i, column, reference, item);
            }
        }
    }

    private static bool Check(ValidationContext context, TableSchema table, int row, ColumnSchema column, string reference, string id)
    {
        if (context.MayExist(reference, id))
            return true;
        string kinds = string.Join(", ", PackageSchema.TargetsOf(reference).Select(t => t.Name));
        context.Report(ValidationFindings.DanglingReference, table.Name, row, column.Name, $"{column.Name} names '{Shorten(id)}', which is not in {kinds}.", Suggestion.Ask(id, context.Candidates(reference)));
        return false;
    }

    private static void Check(ValidationContext context, HashSet<string> ids, string table, int row, string column, string? id)
    {
        if (id is not null && !ids.Contains(id))
            context.Report(ValidationFindings.LabelUnknown, table, row, column, $"'{Shorten(id)}' is the id of no row.", Suggestion.Ask(id, ids));
    }

    private static void CheckObservation(ValidationContext context, int row, Observation observation)
    {
        if (PackageSchema.Find(observation.Table) is not { IdColumn: not null } table)
            context.Report(ValidationFindings.LabelUnknown, "observations", row, "table", $"'{Shorten(observation.Table)}' is no table with ids.", Suggestion.Ask(observation.Table, PackageSchema.Tables.Select(t => t.Name)));
        else if (!context.Ids(table.Name).ContainsKey(observation.Subject))
            context.Report(ValidationFindings.LabelUnknown, "observations", row, "subject", $"'{Shorten(observation.Subject)}' is not in {table.Name}.", Suggestion.Ask(observation.Subject, context.Ids(table.Name).Keys));
    }

    private static string Shorten(string text) => text.Length <= 60 ? text : text[..60] + "…";
}
