using System.Reflection;
using Corridor.Model.Findings;
using static Corridor.Model.Findings.Severity;

namespace Corridor.Model.Scenarios;

/// <summary>Every kind of finding that reading or applying a scenario may yield (S…).</summary>
public static class ScenarioFindings
{
    /// <summary>The file cannot be read.</summary>
    public static readonly FindingKind Unreadable = new("S001", Error, "A scenario's file cannot be read.", "Check the path and the permissions.");

    /// <summary>Not YAML.</summary>
    public static readonly FindingKind NotYaml = new("S002", Error, "A scenario's file is not YAML.", "Mend the place named: indent with blanks, put a blank after each colon, quote texts that hold ': ' or ' #'.");

    /// <summary>Not a text in UTF-8.</summary>
    public static readonly FindingKind Encoding = new("S003", Error, "A scenario's file is no text in UTF-8.", "Save it as UTF-8 text.");

    /// <summary>Too large.</summary>
    public static readonly FindingKind TooLarge = new("S004", Error, "A scenario's file is larger than Corridor reads: 1 MiB, 50 000 values, 12 levels.", "Split it into several scenarios, or put long series into the package.");

    /// <summary>YAML that a scenario has no use for.</summary>
    public static readonly FindingKind Unsupported = new("S005", Error, "A scenario uses anchors, aliases, tags or several documents.", "Write the value out.");

    /// <summary>A key twice.</summary>
    public static readonly FindingKind DuplicateKey = new("S006", Error, "A key stands twice in one map.", "Keep one of them.");

    /// <summary>An unknown key.</summary>
    public static readonly FindingKind UnknownKey = new("S007", Error, "A key is none that is known there.", "Write a key of docs/scenarios/README.md.");

    /// <summary>A missing key.</summary>
    public static readonly FindingKind MissingKey = new("S008", Error, "A key that must be there is missing.", "Add it.");

    /// <summary>A list where a text is expected, or the like.</summary>
    public static readonly FindingKind WrongShape = new("S009", Error, "A value has another shape than its key asks for: a text, a list, a map.", "Write it as in docs/scenarios/README.md.");

    /// <summary>A value without meaning.</summary>
    public static readonly FindingKind WrongValue = new("S010", Error, "A value is not what its key asks for: a number, a date, true or false, a name.", "Write it as the message says.");

    /// <summary>No kind, or two.</summary>
    public static readonly FindingKind WrongKind = new("S011", Error, "A change has no kind, or more than one.", "Give each change one of: outage, capacity, demand, price, build, add, contract, rule, channel, weather, set.");

    /// <summary>An empty window.</summary>
    public static readonly FindingKind EmptyWindow = new("S012", Error, "A window ends before it begins: 'to' is the first day after it.", "Correct the dates.");

    /// <summary>A wrong name.</summary>
    public static readonly FindingKind WrongName = new("S013", Error, "The name of a scenario is not that of its file, or not in lower case letters, digits and '-'.", "Give both the same name.");

    /// <summary>Nothing changes.</summary>
    public static readonly FindingKind NoChanges = new("S014", Warning, "A scenario has no changes.", "Add changes, or run the package without it.");

    /// <summary>An unknown id.</summary>
    public static readonly FindingKind UnknownId = new("S015", Error, "A change names an id that the package does not have.", "Correct the id; `corridor show` prints the tables.");

    /// <summary>An unknown table or column.</summary>
    public static readonly FindingKind UnknownColumn = new("S016", Error, "A change names a table or column that does not exist, or that the kind of change does not have.", "Write a name of docs/package.md.");

    /// <summary>A value that its column cannot hold.</summary>
    public static readonly FindingKind UnusableValue = new("S017", Error, "A value cannot stand in its column: no such number, date, name or unit.", "Write what docs/package.md says of the column.");

    /// <summary>A unit that cannot be converted.</summary>
    public static readonly FindingKind WrongUnit = new("S018", Error, "A value cannot be converted to the unit of the row that it changes.", "State it in a unit of the same kind and in the currency of the row.");

    /// <summary>No dates for a column.</summary>
    public static readonly FindingKind NoDates = new("S019", Error, "A change has dates, but the column that it changes has no values by date.", "Leave out 'from' and 'to', or change a column that has: docs/scenarios/README.md lists them.");

    /// <summary>No figure to go by.</summary>
    public static readonly FindingKind NoFigure = new("S020", Error, "A factor, an addition or a window changes a figure that the package does not state.", "Give a value, or the figure that holds on the other days.");

    /// <summary>Nothing selected.</summary>
    public static readonly FindingKind NothingSelected = new("S021", Error, "The conditions of a change select no row.", "Widen them; `corridor show` prints the tables.");

    /// <summary>A key that is taken.</summary>
    public static readonly FindingKind KeyTaken = new("S022", Error, "A new row has the key of one that exists.", "Choose another id, or change the row that exists.");

    /// <summary>Months only.</summary>
    public static readonly FindingKind MonthsOnly = new("S023", Error, "The window of a change of an index does not begin and end with months.", "Write the first days of months.");

    /// <summary>Two changes of one figure.</summary>
    public static readonly FindingKind Overridden = new("S024", Warning, "Two changes set the same figure for the same days; the later one wins.", "Keep one of them, or change the order of the scenarios.");

    /// <summary>No effect.</summary>
    public static readonly FindingKind NoEffect = new("S025", Warning, "A change leaves the package as it is.", "Check the figure, or leave the change out.");

    /// <summary>Out of the horizon.</summary>
    public static readonly FindingKind OutsideHorizon = new("S026", Warning, "The window of a change has no day in common with the horizon; it has no effect.", "Correct the dates, or run another horizon.");

    /// <summary>A limit beside the changed one.</summary>
    public static readonly FindingKind OtherLimit = new("S027", Warning, "A capacity is raised above what a border point of the same line allows.", "Change the interconnection as well.");

    /// <summary>All kinds, by code.</summary>
    public static IReadOnlyList<FindingKind> All { get; } =
    [
        .. typeof(ScenarioFindings).GetFields(BindingFlags.Public | BindingFlags.Static)
            .Select(f => f.GetValue(null)).OfType<FindingKind>().OrderBy(k => k.Code, StringComparer.Ordinal),
    ];
}
