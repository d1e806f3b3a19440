using System.Globalization;
using Corridor.Model.Findings;
using Corridor.Model.Provenance;
using Corridor.Model.Schema;
using Corridor.Model.Time;

namespace Corridor.Model.Scenarios.Applying;

/// <summary>
/// Changes one figure on the days of a window. Without a window the cell itself changes, and every dated value of it. With one, the dated
/// values are cut at its ends, so that each day inside sees the operation on what held there, and no day outside sees anything.
/// </summary>
internal sealed class FigureEditor(ChangeStage stage, TableSchema table, int row, ColumnSchema column)
{
    private static readonly TableSchema Dated = PackageSchema.Table("dated_values");

    private readonly string _id = SystemDraft.KeyOf(table, stage.Draft.Rows(table)[row]);
    private readonly string _base = CellFormat.Write(column, column.Get(stage.Draft.Rows(table)[row]));

    internal void Apply(FigureOperation operation, DateWindow window)
    {
        List<DatedValue> own = [.. stage.Draft.Rows<DatedValue>("dated_values").Where(IsOwn).OrderBy(v => v.Start)];
        bool changed = window.IsAlways ? ApplyAlways(operation, own) : ApplyWithin(operation, window, own);
        if (!changed)
            return;
        stage.Wrote(table.Name, _id, column.Name, window, operation.Replaces);
        string? before = own.Exists(v => window.Overlaps(new DateWindow(v.Start, v.End))) ? null : _base;
        stage.Did(table.Name, _id, column.Name, before, operation.Replaces ? operation.On("") : before is null ? null : operation.On(before), window);
    }

    private bool ApplyAlways(FigureOperation operation, List<DatedValue> own)
    {
        if (operation.On(_base) is not { } text)
        {
            if (own.Count == 0)
                return NoFigure();
            text = _base;
        }

        object? value = null;
        if (text.Length > 0 && !CellText.TryParseFor(column, table, stage.Draft.Rows(table)[row], text, out value, out CellProblem? problem))
        {
            stage.Report(ScenarioFindings.UnusableValue, stage.Place, $"{column.Name}: {problem.Message}", problem.Hint);
            return false;
        }

        bool changed = text != _base;
        if (changed)
        {
            stage.Draft.Edit(table, row, stage.Place, (column, value));
            FigureClaims.Follow(stage, table, stage.Draft.Rows(table)[row], column, text);
        }

        if (own.Count == 0)
            return changed;
        if (operation.Replaces)
        {
            // The value holds on all days: dated values that said otherwise have nothing left to say.
            stage.Draft.Replace(Dated, [.. stage.Draft.Rows(Dated).Where(r => !IsOwn((DatedValue)r))]);
            return true;
        }

        return Rewrite(own, [.. own.Select(v => Piece(v.Start, v.End, operation.On(v.Value) ?? v.Value, v))]) || changed;
    }

    private bool ApplyWithin(FigureOperation operation, DateWindow window, List<DatedValue> own)
    {
        if (!DatedColumns.Of(table.Name).Contains(column.Name))
        {
            IReadOnlyList<string> dated = DatedColumns.Of(table.Name);
            stage.Report(ScenarioFindings.NoDates, stage.Place, $"{column.Name} of {table.Name} has no values by date.", dated.Count == 0 ? null : $"Columns of {table.Name} that have: {string.Join(", ", dated)}.");
            return false;
        }

        string held = _base;
        if (held.Length == 0 && !DatedColumns.MayBeFree(table.Name, column.Name))
        {
            if (!DatedColumns.EmptyIsZero(table.Name, column.Name) || !stage.HasUnit(table, row, column))
                return NoFigure();
            held = "0";
        }

        var pieces = new List<DatedValue>();
        foreach (DatedValue value in own)
        {
            if (value.Start < window.Start)
                pieces.Add(value with { End = Earlier(value.End, window.Start) });
            if (window.To is { } to && !(value.End <= to))
                pieces.Add(value.Start >= to ? value : value with { Start = to });
        }

        foreach ((DateOnly from, DateOnly? to) in Segments(window, own))
        {
            DatedValue? before = own.Find(v => v.Start <= from && !(from >= v.End));
            if (operation.On(before?.Value ?? held) is not { } text)
                return NoFigure();
            if (before is not null || text != held)
                pieces.Add(Piece(from, to, text, before));
        }

        bool changed = Rewrite(own, Merge(pieces));
        if (changed && _base.Length == 0 && CellText.TryParseFor(column, table, stage.Draft.Rows(table)[row], held, out object? nought, out _))
            stage.Draft.Edit(table, row, stage.Place, (column, nought));
        return changed;
    }

    /// <summary>The window, cut where dated values begin and end.</summary>
    private static IEnumerable<(DateOnly From, DateOnly? To)> Segments(DateWindow window, List<DatedValue> own)
    {
        DateOnly[] cuts = [.. own.SelectMany(v => new DateOnly?[] { v.Start, v.End }).OfType<DateOnly>().Where(d => d > window.Start && !(d >= window.To)).Distinct().Order()];
        DateOnly from = window.Start;
        foreach (DateOnly cut in cuts)
        {
            yield return (from, cut);
            from = cut;
        }

        yield return (from, window.To);
    }

    /// <summary>Joins neighbours that this change made and that say the same.</summary>
    private static List<DatedValue> Merge(List<DatedValue> pieces)
    {
        var merged = new List<DatedValue>();
        foreach (DatedValue piece in pieces.OrderBy(p => p.Start))
        {
            if (merged.Count > 0 && merged[^1] is var last && last.End == piece.Start && last with { Start = piece.Start, End = piece.End } == piece)
                merged[^1] = last with { End = piece.End };
            else
                merged.Add(piece);
        }

        return merged;
    }

    private DatedValue Piece(DateOnly from, DateOnly? to, string text, DatedValue? before)
    {
        if (before is not null && before.Value == text)
            return before with { Start = from, End = to };
        return new DatedValue
        {
            Table = table.Name,
            Subject = _id,
            Column = column.Name,
            Start = from,
            End = to,
            Value = text,
            Source = stage.Change.Source,
            Basis = stage.Change.Source is null ? Basis.Assumed : Basis.Derived,
            Note = stage.Note,
        };
    }

    /// <summary>Puts other dated values in the place of the figure's own; false if they are the same.</summary>
    private bool Rewrite(List<DatedValue> own, List<DatedValue> pieces)
    {
        if (own.SequenceEqual(pieces))
            return false;
        var rows = new List<Row>();
        bool placed = false;
        foreach (Row other in stage.Draft.Rows(Dated))
        {
            if (!IsOwn((DatedValue)other))
            {
                rows.Add(other);
            }
            else if (!placed)
            {
                rows.AddRange(pieces);
                placed = true;
            }
        }

        if (!placed)
            rows.AddRange(pieces);
        foreach (DatedValue piece in pieces)
        {
            if (!own.Exists(o => ReferenceEquals(o, piece)))
                stage.Draft.Mark(piece, stage.Place);
        }

        stage.Draft.Replace(Dated, rows);
        return true;
    }

    private bool NoFigure()
    {
        stage.Report(
            ScenarioFindings.NoFigure,
            stage.Place,
            string.Create(CultureInfo.InvariantCulture, $"{table.Name} {_id} states no {column.Name}; there is nothing that holds {(stage.Window.IsAlways ? "to go by" : "on the other days")}."),
            stage.Window.IsAlways ? "Give a value." : "Set the column without dates first, or leave out 'from' and 'to'.");
        return false;
    }

    private bool IsOwn(DatedValue value) => value.Table == table.Name && value.Subject == _id && value.Column == column.Name;

    private static DateOnly Earlier(DateOnly? end, DateOnly other) => end is { } day && day < other ? day : other;
}
