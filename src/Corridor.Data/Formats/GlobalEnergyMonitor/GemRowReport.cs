using System.Globalization;
using System.Text;
using Corridor.Data.Formats.Exchange;
using Corridor.Model.Findings;

namespace Corridor.Data.Formats.GlobalEnergyMonitor;

/// <summary>Accounts for every row of every table: mapped, or left out with its reason and its number.</summary>
internal sealed class GemRowReport(FidelityReport fidelity, FindingList findings)
{
    private const int MostNumbers = 4000;
    private readonly Dictionary<(GemTable Table, string Part, string Reason), List<int>> _leftOut = [];
    private readonly List<(GemTable Table, string Part, string Reason)> _order = [];

    /// <summary>Counts a row that came over.</summary>
    internal void Mapped(GemAsset asset, string target) => fidelity.Exact(PartOf(asset.Fuel), "", target);

    /// <summary>Counts a row that is not taken although nothing is wrong with it.</summary>
    internal void LeftOut(GemAsset asset, string reason) => LeftOut(asset.Table, asset.Row, PartOf(asset.Fuel), reason, $"{asset.Name} ({asset.Place})");

    /// <summary>Counts a row that cannot be taken, and reports it.</summary>
    internal void Broken(GemTable table, GemRow row, string part, string reason, string message, int column, string name)
    {
        findings.Add(FormatFindings.RowSkipped.At(name.Length > 0 ? name : table.File, table.PlaceOf(row, column), message));
        fidelity.Dropped(part, "", reason, $"{name} ({table.TextOf(row)})");
    }

    /// <summary>Counts a row that cannot be taken and that was reported where it was read.</summary>
    internal void Unreadable(GemTable table, GemRow row) => fidelity.Dropped("rows", "", "the row cannot be read", table.TextOf(row));

    /// <summary>Names the rows that were left out, a finding a reason.</summary>
    internal void Finish()
    {
        foreach ((GemTable table, string part, string reason) key in _order)
        {
            List<int> rows = _leftOut[key];
            SourcePlace place = key.table.Sheet is null ? new SourcePlace(key.table.File) : Workbooks.CellAddress.Place(key.table.File, key.table.Sheet, 0);
            findings.Add(FormatFindings.LeftOut.At(key.part, place, string.Create(CultureInfo.InvariantCulture, $"{rows.Count} of the {key.part} are left out: {key.reason}. {(key.table.Sheet is null ? "Lines" : "Rows")} {Ranges(rows)}.")));
        }
    }

    /// <summary>What the rows of a fuel are called.</summary>
    internal static string PartOf(GemFuel fuel) => fuel switch
    {
        GemFuel.Gas => "gas pipelines",
        GemFuel.Hydrogen => "hydrogen pipelines",
        GemFuel.Oil => "oil pipelines",
        GemFuel.Ngl => "NGL pipelines",
        GemFuel.Lng => "LNG terminals",
        _ => "coal terminals",
    };

    private void LeftOut(GemTable table, GemRow row, string part, string reason, string example)
    {
        fidelity.Dropped(part, "", reason, example);
        if (!_leftOut.TryGetValue((table, part, reason), out List<int>? rows))
        {
            rows = [];
            _leftOut.Add((table, part, reason), rows);
            _order.Add((table, part, reason));
        }

        rows.Add(row.Number);
    }

    /// <summary>Numbers with ranges: 2, 5–9, 11.</summary>
    private static string Ranges(List<int> rows)
    {
        var text = new StringBuilder();
        int shown = 0;
        for (int i = 0; i < rows.Count;)
        {
            if (++shown > MostNumbers)
                return text.Append(", …").ToString();
            int end = i;
            while (end + 1 < rows.Count && rows[end + 1] == rows[end] + 1)
                end++;
            text.Append(text.Length == 0 ? "" : ", ").Append(CultureInfo.InvariantCulture, $"{rows[i]}");
            if (end > i)
                text.Append(CultureInfo.InvariantCulture, $"–{rows[end]}");
            i = end + 1;
        }

        return text.ToString();
    }
}
