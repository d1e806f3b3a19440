using Corridor.Model.Schema;

namespace Corridor.Data.Packages.Validation;

/// <summary>Tables that must be there, keys that must differ.</summary>
internal static class KeyChecks
{
    internal static void RequiredTables(ValidationContext context)
    {
        foreach (TableSchema table in PackageSchema.Tables)
        {
            if (table.Required && table.RowsOf(context.System).Count == 0 && context.Places.IsComplete(table.Name))
                context.Report(ValidationFindings.MissingTable, table.Name, $"The package has no {table.Name}: {table.Meaning.ToLowerInvariant()}.", $"Add {table.FileName} and list it in datapackage.json.");
        }
    }

    internal static void DuplicateKeys(ValidationContext context)
    {
        foreach (TableSchema table in PackageSchema.Tables)
        {
            IReadOnlyList<Row> rows = table.RowsOf(context.System);
            if (rows.Count < 2)
                continue;
            IReadOnlyList<ColumnSchema> key = table.Key;
            var first = new Dictionary<RowKey, int>(rows.Count);
            for (int i = 0; i < rows.Count; i++)
            {
                Row row = rows[i];
                var of = new RowKey(Part(key, 0, row), Part(key, 1, row), Part(key, 2, row), Part(key, 3, row));
                if (!first.TryAdd(of, i))
                    context.Report(ValidationFindings.DuplicateKey, table.Name, i, key[0].Name, $"The same {string.Join(", ", key.Select(c => c.Name))} stands in {context.Where(table.Name, first[of])}.");
            }
        }
    }

    internal static void AssetIds(ValidationContext context)
    {
        foreach (string name in PackageSchema.AssetTables)
        {
            TableSchema table = PackageSchema.Table(name);
            foreach ((string id, int row) in context.Ids(name))
            {
                (TableSchema other, int otherRow) = context.FindAsset(id)!.Value;
                if (other != table)
                    context.Report(ValidationFindings.SharedAssetId, name, row, "id", $"'{id}' is also the id of {context.Where(other.Name, otherRow)}; rules and dated values could not tell them apart.", $"Write {id}-{name.TrimEnd('s')}, for example.");
            }
        }
    }

    private static object? Part(IReadOnlyList<ColumnSchema> key, int index, Row row) => index < key.Count ? key[index].Get(row) : null;

    private readonly record struct RowKey(object? First, object? Second, object? Third, object? Fourth);
}
