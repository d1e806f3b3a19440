using Corridor.Model.Contracts;
using Corridor.Model.Markets;
using Corridor.Model.Network;
using Corridor.Model.Provenance;
using Corridor.Model.Rules;
using Corridor.Model.Time;

namespace Corridor.Model;

/// <summary>
/// Everything that a package says about an energy supply system, table by table, as printed there: nothing is converted,
/// interpolated or filled in. A table that a package leaves out is empty.
/// </summary>
public sealed record EnergySystem
{
    /// <summary>What the package is: name, title, money of account, usual horizon.</summary>
    public required PackageDescription Description { get; init; }

    /// <summary>Table <c>carriers</c>: energy carriers and their properties.</summary>
    public IReadOnlyList<Carrier> Carriers { get; init; } = [];

    /// <summary>Table <c>zones</c>: countries and regions.</summary>
    public IReadOnlyList<Zone> Zones { get; init; } = [];

    /// <summary>Table <c>nodes</c>: places where a carrier balances.</summary>
    public IReadOnlyList<Node> Nodes { get; init; } = [];

    /// <summary>Table <c>supplies</c>: fields, mines, and generation without fuel.</summary>
    public IReadOnlyList<Supply> Supplies { get; init; } = [];

    /// <summary>Table <c>supply_steps</c>: cost steps of a supply, cheapest first.</summary>
    public IReadOnlyList<SupplyStep> SupplySteps { get; init; } = [];

    /// <summary>Table <c>demands</c>: consumption by sector.</summary>
    public IReadOnlyList<Demand> Demands { get; init; } = [];

    /// <summary>Table <c>demand_steps</c>: parts of a demand that are given up above a price.</summary>
    public IReadOnlyList<DemandStep> DemandSteps { get; init; } = [];

    /// <summary>Table <c>pipelines</c>: gas and liquid pipelines.</summary>
    public IReadOnlyList<Pipeline> Pipelines { get; init; } = [];

    /// <summary>Table <c>compressors</c>: compressor stations.</summary>
    public IReadOnlyList<Compressor> Compressors { get; init; } = [];

    /// <summary>Table <c>power_lines</c>: alternating and direct current lines.</summary>
    public IReadOnlyList<PowerLine> PowerLines { get; init; } = [];

    /// <summary>Table <c>power_nodes</c>: what a power flow needs to know of a node of the power grid.</summary>
    public IReadOnlyList<PowerNode> PowerNodes { get; init; } = [];

    /// <summary>Table <c>power_units</c>: what a power flow needs to know of a supply that is a generating unit.</summary>
    public IReadOnlyList<PowerUnit> PowerUnits { get; init; } = [];

    /// <summary>Table <c>fleets</c>: ships, trains or trucks shared by transports.</summary>
    public IReadOnlyList<Fleet> Fleets { get; init; } = [];

    /// <summary>Table <c>transports</c>: rail, ship and truck routes.</summary>
    public IReadOnlyList<Transport> Transports { get; init; } = [];

    /// <summary>Table <c>route_points</c>: points along an arc, for maps.</summary>
    public IReadOnlyList<RoutePoint> RoutePoints { get; init; } = [];

    /// <summary>Table <c>storages</c>: stores of a carrier.</summary>
    public IReadOnlyList<Storage> Storages { get; init; } = [];

    /// <summary>Table <c>storage_curves</c>: how the largest rates of a storage follow its level; concave, straight between points.</summary>
    public IReadOnlyList<StorageCurvePoint> StorageCurves { get; init; } = [];

    /// <summary>Table <c>converters</c>: refineries, power plants, liquefaction, regasification and other conversions.</summary>
    public IReadOnlyList<Converter> Converters { get; init; } = [];

    /// <summary>Table <c>converter_flows</c>: what a converter takes and gives for one unit of activity.</summary>
    public IReadOnlyList<ConverterFlow> ConverterFlows { get; init; } = [];

    /// <summary>Table <c>expansions</c>: assets whose capacity a run may choose.</summary>
    public IReadOnlyList<Expansion> Expansions { get; init; } = [];

    /// <summary>Table <c>interconnections</c>: border points where two operators offer capacity; the lesser of both sides counts.</summary>
    public IReadOnlyList<Interconnection> Interconnections { get; init; } = [];

    /// <summary>Table <c>transit_fees</c>: fees that a transit country or operator levies on a flow.</summary>
    public IReadOnlyList<TransitFee> TransitFees { get; init; } = [];

    /// <summary>Table <c>outages</c>: reliability and planned maintenance of an asset.</summary>
    public IReadOnlyList<Outage> Outages { get; init; } = [];

    /// <summary>Table <c>actors</c>: companies, states, banks.</summary>
    public IReadOnlyList<Actor> Actors { get; init; } = [];

    /// <summary>Table <c>ownerships</c>: who owns whom.</summary>
    public IReadOnlyList<Ownership> Ownerships { get; init; } = [];

    /// <summary>Table <c>agreements</c>: agreements from memorandum to delivery.</summary>
    public IReadOnlyList<Agreement> Agreements { get; init; } = [];

    /// <summary>Table <c>contracts</c>: supply contracts.</summary>
    public IReadOnlyList<Contract> Contracts { get; init; } = [];

    /// <summary>Table <c>payment_channels</c>: ways to pay: currency, bank, messaging.</summary>
    public IReadOnlyList<PaymentChannel> PaymentChannels { get; init; } = [];

    /// <summary>Table <c>price_indices</c>: hubs and indices.</summary>
    public IReadOnlyList<PriceIndex> PriceIndices { get; init; } = [];

    /// <summary>Table <c>price_series</c>: values of the indices by month.</summary>
    public IReadOnlyList<PricePoint> PriceSeries { get; init; } = [];

    /// <summary>Table <c>exchange_rates</c>: exchange rates by month.</summary>
    public IReadOnlyList<ExchangeRate> ExchangeRates { get; init; } = [];

    /// <summary>Table <c>price_formulas</c>: price formulas of contracts.</summary>
    public IReadOnlyList<PriceFormula> PriceFormulas { get; init; } = [];

    /// <summary>Table <c>price_formula_terms</c>: indexed parts of a price formula.</summary>
    public IReadOnlyList<PriceFormulaTerm> PriceFormulaTerms { get; init; } = [];

    /// <summary>Table <c>rules</c>: laws, sanctions, caps, quotas and levies.</summary>
    public IReadOnlyList<Rule> Rules { get; init; } = [];

    /// <summary>Table <c>measures</c>: emergency measures.</summary>
    public IReadOnlyList<Measure> Measures { get; init; } = [];

    /// <summary>Table <c>projects</c>: candidates and joint projects.</summary>
    public IReadOnlyList<Project> Projects { get; init; } = [];

    /// <summary>Table <c>profile_sets</c>: profiles: how a quantity varies with the time of the year or the date.</summary>
    public IReadOnlyList<ProfileSet> ProfileSets { get; init; } = [];

    /// <summary>Table <c>profiles</c>: values of the profiles.</summary>
    public IReadOnlyList<ProfilePoint> Profiles { get; init; } = [];

    /// <summary>Table <c>periods</c>: the periods of the package's own horizon, where they are no plain hours, days, weeks or months.</summary>
    public IReadOnlyList<PeriodRow> Periods { get; init; } = [];

    /// <summary>Table <c>dated_values</c>: values that hold from one date to another in place of the figure in a table.</summary>
    public IReadOnlyList<DatedValue> DatedValues { get; init; } = [];

    /// <summary>Table <c>sources</c>: documents that figures come from.</summary>
    public IReadOnlyList<SourceDocument> Sources { get; init; } = [];

    /// <summary>Table <c>claims</c>: what a source says about a figure; contradicting claims stand side by side.</summary>
    public IReadOnlyList<Claim> Claims { get; init; } = [];

    /// <summary>Table <c>backtest_routes</c>: routes and markets of the backtest: which modelled quantity a reported figure measures; they never enter a computation.</summary>
    public IReadOnlyList<BacktestRoute> BacktestRoutes { get; init; } = [];

    /// <summary>Table <c>observations</c>: reported flows, levels and prices to compare results with; they never enter a computation.</summary>
    public IReadOnlyList<Observation> Observations { get; init; } = [];

    /// <summary>Table <c>events</c>: timeline of the system.</summary>
    public IReadOnlyList<TimelineEvent> Events { get; init; } = [];

    /// <summary>Table <c>labels</c>: names in several languages.</summary>
    public IReadOnlyList<Label> Labels { get; init; } = [];
}
