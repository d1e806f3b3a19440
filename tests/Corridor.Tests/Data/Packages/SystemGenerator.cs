using System.Globalization;
using Corridor.Model;
using Corridor.Model.Schema;
using Corridor.Model.Units;

namespace Corridor.Tests.Data.Packages;

/// <summary>Makes systems with rows in every table from the schema alone; references are not kept, only the form.</summary>
internal sealed class SystemGenerator(int seed)
{
    private static readonly string[] Words = ["gas", "Нефть", "天然气", "a,b", "\"quoted\"", "two\nlines", "crlf\r\nhere", "الغاز", "=1+1", "semi;colon", "x y", "😀", "tab\there", "'"];
    private static readonly AmountUnit[] Amounts = [.. new[] { "mcm@20C", "bcm@0C", "kt", "GWh", "PJ_net", "MMBtu_gross", "kb" }.Select(AmountUnit.Parse)];
    private static readonly RateUnit[] Rates = [.. new[] { "mcm@20C/d", "bcm@15C/year", "MW", "kb/d", "Mt/year" }.Select(RateUnit.Parse)];
    private static readonly PriceUnit[] Prices = [.. new[] { "USD/kcm@20C", "EUR/MWh_gross", "CNY/t", "USD/kcm@20C/100km" }.Select(PriceUnit.Parse)];
    private readonly Random _random = new(seed);
    private int _ids;

    /// <summary>A system with up to a few rows in each table, and about half of the optional cells filled.</summary>
    internal EnergySystem Some(int mostRows) => Make(_ => _random.Next(mostRows + 1), () => _random.Next(2) == 0);

    /// <summary>A system with rows in each table and every cell filled.</summary>
    internal EnergySystem Full(int rows) => Make(_ => rows, () => true);

    /// <summary>Every difference between two systems, one line each.</summary>
    internal static IEnumerable<string> Differences(EnergySystem expected, EnergySystem actual)
    {
        if (expected.Description != actual.Description)
            yield return $"{expected.Description} became {actual.Description}";
        foreach (TableSchema table in PackageSchema.Tables)
        {
            IReadOnlyList<Row> left = table.RowsOf(expected);
            IReadOnlyList<Row> right = table.RowsOf(actual);
            if (left.Count != right.Count)
                yield return $"{table.Name}: {left.Count} rows became {right.Count}";
            for (int i = 0; i < Math.Min(left.Count, right.Count); i++)
            {
                foreach (ColumnSchema column in table.Columns)
                {
                    object? a = column.Get(left[i]);
                    object? b = column.Get(right[i]);
                    bool equal = a is IReadOnlyList<string> list ? list.SequenceEqual((IReadOnlyList<string>)b!) : Equals(a, b);
                    if (!equal)
                        yield return string.Create(CultureInfo.InvariantCulture, $"{table.Name}[{i}].{column.Name}: {a} became {b}");
                }
            }
        }
    }

    private EnergySystem Make(Func<TableSchema, int> count, Func<bool> isFilled)
    {
        var rows = new Dictionary<string, IReadOnlyList<Row>>(StringComparer.Ordinal);
        foreach (TableSchema table in PackageSchema.Tables)
            rows[table.Name] = [.. Enumerable.Range(0, count(table)).Select(_ => MakeRow(table, isFilled))];
        return PackageSchema.Create(
            new PackageDescription
            {
                Name = "generated",
                Title = "Ein \"Titel\", с юникодом",
                Description = "Made by a generator\nfor a test",
                Version = "1.2.3",
                Licence = "CC-BY-4.0",
                LicenceTitle = "Attribution, four",
                LicencePath = "https://example.org/by",
                Currency = "EUR",
                From = new DateOnly(2024, 2, 29),
                To = new DateOnly(2030, 1, 1),
            },
            rows);
    }

    private Row MakeRow(TableSchema table, Func<bool> isFilled)
    {
        Row row = table.NewRow();
        var units = new Dictionary<string, object>(StringComparer.Ordinal);
        foreach (ColumnSchema column in table.Columns)
        {
            if (column.Kind is ColumnKind.AmountUnit or ColumnKind.RateUnit or ColumnKind.PriceUnit)
            {
                units[column.Name] = Value(column, table, units);
                column.Initialise(row, units[column.Name]);
            }
        }

        foreach (ColumnSchema column in table.Columns)
        {
            bool isUnit = units.ContainsKey(column.Name);
            if (!isUnit && (column.Required || isFilled()))
                column.Initialise(row, Value(column, table, units));
        }

        return row;
    }

    private object Value(ColumnSchema column, TableSchema table, Dictionary<string, object> units)
    {
        if (column == table.IdColumn || (column.Name == "id" && column.IsKey))
            return string.Create(CultureInfo.InvariantCulture, $"id-{_ids++}.x");
        return column.Kind switch
        {
            ColumnKind.Text => Text(),
            ColumnKind.TextList => Enumerable.Range(0, 1 + _random.Next(3)).Select(_ => Text().Replace(';', '.')).ToArray(),
            ColumnKind.Boolean => true,
            ColumnKind.Integer => _random.Next(int.MinValue, int.MaxValue),
            ColumnKind.Date => DateOnly.MinValue.AddDays(_random.Next(3_650_000)),
            ColumnKind.Enumeration => column.EnumerationValues[_random.Next(column.EnumerationValues.Count)],
            ColumnKind.AmountUnit => Amounts[_random.Next(Amounts.Length)],
            ColumnKind.RateUnit => Rates[_random.Next(Rates.Length)],
            ColumnKind.PriceUnit => Prices[_random.Next(Prices.Length)],
            ColumnKind.Amount => new Amount(Number(), (AmountUnit)units["amount_unit"]),
            ColumnKind.Rate => new Rate(Number(), (RateUnit)units["rate_unit"]),
            ColumnKind.UnitPrice => new UnitPrice(Number(), (PriceUnit)units["price_unit"]),
            ColumnKind.Length => Length.From(Number(), column.StandardUnit!),
            ColumnKind.Pressure => Pressure.From(Number(), column.StandardUnit!),
            ColumnKind.Power => Power.From(Number(), column.StandardUnit!),
            _ => Number(),
        };
    }

    private string Text() => string.Join(' ', Enumerable.Range(0, 1 + _random.Next(3)).Select(_ => Words[_random.Next(Words.Length)])).Trim();

    /// <summary>Short decimals as people write them, and any bits as computations leave them.</summary>
    private double Number() => _random.Next(3) switch
    {
        0 => _random.Next(-1000, 1000) / 10.0,
        1 => _random.NextDouble() * Math.Pow(10, _random.Next(-9, 9)),
        _ => (_random.NextDouble() - 0.5) * Math.Pow(10, _random.Next(-200, 200)),
    };
}
