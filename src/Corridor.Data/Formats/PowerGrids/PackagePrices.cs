using System.Globalization;
using Corridor.Data.Formats.Exchange;
using Corridor.Model.Findings;
using Corridor.Model.Units;

namespace Corridor.Data.Formats.PowerGrids;

/// <summary>Prices of a package as money for each MWh; what is not such a price is told once for each column and reason.</summary>
/// <param name="currency">Money of the package.</param>
/// <param name="fidelity">Takes what did not come over as it stands.</param>
internal sealed class PackagePrices(string currency, FidelityReport fidelity)
{
    private const string Unconverted = "a price in another money than the package's counts as if it were in that of the package";
    private const string OfDistance = "a charge for a distance, of what has no length, counts as 0";
    private readonly CarrierBasis _basis = new("electricity", GridScale.MegawattHour);
    private readonly List<(string Table, string Column, string Note)> _order = [];
    private readonly Dictionary<(string Table, string Column, string Note), (int Count, string Example)> _told = [];

    /// <summary>A price [money/MWh]; 0 where it cannot be converted.</summary>
    /// <param name="price">The price.</param>
    /// <param name="table">Its table.</param>
    /// <param name="column">Its column.</param>
    /// <param name="id">Id of its row.</param>
    /// <param name="target">Where it goes.</param>
    /// <param name="length">Length of the row, by which a charge for a distance is multiplied; null where none is stated.</param>
    internal double Of(UnitPrice price, string table, string column, string id, string target, Length? length = null)
    {
        double value = 0.0;
        string? problem = OfDistance;
        if ((price.Unit.IsDistanceBased && length is null) || !_basis.TryToAccount(price, out value, out problem))
        {
            fidelity.Dropped(table, column, problem, id);
            Count(table, column, problem, id);
            return 0.0;
        }

        if (price.Unit.Currency.Code != currency)
        {
            fidelity.Approximated(table, column, target, Unconverted, id);
            Count(table, column, Unconverted, id);
        }

        return price.Unit.IsDistanceBased ? value * length!.Value.InKilometres() : value;
    }

    /// <summary>Adds a finding (G026) for each column and reason.</summary>
    /// <param name="findings">Takes them.</param>
    internal void Tell(FindingList findings)
    {
        foreach ((string table, string column, string note) in _order)
        {
            (int count, string example) = _told[(table, column, note)];
            string others = count > 1 ? string.Create(CultureInfo.InvariantCulture, $" and {count - 1} more") : "";
            findings.Add(FormatFindings.NotCarried.At($"{table} {column}", SourcePlace.None, $"{column} of {table} '{example}'{others}: {note}.", "State the price for each MWh in the money of the package."));
        }
    }

    private void Count(string table, string column, string note, string id)
    {
        var key = (table, column, note);
        if (!_told.TryGetValue(key, out (int Count, string Example) known))
        {
            _order.Add(key);
            known = (0, id);
        }

        _told[key] = known with { Count = known.Count + 1 };
    }
}
