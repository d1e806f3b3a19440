using System.Diagnostics.CodeAnalysis;
using Corridor.Model.Findings;
using Corridor.Model.Schema;
using Corridor.Model.Units;

namespace Corridor.Model.Scenarios.Applying;

/// <summary>Converts a number with a unit into the unit in which a row states a figure.</summary>
internal static class RowUnits
{
    /// <summary>Splits <c>44 bcm@20C/year</c> into number and unit; the unit is null where there is none.</summary>
    internal static (string Number, string? Unit) Split(string text)
    {
        int blank = text.IndexOf(' ', StringComparison.Ordinal);
        return blank > 0 && CellText.TryParseNumber(text.AsSpan(0, blank), out _, out _) ? (text[..blank], text[(blank + 1)..].Trim()) : (text, null);
    }

    /// <summary>Converts a number.</summary>
    /// <param name="draft">The system, for the carrier of the row.</param>
    /// <param name="table">Table of the row.</param>
    /// <param name="row">The row.</param>
    /// <param name="column">Column of the figure.</param>
    /// <param name="number">The number in the unit stated.</param>
    /// <param name="unit">The unit stated.</param>
    /// <param name="result">The number in the unit of the row, or of the column.</param>
    /// <param name="finding">What is wrong, if it cannot be converted.</param>
    internal static bool TryConvert(
        SystemDraft draft, TableSchema table, Row row, ColumnSchema column, double number, string unit, out double result, [NotNullWhen(false)] out (FindingKind Kind, string Message, string? Hint)? finding)
    {
        (result, finding) = (0, null);
        if (column.StandardUnit is { } standard)
        {
            if (!UnitParser.TryParse(unit, standard.Dimension, out Unit? stated, out UnitProblem? wrong))
                return Refuse(wrong, out finding);
            result = standard.FromCanonical(stated.ToCanonical(number));
            return true;
        }

        object? rowUnit = column.UnitColumn is { } name ? table.Column(name)?.Get(row) : null;
        string? problem;
        switch (column.Kind)
        {
            case ColumnKind.Amount when rowUnit is AmountUnit own:
                if (!AmountUnit.TryParse(unit, out AmountUnit? amount, out UnitProblem? wrong))
                    return Refuse(wrong, out finding);
                if (RowCarriers.BasisOf(draft, table, row, own).TryToAccount(new Amount(number, amount), out result, out problem))
                    return true;
                break;
            case ColumnKind.Rate when rowUnit is RateUnit own:
                if (!RateUnit.TryParse(unit, out RateUnit? rate, out wrong))
                    return Refuse(wrong, out finding);
                if (RowCarriers.BasisOf(draft, table, row, own.Amount).TryToAccount(new Rate(number, rate), out double perDay, out problem))
                {
                    result = rate.Equals(own) ? number : perDay / own.AmountsPerDay;
                    return true;
                }

                break;
            case ColumnKind.UnitPrice when rowUnit is PriceUnit own:
                return TryConvertPrice(draft, table, row, own, number, unit, out result, out finding);
            case ColumnKind.Amount or ColumnKind.Rate or ColumnKind.UnitPrice:
                problem = $"The row has no {column.UnitColumn} to convert to.";
                break;
            default:
                problem = $"{column.Name} has no unit{(column.Unit is { } fixedUnit ? $" but {fixedUnit}" : "")}.";
                break;
        }

        finding = (ScenarioFindings.WrongUnit, problem!, null);
        return false;
    }

    /// <summary>Converts a price into another unit of the same currency.</summary>
    internal static bool TryConvertPrice(
        SystemDraft draft, TableSchema table, Row row, PriceUnit own, double number, string unit, out double result, [NotNullWhen(false)] out (FindingKind Kind, string Message, string? Hint)? finding)
    {
        (result, finding) = (0, null);
        if (!PriceUnit.TryParse(unit, out PriceUnit? price, out UnitProblem? wrong))
            return Refuse(wrong, out finding);
        if (price.Equals(own))
        {
            result = number;
            return true;
        }

        string? problem = price.Currency.Code != own.Currency.Code ? $"The row is in {own}, the value in {price}: exchange rates are not guessed."
            : price.IsDistanceBased != own.IsDistanceBased ? $"The row is in {own}, the value in {price}: only one of the two is for a distance."
            : null;
        if (problem is null && RowCarriers.BasisOf(draft, table, row, own.Amount).TryToAccount(new UnitPrice(number, price), out double money, out problem))
        {
            result = money * (own.DistanceKilometres ?? 1);
            return true;
        }

        finding = (ScenarioFindings.WrongUnit, problem!, null);
        return false;
    }

    private static bool Refuse(UnitProblem problem, out (FindingKind Kind, string Message, string? Hint)? finding)
    {
        finding = (ScenarioFindings.UnusableValue, problem.Message, problem.Hint);
        return false;
    }
}
