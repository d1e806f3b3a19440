using System.Reflection;
using Corridor.Model.Findings;
using static Corridor.Model.Findings.Severity;

namespace Corridor.Data.Packages.Validation;

/// <summary>Every kind of finding that <see cref="PackageValidator"/> may yield (V…).</summary>
public static class ValidationFindings
{
    /// <summary>A required table is missing.</summary>
    public static readonly FindingKind MissingTable = new("V001", Error, "The package has no rows of a table that it cannot do without: carriers, nodes, supplies, demands.", "Add the table; `corridor new` shows its form.");

    /// <summary>Two rows with one key.</summary>
    public static readonly FindingKind DuplicateKey = new("V002", Error, "Two rows of a table have the same key.", "Give each its own id, or take one out.");

    /// <summary>Two assets with one id.</summary>
    public static readonly FindingKind SharedAssetId = new("V003", Error, "Two assets of different tables have the same id; rules and dated values name assets by id alone.", "Give each its own id.");

    /// <summary>A reference to nothing.</summary>
    public static readonly FindingKind DanglingReference = new("V004", Error, "A cell names an id that does not exist.", "Correct the id, or add the row that it names.");

    /// <summary>A value beyond its limits.</summary>
    public static readonly FindingKind OutOfRange = new("V005", Error, "A value is below the least or above the largest that its column allows.", "Correct the value or its unit.");

    /// <summary>An end before its start.</summary>
    public static readonly FindingKind DatesReversed = new("V006", Error, "An end is not later than its start; an end is the first day after the last.", "Correct the dates.");

    /// <summary>Overlapping dated values.</summary>
    public static readonly FindingKind DatedOverlap = new("V007", Error, "Two dated values of one figure hold on the same day.", "Let the first end on the day on which the second starts.");

    /// <summary>A dated value of nothing.</summary>
    public static readonly FindingKind DatedUnknown = new("V008", Error, "A dated value names a table, row or column that does not exist.", "Correct the name.");

    /// <summary>A dated value that is none.</summary>
    public static readonly FindingKind DatedUnusable = new("V009", Error, "A dated value cannot be read as a value of its column, is beyond its limits, or has no unit.", "Write it as a cell of the column itself, in the unit of the row.");

    /// <summary>An arc between two carriers.</summary>
    public static readonly FindingKind ArcCarriers = new("V010", Error, "A line or route joins nodes of different carriers.", "Join nodes of one carrier; a converter turns one into another.");

    /// <summary>An arc from a node to itself.</summary>
    public static readonly FindingKind ArcLoop = new("V011", Error, "A line or route ends where it starts.", "Correct one of its ends.");

    /// <summary>A power line without electricity.</summary>
    public static readonly FindingKind PowerLineCarrier = new("V012", Error, "A power line ends at a node, or power_nodes or power_units describe one, that is not of electricity.", "Correct the node.");

    /// <summary>An AC line without reactance.</summary>
    public static readonly FindingKind MissingReactance = new("V013", Error, "An alternating current line has no reactance, or a meshed direct current line no positive resistance, on which its flow depends.", "State it in ohm for all circuits together, or mark the line dc.");

    /// <summary>A converter with one side.</summary>
    public static readonly FindingKind ConverterSides = new("V014", Error, "A converter takes nothing or gives nothing.", "Add its rows to converter_flows, one with side in, one with side out.");

    /// <summary>A figure that does not convert.</summary>
    public static readonly FindingKind NotConvertible = new("V015", Error, "A figure does not convert to the unit in which its carrier is balanced.", "Use a unit of that kind, or give the carrier its heating value or barrels per tonne.");

    /// <summary>Storage levels that contradict.</summary>
    public static readonly FindingKind StorageLevels = new("V016", Error, "The first or last level of a storage is below the level that is always kept.", "Correct one of them.");

    /// <summary>A curve that is not concave.</summary>
    public static readonly FindingKind CurveNotConcave = new("V017", Error, "A storage curve is not concave: its slope rises with the level.", "Use the concave curve below the points.");

    /// <summary>A time that is none.</summary>
    public static readonly FindingKind ProfileTimes = new("V018", Error, "A time of a profile is not understood, or dates stand beside months or hours.", "Use M01–M12, H00–H23, or dates, in one profile.");

    /// <summary>A profile with gaps.</summary>
    public static readonly FindingKind ProfileGaps = new("V019", Error, "A profile has no values, or not all months or hours, or starts after the horizon does.", "Add what is missing.");

    /// <summary>A profile out of order.</summary>
    public static readonly FindingKind ProfileOrder = new("V020", Warning, "The dates of a profile are not in order; they are read as if they were.", "Sort them.");

    /// <summary>A shape of zeros.</summary>
    public static readonly FindingKind ProfileZero = new("V021", Error, "All values of a shape are zero, so that it cannot be scaled to a mean of one.", "Correct the values, or use a factor.");

    /// <summary>Supply shares that are no whole.</summary>
    public static readonly FindingKind SupplyShares = new("V022", Error, "The shares of a supply's steps do not sum to one.", "Correct the shares: together they are the whole capacity.");

    /// <summary>Demand shares above the whole.</summary>
    public static readonly FindingKind DemandShares = new("V023", Error, "The shares of a demand's steps sum to more than one.", "Correct the shares: what they leave is never given up for a price.");

    /// <summary>Steps out of order.</summary>
    public static readonly FindingKind StepOrder = new("V024", Warning, "The steps of a supply are not cheapest first; they are used cheapest first all the same.", "Number them by cost.");

    /// <summary>An index without months.</summary>
    public static readonly FindingKind IndexGaps = new("V025", Warning, "A price formula needs months of an index that price_series does not have; the nearest ones are used.", "Extend price_series, or let the contract end where the series ends.");

    /// <summary>Owners in a ring.</summary>
    public static readonly FindingKind OwnershipCycle = new("V026", Error, "Companies own each other in a ring.", "Take the link out that is not control.");

    /// <summary>Shares above the whole.</summary>
    public static readonly FindingKind OwnershipSum = new("V027", Error, "The shares of a company's owners sum to more than one on some day.", "Correct the shares or their dates.");

    /// <summary>A delivery of another carrier.</summary>
    public static readonly FindingKind ContractCarrier = new("V028", Error, "A contract is delivered over a line or route of another carrier.", "Correct the carrier or the delivery.");

    /// <summary>A daily minimum above the maximum.</summary>
    public static readonly FindingKind ContractMinimum = new("V029", Error, "The smallest daily quantity of a contract is above the largest.", "Correct one of them.");

    /// <summary>Days too small for the year.</summary>
    public static readonly FindingKind ContractDaily = new("V030", Warning, "The largest daily quantity times 365 is below what must be taken in a year: a shortfall is certain.", "Check the quantities and their units.");

    /// <summary>No price.</summary>
    public static readonly FindingKind ContractPrice = new("V031", Warning, "A contract has no price and no formula, or has both; the formula counts, and without any the deliveries are free.", "State one of them.");

    /// <summary>A rule for everything.</summary>
    public static readonly FindingKind RuleSelector = new("V032", Error, "A rule selects nothing in particular: all its criteria are empty.", "Fill at least one of actor, owner, asset, contract, carrier, origin, destination, contract_kind, channel; only cap_co2 does without.");

    /// <summary>A rule for nothing.</summary>
    public static readonly FindingKind RuleWithoutMatch = new("V033", Warning, "A rule matches no contract and no asset of the package; it has no effect.", "Check its criteria and its exemptions.");

    /// <summary>A rule without its value.</summary>
    public static readonly FindingKind RuleValue = new("V034", Error, "A rule lacks the figure that its effect needs, or has one that it cannot use.", "cap_volume and require need volume or rate; cap_price and levy need price; cap_co2 needs emissions; forbid needs none.");

    /// <summary>An exemption of nothing.</summary>
    public static readonly FindingKind ExemptUnknown = new("V035", Error, "A rule exempts an id that is neither an asset nor a contract.", "Correct the id.");

    /// <summary>A closed channel.</summary>
    public static readonly FindingKind ClosedChannel = new("V036", Warning, "All payment channels of a contract are out of service for its whole time: nothing can be settled.", "Check the channels' status and dates.");

    /// <summary>An assumption without reasoning.</summary>
    public static readonly FindingKind AssumedWithoutNote = new("V037", Warning, "A figure is marked assumed, but the row has no note with the reasoning.", "Write the reasoning into the note.");

    /// <summary>Figures without source.</summary>
    public static readonly FindingKind NoSource = new("V038", Warning, "Rows of a table have figures but no source.", "Name the source, or mark the rows assumed and give the reasoning.");

    /// <summary>A claim about nothing.</summary>
    public static readonly FindingKind ClaimTarget = new("V039", Error, "A claim names a table or row that does not exist, or is in use for a column that does not exist.", "Correct the name.");

    /// <summary>Two claims in use.</summary>
    public static readonly FindingKind ClaimsInUse = new("V040", Error, "Two claims are in use for one figure at one time.", "Choose one, and say why.");

    /// <summary>A claim that is not used.</summary>
    public static readonly FindingKind ClaimDiffers = new("V041", Error, "A claim is in use, but the table has another value.", "Correct the figure or the claim, or mark the claim as not in use.");

    /// <summary>A contradiction without reason.</summary>
    public static readonly FindingKind ClaimReason = new("V042", Warning, "Claims about one figure contradict each other, and no reason says which one is used.", "Give the claim in use a reason.");

    /// <summary>A claim near a column.</summary>
    public static readonly FindingKind ClaimColumn = new("V043", Warning, "A claim is about a topic that nearly has the name of a column.", "Correct the column's name, if it is meant.");

    /// <summary>A node without use.</summary>
    public static readonly FindingKind IsolatedNode = new("V044", Information, "Nothing is connected to a node; it has no effect.", "Connect it, or take it out.");

    /// <summary>A demand out of reach.</summary>
    public static readonly FindingKind UnreachableDemand = new("V045", Warning, "No supply can reach a demand, whatever the dates: it will never be served.", "Add the line that is missing, or check its direction.");

    /// <summary>A source twice.</summary>
    public static readonly FindingKind SourceTwice = new("V046", Warning, "Two sources have the same address.", "Keep one of them.");

    /// <summary>A label of nothing.</summary>
    public static readonly FindingKind LabelUnknown = new("V047", Warning, "A label, event or observation is about an id that does not exist.", "Correct the id.");

    /// <summary>A code that is none.</summary>
    public static readonly FindingKind CodeForm = new("V048", Error, "A code of a country (ISO 3166-1, two capital letters), currency (ISO 4217, three) or language (ISO 639-1, two small ones) is malformed.", "Correct the code.");

    /// <summary>No exchange rate.</summary>
    public static readonly FindingKind NoExchangeRate = new("V049", Error, "A price is in a currency for which there is no exchange rate.", "Add rows for the currency to exchange_rates.");

    /// <summary>Limits in the wrong order.</summary>
    public static readonly FindingKind LimitsReversed = new("V050", Error, "A lower limit is above the upper one: pressures, outputs, price bounds, angles, capacities.", "Correct one of them.");

    /// <summary>Zones in a ring.</summary>
    public static readonly FindingKind ZoneCycle = new("V051", Error, "Zones contain each other in a ring.", "Correct a parent.");

    /// <summary>A carrier's figures contradict.</summary>
    public static readonly FindingKind CarrierFigures = new("V052", Error, "The heating values of a carrier have no usable unit, or the net one is above the gross one.", "State the unit, such as MJ/m3@20C or MJ/kg, and check the values.");

    /// <summary>A distance tariff without distance.</summary>
    public static readonly FindingKind NoDistance = new("V053", Error, "A tariff is per distance, but the length of the line or route is not stated.", "State the length, or a price per unit carried.");

    /// <summary>An elasticity without price.</summary>
    public static readonly FindingKind NoReferencePrice = new("V054", Error, "A demand has an elasticity but no reference price above zero.", "State the price at which the whole demand is taken.");

    /// <summary>A month that starts late.</summary>
    public static readonly FindingKind MonthStart = new("V055", Warning, "The month of a series is not given by its first day.", "Write the first day of the month.");

    /// <summary>A route of the backtest without arcs.</summary>
    public static readonly FindingKind RouteOfNothing = new("V056", Error, "A route of the backtest measures nothing, or a line of another carrier.", "Name its arcs, zones, contracts or converters.");

    /// <summary>A comparison without figure.</summary>
    public static readonly FindingKind ObservationOfNothing = new("V057", Error, "An observation names a route of the backtest, but reports no amount, or one below zero.", "Fill in value and amount_unit, or take the route out.");

    /// <summary>A capacity that cannot be chosen.</summary>
    public static readonly FindingKind ExpansionUnusable = new("V058", Error, "The capacity of an asset cannot be chosen: the asset is a demand or has no capacity to scale, a cost has no unit, or a cost below zero has no limit.", "State what is missing; limits scale with the capacity chosen over that of the asset's own row.");

    /// <summary>Periods that make no horizon.</summary>
    public static readonly FindingKind PeriodOrder = new("V059", Error, "A period is no instant, is not later than the one before, or stands for no hours.", "Write instants such as 2013-01-01T03:00 in ascending order, and hours above zero.");

    /// <summary>Two ways in which a cost rises.</summary>
    public static readonly FindingKind TwoCosts = new("V060", Error, "A supply has both a cost_slope and supply_steps.", "Let its cost rise by one of them.");

    /// <summary>All kinds, by code.</summary>
    public static IReadOnlyList<FindingKind> All { get; } =
    [
        .. typeof(ValidationFindings).GetFields(BindingFlags.Public | BindingFlags.Static)
            .Select(f => f.GetValue(null)).OfType<FindingKind>().OrderBy(k => k.Code, StringComparer.Ordinal),
    ];
}
