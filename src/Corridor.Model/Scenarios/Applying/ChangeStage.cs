using Corridor.Model.Findings;
using Corridor.Model.Schema;

namespace Corridor.Model.Scenarios.Applying;

/// <summary>The application of one change: the system as the changes before it left it, and what is found and done.</summary>
internal sealed class ChangeStage(
    SystemDraft draft, FindingList findings, List<ScenarioEffect> effects, FigureWrites writes, DateWindow horizon, Scenario scenario, ScenarioChange change, int number)
{
    private readonly HashSet<SourcePlace> _overridden = [];
    private bool _refused;
    private bool _changed;

    internal SystemDraft Draft => draft;

    internal Scenario Scenario => scenario;

    internal ScenarioChange Change => change;

    internal DateWindow Window => change.Window;

    internal DateWindow Horizon => horizon;

    internal SourcePlace Place => change.Place;

    /// <summary>Number of the change in its scenario, from 1.</summary>
    internal int Number => number;

    /// <summary>Note of the rows that the change makes.</summary>
    internal string Note => change.Note is { Length: > 0 } note ? $"scenario {scenario.Name}: {note}" : $"scenario {scenario.Name}";

    internal void Apply()
    {
        if (change.Source is { } source && draft.Find(PackageSchema.Table("sources"), source) < 0)
            Unknown(new ScenarioText(source, Place), "sources", PackageSchema.Table("sources"));
        if (!Window.Overlaps(horizon))
            Report(ScenarioFindings.OutsideHorizon, Place, $"The change holds {Window}, outside the horizon ({horizon}).");
        switch (change)
        {
            case OutageChange outage:
                OutageApplier.Apply(this, outage);
                break;
            case FigureChange figure:
                FigureApplier.Apply(this, figure);
                break;
            case BuildChange build:
                BuildApplier.Apply(this, build);
                break;
            case AddChange add:
                AddApplier.Apply(this, add);
                break;
            case ContractChange contract:
                ContractApplier.Apply(this, contract);
                break;
            case RuleChange rule:
                RuleApplier.Apply(this, rule);
                break;
            case ChannelChange channel:
                ChannelApplier.Apply(this, channel);
                break;
            case WeatherChange weather:
                WeatherApplier.Apply(this, weather);
                break;
            case SetChange set:
                SetApplier.Apply(this, set);
                break;
            default:
                throw new ArgumentException($"No such kind of change: {change.GetType().Name}.", nameof(change));
        }

        if (!_changed && !_refused)
            Report(ScenarioFindings.NoEffect, Place, "The change leaves every figure as it is.");
    }

    internal void Report(FindingKind kind, SourcePlace place, string message, string? hint = null)
    {
        _refused |= kind.Severity == Severity.Error;
        findings.Add(kind.At($"scenario {scenario.Name}", place.File.Length == 0 ? Place : place, message, hint));
    }

    /// <summary>An id that does not exist, with one that is near.</summary>
    internal void Unknown(ScenarioText id, string where, params ReadOnlySpan<TableSchema> tables)
    {
        var ids = new List<string>();
        foreach (TableSchema table in tables)
            ids.AddRange(draft.Rows(table).Select(r => SystemDraft.KeyOf(table, r)));
        Report(ScenarioFindings.UnknownId, id.Place, $"'{Short(id.Text)}' is not in {where}.", Suggestion.Ask(id.Text, ids));
    }

    /// <summary>Whether a cell of the column may be empty; a finding if not.</summary>
    internal bool CanBeEmpty(ColumnSchema column, SourcePlace place)
    {
        if (!column.Required)
            return true;
        Report(ScenarioFindings.UnusableValue, place, $"{column.Name} ({column.Meaning}) must have a value.");
        return false;
    }

    /// <summary>Whether a row says the unit of a figure, or needs none.</summary>
    internal bool HasUnit(TableSchema table, int row, ColumnSchema column) =>
        column.UnitColumn is not { } unit || table.Column(unit)?.Get(draft.Rows(table)[row]) is not null;

    /// <summary>The column of a table; null with a finding if there is none, or if it is part of the key.</summary>
    internal ColumnSchema? Column(TableSchema table, ScenarioText name)
    {
        if (table.Column(name.Text) is { IsKey: false } column)
            return column;
        Report(ScenarioFindings.UnknownColumn, name.Place, $"'{Short(name.Text)}' is no column of {table.Name} that can change.", Suggestion.Ask(name.Text, table.Columns.Where(c => !c.IsKey).Select(c => c.Name)));
        return null;
    }

    /// <summary>Applies an operation to a figure within the change's window.</summary>
    internal void Edit(TableSchema table, int row, ColumnSchema column, FigureOperation operation) => Edit(table, row, column, operation, Window);

    /// <summary>Applies an operation to a figure within a window.</summary>
    internal void Edit(TableSchema table, int row, ColumnSchema column, FigureOperation operation, DateWindow window) => new FigureEditor(this, table, row, column).Apply(operation, window);

    /// <summary>Says that a figure is written; warns where it replaces what another change has written.</summary>
    internal void Wrote(string table, string id, string column, DateWindow window, bool replaces)
    {
        if (writes.Add(table, id, column, window, replaces, scenario.Name, Place) is not { } earlier || !_overridden.Add(earlier.Place))
            return;
        string by = earlier.Scenario == scenario.Name ? "an earlier change of the same scenario" : $"the scenario {earlier.Scenario}";
        Report(ScenarioFindings.Overridden, Place, $"It sets {column} of {table} {id}, which {by} changes as well ({earlier.Place}); this one wins.");
    }

    /// <summary>Remembers what was done.</summary>
    internal void Did(string table, string id, string? column, string? before, string? after, DateWindow window)
    {
        _changed = true;
        effects.Add(new ScenarioEffect(scenario.Name, change, table, id, column, before, after, window));
    }

    internal static string Short(string text) => text.Length <= 60 ? text : text[..60] + "…";
}
