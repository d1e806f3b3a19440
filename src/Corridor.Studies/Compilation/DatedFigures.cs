using System.Globalization;
using Corridor.Model;
using Corridor.Model.Time;

namespace Corridor.Studies.Compilation;

/// <summary>The dated values of a package, by table, subject and column; remembers which of them were asked for.</summary>
internal sealed class DatedFigures
{
    private readonly Dictionary<(string Table, string Subject, string Column), DatedFigure> _figures = [];

    public DatedFigures(EnergySystem system)
    {
        foreach (IGrouping<(string Table, string Subject, string Column), DatedValue> group in
                 system.DatedValues.GroupBy(v => (v.Table, v.Subject, v.Column)))
        {
            _figures[group.Key] = new DatedFigure([.. group.OrderBy(v => v.Start)]);
        }
    }

    /// <summary>Keys that no compiler asked for: inputs without effect.</summary>
    public IEnumerable<(string Table, string Subject, string Column)> Unused =>
        _figures.Where(f => !f.Value.Asked).Select(f => f.Key);

    /// <summary>The dated values of a figure, or null where it has none.</summary>
    public DatedFigure? Find(string table, string subject, string column)
    {
        if (!_figures.TryGetValue((table, subject, column), out DatedFigure? figure))
            return null;
        figure.Asked = true;
        return figure;
    }

    /// <summary>The dated values of one figure.</summary>
    internal sealed class DatedFigure(DatedValue[] values)
    {
        public bool Asked { get; set; }

        /// <summary>The value that holds on a day, or null where none does.</summary>
        public string? TextAt(DateOnly day)
        {
            foreach (DatedValue value in values)
            {
                if (value.Start <= day && (value.End is not { } end || day < end))
                    return value.Value;
            }

            return null;
        }

        /// <summary>The number that holds on a day, or the fallback.</summary>
        public double NumberAt(DateOnly day, double fallback) =>
            TextAt(day) is { } text && double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double number)
                ? number
                : fallback;
    }
}
