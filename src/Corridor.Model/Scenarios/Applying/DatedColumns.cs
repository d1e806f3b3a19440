namespace Corridor.Model.Scenarios.Applying;

/// <summary>The columns whose values may differ by date. What a dispatch reads by date is this list; a test holds the two equal.</summary>
public static class DatedColumns
{
    private static readonly Dictionary<string, string[]> Columns = new(StringComparer.Ordinal)
    {
        ["zones"] = ["co2_price"],
        ["supplies"] = ["capacity", "min_output", "annual_limit", "cost", "status"],
        ["demands"] = ["annual_volume", "reference_price", "curtailment_cost"],
        ["pipelines"] = ["capacity", "reverse_capacity", "tariff", "status"],
        ["power_lines"] = ["rating", "reverse_rating", "tariff", "status"],
        ["fleets"] = ["vehicles", "status"],
        ["transports"] = ["capacity", "cost", "status"],
        ["storages"] = ["working_volume", "max_injection", "max_withdrawal", "injection_cost", "withdrawal_cost", "first_level", "status"],
        ["converters"] = ["capacity", "cost", "annual_limit", "status"],
        ["interconnections"] = ["exit_firm", "exit_interruptible", "entry_firm", "entry_interruptible"],
        ["transit_fees"] = ["charge"],
        ["agreements"] = ["stage"],
        ["contracts"] = ["acq", "dcq", "min_daily", "take_or_pay", "ship_or_pay_tariff", "price"],
        ["payment_channels"] = ["capacity", "status"],
        ["rules"] = ["volume", "rate", "price"],
        ["measures"] = ["rate", "cost"],
    };

    /// <summary>Columns of a table that may have values by date; none for most tables.</summary>
    /// <param name="table">Table name.</param>
    public static IReadOnlyList<string> Of(string table) => Columns.GetValueOrDefault(table) ?? [];

    /// <summary>Tables that have such columns.</summary>
    public static IReadOnlyCollection<string> Tables => Columns.Keys;

    /// <summary>Whether values by date mean something beside an empty cell: on the other days the figure is free.</summary>
    internal static bool MayBeFree(string table, string column) => (table, column) is ("storages", "first_level");

    /// <summary>Whether an empty cell of the column means nought, so that a window may begin from it.</summary>
    internal static bool EmptyIsZero(string table, string column) => (table, column) is
        ("supplies", "min_output" or "cost") or ("pipelines", "reverse_capacity" or "tariff") or ("power_lines", "tariff") or ("transports", "cost") or
        ("storages", "injection_cost" or "withdrawal_cost") or ("converters", "cost") or ("contracts", "min_daily" or "take_or_pay") or ("measures", "cost");
}
