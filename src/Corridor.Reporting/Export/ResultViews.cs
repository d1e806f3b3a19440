namespace Corridor.Reporting.Export;

/// <summary>A view that answers a common question in the units that people use.</summary>
/// <param name="Name">Name, led by <c>v_</c>.</param>
/// <param name="Question">The question it answers.</param>
/// <param name="Query">Its SELECT.</param>
public sealed record ResultView(string Name, string Question, string Query);

/// <summary>The views and indices of a result database.</summary>
public static class ResultViews
{
    private const string BalanceColumns =
        "SUM(demand) AS demand, SUM(served) AS served, SUM(curtailed) AS curtailed, SUM(given_up) AS given_up, SUM(production) AS production, SUM(conversion_output) AS conversion_output, "
        + "SUM(conversion_input) AS conversion_input, SUM(imports) AS imports, SUM(exports) AS exports, SUM(losses) AS losses, SUM(storage_injection) AS storage_injection, "
        + "SUM(storage_withdrawal) AS storage_withdrawal, SUM(measures) AS measures";

    private static readonly string[] BalanceItems =
    [
        "demand", "served", "curtailed", "given_up", "production", "conversion_output", "conversion_input", "imports", "exports", "losses", "storage_injection", "storage_withdrawal", "measures",
    ];

    /// <summary>Indices on what the tables are asked by, besides their keys.</summary>
    public static IReadOnlyList<string> Indices { get; } =
    [
        "CREATE UNIQUE INDEX nodes_id ON nodes(id)", "CREATE INDEX nodes_zone ON nodes(zone, carrier)", "CREATE UNIQUE INDEX arcs_id ON arcs(id)", "CREATE INDEX arcs_from ON arcs(from_node)",
        "CREATE INDEX arcs_to ON arcs(to_node)", "CREATE UNIQUE INDEX supplies_id ON supplies(id)", "CREATE UNIQUE INDEX demands_id ON demands(id)", "CREATE INDEX demands_node ON demands(node)",
        "CREATE UNIQUE INDEX storages_id ON storages(id)", "CREATE UNIQUE INDEX converters_id ON converters(id)", "CREATE UNIQUE INDEX contracts_id ON contracts(id)", "CREATE INDEX periods_month ON periods(month)",
    ];

    /// <summary>All views, in the order in which they are made.</summary>
    public static IReadOnlyList<ResultView> All { get; } =
    [
        new("v_balance_items", "What does each node contribute to the balance of its zone in each month, item by item?", BalanceItemsQuery()),
        new("v_balance_monthly", "What does a zone produce, trade and consume of a carrier in each month?",
            $"SELECT month, year, zone, carrier, amount_unit AS unit, {BalanceColumns} FROM v_balance_items JOIN carriers c ON c.id = carrier GROUP BY zone, carrier, month"),
        new("v_balance_yearly", "What does a zone produce, trade and consume of a carrier in each calendar year of the horizon?",
            $"SELECT year, zone, carrier, amount_unit AS unit, {BalanceColumns} FROM v_balance_items JOIN carriers c ON c.id = carrier GROUP BY zone, carrier, year"),
        new("v_imports_yearly", "From which neighbour does a zone import a carrier?",
            """
            SELECT p.year, d.zone, d.carrier, d.origin, c.amount_unit AS unit, SUM(d.rate * p.days) * c.amount_per_account AS amount FROM (
              SELECT f.period, a.carrier, a.to_zone AS zone, a.from_zone AS origin, f.arriving_forward_account_per_day AS rate FROM arc_periods f JOIN arcs a USING (arc) WHERE a.from_zone <> a.to_zone
              UNION ALL
              SELECT f.period, a.carrier, a.from_zone, a.to_zone, f.arriving_backward_account_per_day FROM arc_periods f JOIN arcs a USING (arc) WHERE a.from_zone <> a.to_zone) d
            JOIN periods p USING (period) JOIN carriers c ON c.id = d.carrier GROUP BY p.year, d.zone, d.carrier, d.origin
            """),
        new("v_origins_yearly", "Where was the energy produced that a zone or country uses in each calendar year of the horizon?", ShareQuery("origin_shares", "origin")),
        new("v_transits_yearly", "Through which third countries did it pass?", ShareQuery("transit_shares", "country")),
        new("v_entries_yearly", "Over which route did it last enter the country?", ShareQuery("entry_shares", "route")),
        new("v_price_monthly", "What is the price of a carrier in a zone in each month? Weighted by demand; by time where there is none.",
            """
            SELECT p.month, n.zone, n.carrier, c.price_unit AS unit,
              CASE WHEN SUM(COALESCE(d.rate, 0) * p.days) > 0 THEN SUM(COALESCE(d.rate, 0) * p.days * x.price_money_per_account) / SUM(COALESCE(d.rate, 0) * p.days)
                   ELSE SUM(x.price_money_per_account * p.days) / SUM(p.days) END * c.price_per_account AS price,
              MIN(x.price_money_per_account) * c.price_per_account AS least, MAX(x.price_money_per_account) * c.price_per_account AS largest
            FROM node_periods x JOIN nodes n USING (node) JOIN periods p USING (period) JOIN carriers c ON c.id = n.carrier
            LEFT JOIN (SELECT d.node, s.period, SUM(s.demand_account_per_day) AS rate FROM demand_periods s JOIN demands d USING (demand) GROUP BY d.node, s.period) d ON d.node = x.node AND d.period = x.period
            GROUP BY n.zone, n.carrier, p.month
            """),
        new("v_route_monthly", "What does a route carry in each month, and how full is it?", RouteQuery("p.month")),
        new("v_route_yearly", "What does a route carry in each calendar year of the horizon, and how full is it?", RouteQuery("p.year")),
        new("v_bottlenecks", "Which capacities are worth most? Value = Σ capacity × shadow price, money of account.",
            """
            SELECT a.id, a.name, d.direction, a.carrier, c.amount_unit AS unit, SUM(d.capacity * p.days) * c.amount_per_account AS capacity, SUM(d.capacity * d.shadow * p.days) AS value_money,
              SUM(d.capacity * d.shadow * p.days) / SUM(d.capacity * p.days) * c.price_per_account AS shadow_value, c.price_unit AS price_unit FROM (
              SELECT arc, period, 'forward' AS direction, capacity_forward_account_per_day AS capacity, shadow_forward_money_per_account AS shadow FROM arc_periods
              UNION ALL
              SELECT arc, period, 'backward', capacity_backward_account_per_day, shadow_backward_money_per_account FROM arc_periods) d
            JOIN arcs a USING (arc) JOIN periods p USING (period) JOIN carriers c ON c.id = a.carrier
            WHERE d.capacity > 0 GROUP BY d.arc, d.direction HAVING SUM(d.capacity * d.shadow * p.days) > 1e-6 * (SELECT ABS(CAST(value AS REAL)) FROM stamp WHERE key = 'objective_money') ORDER BY value_money DESC
            """),
        new("v_contract_state", "What was taken of each contract in each year, against ACQ and take-or-pay?",
            """
            SELECT k.id, k.name, k.seller, k.buyer, k.carrier, y.year, c.amount_unit AS unit, y.acq_account * c.amount_per_account AS acq, y.minimum_account * c.amount_per_account AS take_or_pay_min,
              y.delivered_account * c.amount_per_account AS delivered, y.shortfall_account * c.amount_per_account AS shortfall, y.make_up_taken_account * c.amount_per_account AS make_up_taken,
              y.carry_forward_used_account * c.amount_per_account AS carry_forward_used, CASE WHEN y.acq_account > 0 THEN y.delivered_account / y.acq_account END AS share_of_acq,
              (SELECT CASE WHEN SUM(x.delivered_account_per_day * p.days) > 1e-6 * y.acq_account AND SUM(x.delivered_account_per_day * p.days) > 0
                 THEN SUM(x.price_money_per_account * x.delivered_account_per_day * p.days) / SUM(x.delivered_account_per_day * p.days)
                 ELSE SUM(x.price_money_per_account * p.days) / SUM(p.days) END FROM contract_periods x JOIN periods p USING (period)
               WHERE x.contract = k.contract AND p.year = y.year) * c.price_per_account AS price, c.price_unit AS price_unit
            FROM contract_years y JOIN contracts k USING (contract) JOIN carriers c ON c.id = k.carrier
            """),
        new("v_curtailment", "Who goes short in each month, of which sector, and at what cost?",
            """
            SELECT p.month, n.zone, n.carrier, d.id, d.sector, d.protected, c.amount_unit AS unit, SUM(s.demand_account_per_day * p.days) * c.amount_per_account AS demand,
              SUM(s.curtailed_account_per_day * p.days) * c.amount_per_account AS curtailed, SUM(s.curtailed_account_per_day * p.days * s.curtailment_money_per_account) AS cost_money
            FROM demand_periods s JOIN demands d USING (demand) JOIN nodes n USING (node) JOIN periods p USING (period) JOIN carriers c ON c.id = n.carrier
            GROUP BY d.demand, p.month HAVING SUM(s.curtailed_account_per_day) > 1e-6 * SUM(s.demand_account_per_day)
            """),
        new("v_border_regions", "Are the customers of the border regions served?",
            """
            SELECT n.zone, n.carrier, d.sector, d.protected, c.amount_unit AS unit, SUM(s.demand_account_per_day * p.days) * c.amount_per_account AS demand,
              SUM(s.served_account_per_day * p.days) * c.amount_per_account AS served, SUM(s.curtailed_account_per_day * p.days) * c.amount_per_account AS curtailed
            FROM demand_periods s JOIN demands d USING (demand) JOIN nodes n USING (node) JOIN zones z ON z.id = n.zone JOIN periods p USING (period) JOIN carriers c ON c.id = n.carrier
            WHERE z.border_region = 1 GROUP BY n.zone, n.carrier, d.sector, d.protected
            """),
        new("v_border_region_days", "On which days does a border region lack more than a thousandth of what a sector asks for?",
            """
            SELECT p.start AS day, p.days, n.zone, n.carrier, d.sector, d.protected, c.amount_unit AS unit, SUM(s.demand_account_per_day) * p.days * c.amount_per_account AS demand,
              SUM(s.served_account_per_day) * p.days * c.amount_per_account AS served, SUM(s.curtailed_account_per_day) * p.days * c.amount_per_account AS curtailed,
              SUM(s.curtailed_account_per_day) / SUM(s.demand_account_per_day) AS share
            FROM demand_periods s JOIN demands d USING (demand) JOIN nodes n USING (node) JOIN zones z ON z.id = n.zone JOIN periods p USING (period) JOIN carriers c ON c.id = n.carrier
            WHERE z.border_region = 1 GROUP BY p.period, n.zone, n.carrier, d.sector, d.protected HAVING SUM(s.curtailed_account_per_day) > 0.001 * SUM(s.demand_account_per_day)
            """),
        new("v_storage_levels", "How full is each storage at the end of each period?",
            """
            SELECT s.id, s.name, p."end" AS time, c.amount_unit AS unit, x.level_account * c.amount_per_account AS level, x.volume_account * c.amount_per_account AS working_volume,
              CASE WHEN x.volume_account > 0 THEN x.level_account / x.volume_account END AS share
            FROM storage_periods x JOIN storages s USING (storage) JOIN nodes n USING (node) JOIN periods p USING (period) JOIN carriers c ON c.id = n.carrier
            """),
        new("v_supply_yearly", "What does each supply give in each calendar year, and how much of what it could?",
            """
            SELECT p.year, s.id, s.name, n.zone, n.carrier, c.amount_unit AS unit, SUM(x.output_account_per_day * p.days) * c.amount_per_account AS output,
              SUM(x.capacity_account_per_day * p.days) * c.amount_per_account AS capacity
            FROM supply_periods x JOIN supplies s USING (supply) JOIN nodes n USING (node) JOIN periods p USING (period) JOIN carriers c ON c.id = n.carrier GROUP BY s.supply, p.year
            """),
        new("v_conversion_yearly", "What does each converter take and give in each calendar year?",
            """
            SELECT p.year, k.id, k.name, k.kind, n.id AS node, n.carrier, CASE WHEN f.ratio_account_per_reference < 0 THEN 'in' ELSE 'out' END AS side, c.amount_unit AS unit,
              SUM((ABS(f.ratio_account_per_reference) * x.activity_reference_per_day - COALESCE(w.disposed_account_per_day, 0)) * p.days) * c.amount_per_account AS amount
            FROM converter_periods x JOIN converters k USING (converter) JOIN converter_flows f USING (converter) JOIN nodes n ON n.node = f.node JOIN periods p USING (period) JOIN carriers c ON c.id = n.carrier
            LEFT JOIN converter_disposals w ON w.converter = x.converter AND w.flow = f.flow AND w.period = x.period
            GROUP BY k.converter, f.flow, p.year
            """),
        new("v_channel_use", "How much of each payment channel is used in each month?",
            """
            SELECT p.month, k.id, k.name, SUM(x.used_money_per_day * p.days) AS used_money, CASE WHEN COUNT(x.capacity_money_per_day) = COUNT(*) THEN SUM(x.capacity_money_per_day * p.days) END AS capacity_money
            FROM channel_periods x JOIN channels k USING (channel) JOIN periods p USING (period) GROUP BY k.channel, p.month
            """),
        new("v_rules_binding", "Which rules change the result, and what would relaxing them save?",
            "SELECT id, name, effect, authority, unit, shadow_money_per_account, violation_account FROM rules WHERE binding = 1 ORDER BY shadow_money_per_account DESC"),
    ];

    private static string ShareQuery(string table, string what) =>
        $"""
        SELECT x.year, x.level, x.place, x.carrier, x.{what}, c.amount_unit AS unit, x.amount * c.amount_per_account AS amount, x.amount / w.amount AS share FROM (
          SELECT CAST(SUBSTR(month, 1, 4) AS INTEGER) AS year, level, place, carrier, {what}, SUM(amount_account) AS amount FROM {table} GROUP BY 1, 2, 3, 4, 5) x
        JOIN (SELECT CAST(SUBSTR(month, 1, 4) AS INTEGER) AS year, level, place, carrier, SUM(amount_account) AS amount FROM concentration GROUP BY 1, 2, 3, 4) w USING (year, level, place, carrier)
        JOIN carriers c ON c.id = x.carrier ORDER BY x.year, x.level, x.place, x.carrier, share DESC
        """;

    private static string RouteQuery(string time) =>
        $"""
        SELECT {time}, a.id, a.name, a.kind, a.carrier, c.amount_unit AS unit, SUM(x.arriving_forward_account_per_day * p.days) * c.amount_per_account AS forward,
          SUM(x.arriving_backward_account_per_day * p.days) * c.amount_per_account AS backward,
          SUM((x.arriving_forward_account_per_day - x.arriving_backward_account_per_day) * p.days) * c.amount_per_account AS flow,
          SUM(x.capacity_forward_account_per_day * p.days) * c.amount_per_account AS capacity_forward, SUM(x.capacity_backward_account_per_day * p.days) * c.amount_per_account AS capacity_backward,
          SUM(x.entering_forward_account_per_day * p.days) / NULLIF(SUM(x.capacity_forward_account_per_day * p.days), 0) AS utilisation_forward,
          SUM(x.entering_backward_account_per_day * p.days) / NULLIF(SUM(x.capacity_backward_account_per_day * p.days), 0) AS utilisation_backward
        FROM arc_periods x JOIN arcs a USING (arc) JOIN periods p USING (period) JOIN carriers c ON c.id = a.carrier GROUP BY a.arc, {time}
        """;

    /// <summary>A long list of items (zone, carrier, month, one amount in its column), which the balances add up.</summary>
    private static string BalanceItemsQuery()
    {
        (string Values, string From)[] parts =
        [
            ("demand=x.demand_account_per_day;served=x.served_account_per_day;curtailed=x.curtailed_account_per_day;given_up=x.given_up_account_per_day", "demand_periods x JOIN demands e USING (demand) JOIN nodes n USING (node)"),
            ("production=x.output_account_per_day", "supply_periods x JOIN supplies e USING (supply) JOIN nodes n USING (node)"),
            ("measures=x.rate_account_per_day", "measure_periods x JOIN measures e USING (measure) JOIN nodes n USING (node)"),
            ("storage_injection=x.injection_account_per_day;storage_withdrawal=x.withdrawal_account_per_day", "storage_periods x JOIN storages e USING (storage) JOIN nodes n USING (node)"),
            ("conversion_input=MAX(-f.ratio_account_per_reference, 0) * x.activity_reference_per_day;production=MAX(f.ratio_account_per_reference, 0) * x.activity_reference_per_day;conversion_output=MAX(f.ratio_account_per_reference, 0) * x.activity_reference_per_day",
                "converter_periods x JOIN converter_flows f USING (converter) JOIN nodes n ON n.node = f.node"),
            ("production=-x.disposed_account_per_day;conversion_output=-x.disposed_account_per_day", "converter_disposals x JOIN converter_flows f USING (converter, flow) JOIN nodes n ON n.node = f.node"),
            ("exports=x.entering_forward_account_per_day;imports=x.arriving_backward_account_per_day", "arc_periods x JOIN arcs e USING (arc) JOIN nodes n ON n.node = e.from_node WHERE e.from_zone <> e.to_zone"),
            ("exports=x.entering_backward_account_per_day;imports=x.arriving_forward_account_per_day", "arc_periods x JOIN arcs e USING (arc) JOIN nodes n ON n.node = e.to_node WHERE e.from_zone <> e.to_zone"),
            ("losses=x.entering_forward_account_per_day + x.entering_backward_account_per_day - x.arriving_forward_account_per_day - x.arriving_backward_account_per_day",
                "arc_periods x JOIN arcs e USING (arc) JOIN nodes n ON n.node = e.from_node WHERE e.from_zone = e.to_zone"),
        ];
        IEnumerable<string> selects = parts.Select(part =>
        {
            var values = part.Values.Split(';').Select(v => v.Split('=', 2)).ToDictionary(v => v[0], v => v[1], StringComparer.Ordinal);
            string columns = string.Join(", ", BalanceItems.Select(item => values.TryGetValue(item, out string? value) ? $"({value}) AS {item}" : $"0 AS {item}"));
            return $"SELECT n.zone AS zone, n.carrier AS carrier, x.period AS period, {columns} FROM {part.From}";
        });
        string sums = string.Join(", ", BalanceItems.Select(item => $"SUM(i.{item} * p.days) * c.amount_per_account AS {item}"));
        return $"SELECT p.month, p.year, i.zone, i.carrier, {sums} FROM ({string.Join(" UNION ALL ", selects)}) i JOIN periods p USING (period) JOIN carriers c ON c.id = i.carrier GROUP BY i.zone, i.carrier, p.month";
    }
}
