using Corridor.Model.Schema;

namespace Corridor.Data.Packages.Validation;

/// <summary>Codes of countries, currencies and languages have the form of their standard.</summary>
internal static class CodeChecks
{
    internal static void Codes(ValidationContext context)
    {
        foreach (TableSchema table in PackageSchema.Tables)
        {
            foreach (ColumnSchema column in table.Columns)
            {
                (string Example, Predicate<string> IsGood)? form = column.Name switch
                {
                    "iso" => ("two capital letters such as KZ", c => c.Length == 2 && c.All(char.IsAsciiLetterUpper)),
                    "currency" => ("three capital letters such as USD", c => c.Length == 3 && c.All(char.IsAsciiLetterUpper)),
                    "language" => ("two small letters such as ru", c => c.Length == 2 && c.All(char.IsAsciiLetterLower)),
                    _ => null,
                };
                if (form is { } known)
                    Check(context, table, column, known.Example, known.IsGood);
            }
        }
    }

    private static void Check(ValidationContext context, TableSchema table, ColumnSchema column, string example, Predicate<string> isGood)
    {
        IReadOnlyList<Row> rows = table.RowsOf(context.System);
        for (int i = 0; i < rows.Count; i++)
        {
            if (column.Get(rows[i]) is string code && !isGood(code))
                context.Report(ValidationFindings.CodeForm, table.Name, i, column.Name, $"'{(code.Length <= 60 ? code : code[..60])}' is no code of its standard: {example} are expected.");
        }
    }
}
