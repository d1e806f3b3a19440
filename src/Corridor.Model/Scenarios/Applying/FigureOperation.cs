using Corridor.Model.Findings;
using Corridor.Model.Schema;

namespace Corridor.Model.Scenarios.Applying;

/// <summary>What a change does to the text of one cell: a value in its place, a factor, or an addition, in the unit of the row.</summary>
internal sealed class FigureOperation
{
    private readonly string? _text;
    private readonly double _factor = 1;
    private readonly double _add;

    private FigureOperation(string text) => _text = text;

    private FigureOperation(double factor, double add) => (_factor, _add) = (factor, add);

    /// <summary>Whether it does not depend on what held before.</summary>
    internal bool Replaces => _text is not null;

    /// <summary>A value in the place of what holds.</summary>
    internal static FigureOperation Of(string text) => new(text);

    /// <summary>A factor on what holds.</summary>
    internal static FigureOperation Times(double factor) => new(factor, 0);

    /// <summary>An addition to what holds, in the unit of the row.</summary>
    internal static FigureOperation Plus(double number) => new(1, number);

    /// <summary>The operation of an edit on a figure of a row; null with a finding if it cannot be.</summary>
    internal static FigureOperation? From(ChangeStage stage, TableSchema table, Row row, ColumnSchema column, FigureEdit edit)
    {
        if (edit.Factor is { } factor)
            return IsNumber(stage, column) ? Times(factor) : null;
        ScenarioText text = edit.Value ?? edit.Add!.Value;
        bool numeric = column.Kind is not (ColumnKind.Text or ColumnKind.TextList or ColumnKind.Boolean or ColumnKind.Date or ColumnKind.Enumeration or ColumnKind.AmountUnit or ColumnKind.RateUnit or ColumnKind.PriceUnit);
        if (edit.Add is not null && !IsNumber(stage, column))
            return null;
        if (text.Text.Length == 0)
            return stage.CanBeEmpty(column, text.Place) ? new FigureOperation("") : null;
        if (!numeric)
            return CellText.TryParse(column, text.Text, out _, out CellProblem? wrong) ? Of(text.Text) : Refuse(stage, text.Place, column, wrong);
        (string digits, string? inline) = RowUnits.Split(text.Text);
        if (!CellText.TryParse(column, digits, out object? parsed, out CellProblem? problem))
            return Refuse(stage, text.Place, column, problem);
        double number = Convert.ToDouble(parsed, System.Globalization.CultureInfo.InvariantCulture);
        string? unit = inline ?? edit.Unit?.Text;
        if (unit is not null)
        {
            if (!RowUnits.TryConvert(stage.Draft, table, row, column, number, unit, out number, out var finding))
            {
                stage.Report(finding.Value.Kind, inline is null ? edit.Unit!.Value.Place : text.Place, $"{column.Name}: {finding.Value.Message}", finding.Value.Hint);
                return null;
            }
        }
        else if (column.UnitColumn is { } unitColumn && table.Column(unitColumn)?.Get(row) is null)
        {
            stage.Report(ScenarioFindings.WrongUnit, text.Place, $"{column.Name}: the row has no {unitColumn}; the value must state its unit.");
            return null;
        }

        return edit.Add is null ? Of(unit is null ? digits : CellFormat.Number(number)) : new FigureOperation(1, number);
    }

    /// <summary>The new text of a cell; null if there is no figure to go by.</summary>
    internal string? On(string text)
    {
        if (_text is not null)
            return _text;
        if (text.Length == 0 || !CellText.TryParseNumber(text, out double number, out _))
            return null;
        return CellFormat.Number((number * _factor) + _add);
    }

    /// <summary>The new number in the place of another.</summary>
    internal double On(double number) => _text is null ? (number * _factor) + _add : double.Parse(_text, System.Globalization.NumberStyles.Float, System.Globalization.CultureInfo.InvariantCulture);

    private static bool IsNumber(ChangeStage stage, ColumnSchema column)
    {
        if (column.Kind is ColumnKind.Number or ColumnKind.Integer or ColumnKind.Amount or ColumnKind.Rate or ColumnKind.UnitPrice or ColumnKind.Length or ColumnKind.Pressure or ColumnKind.Power)
            return true;
        stage.Report(ScenarioFindings.UnusableValue, stage.Place, $"{column.Name} is no number; only a 'value' can change it.");
        return false;
    }

    private static FigureOperation? Refuse(ChangeStage stage, SourcePlace place, ColumnSchema column, CellProblem problem)
    {
        stage.Report(ScenarioFindings.UnusableValue, place, $"{column.Name}: {problem.Message}", problem.Hint);
        return null;
    }
}
