namespace Corridor.Reporting.Export;

/// <summary>What the figures of a result column are counted in, as the end of its name says.</summary>
internal static class ResultUnits
{
    // The longer endings come first.
    private static readonly (string Ending, string Unit)[] Endings =
    [
        ("_account_per_reference", "unit of account/reference unit"), ("_account_per_day", "unit of account/d"), ("_reference_per_day", "reference unit/d"),
        ("_money_per_account", "$/unit of account"), ("_money_per_money", "1"), ("_money_per_day", "$/d"), ("_account", "unit of account"), ("_money", "$"),
        ("_bar", "bar_abs"), ("_m_s", "m/s"), ("_mw", "MW"), ("_share", "1"), ("_periods", "periods"), ("days", "d"),
    ];

    /// <summary>Unit of a number, or what the cells are otherwise.</summary>
    /// <param name="column">The column.</param>
    /// <param name="currency">Money of account.</param>
    internal static string Of(ResultColumn column, string currency)
    {
        switch (column.Kind)
        {
            case ResultColumnKind.Period:
                return "start of the period";
            case ResultColumnKind.Element:
                return "id of " + (column.References ?? "element");
            case ResultColumnKind.Text when column.Meaning.Length > 0:
                return "text";
            default:
                foreach ((string ending, string unit) in Endings)
                {
                    if (column.Name.EndsWith(ending, StringComparison.Ordinal))
                        return unit.Replace("$", currency, StringComparison.Ordinal);
                }

                // The lists of the summary name their units in a column of their own.
                return column.Meaning.Length == 0 ? "see unit" : "number";
        }
    }
}
