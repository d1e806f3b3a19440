using System.Collections.Frozen;

namespace Corridor.Data.Formats.PyPsa.Attributes;

/// <summary>
/// All attributes of all component lists of the format: names, units and defaults as the format's own tables state them (PyPSA 1.x,
/// component attributes, MIT licence), and what this program makes of each.
/// </summary>
internal static partial class PyPsaAttributes
{
    /// <summary>A column that this program's own files add: the id of the row of the package.</summary>
    internal const string IdColumn = "corridor_id";

    /// <summary>A column that this program's own <c>network.csv</c> adds: the currency of the package.</summary>
    internal const string CurrencyColumn = "corridor_currency";

    private static readonly PyPsaAttribute StatedCurrency = new("networks", CurrencyColumn, PyPsaKind.Text, false, "", "", PyPsaFate.Active, "currency of the package");

    private static readonly PyPsaAttribute StatedId = new("", IdColumn, PyPsaKind.Text, false, "", "", PyPsaFate.Active, "id");

    private static readonly Lazy<FrozenDictionary<(string List, string Name), PyPsaAttribute>> ByName =
        new(() => All.ToFrozenDictionary(a => (a.List, a.Name)));

    /// <summary>All attributes, list by list.</summary>
    internal static IEnumerable<PyPsaAttribute> All => Lists.SelectMany(l => l.Attributes);

    /// <summary>The component lists that are read, in the order in which they are mapped.</summary>
    internal static IReadOnlyList<(string List, IReadOnlyList<PyPsaAttribute> Attributes)> Lists =>
    [
        ("buses", Buses),
        ("carriers", Carriers),
        ("generators", Generators),
        ("loads", Loads),
        ("lines", Lines),
        ("line_types", LineTypes),
        ("transformers", Transformers),
        ("transformer_types", TransformerTypes),
        ("links", Links),
        ("processes", Processes),
        ("storage_units", StorageUnits),
        ("stores", Stores),
        ("shunt_impedances", ShuntImpedances),
        ("global_constraints", GlobalConstraints),
        ("shapes", Shapes),
        ("sub_networks", SubNetworks),
        ("networks", Networks),
    ];

    /// <summary>The attribute of a column; null for one that the format does not have.</summary>
    /// <param name="list">Component list.</param>
    /// <param name="column">Name of the column; attributes of a further port (<c>bus2</c>, <c>efficiency3</c>) are those of the last stated one.</param>
    internal static PyPsaAttribute? Find(string list, string column)
    {
        if (ByName.Value.TryGetValue((list, column), out PyPsaAttribute? attribute))
            return attribute;
        if (column == IdColumn)
            return StatedId;
        if (list == "networks" && column == CurrencyColumn)
            return StatedCurrency;
        if (list is not ("links" or "processes") || PortOf(column, out string stem) < 2)
            return null;
        return ByName.Value.GetValueOrDefault((list, stem + "1")) ?? (list == "links" ? ByName.Value.GetValueOrDefault((list, stem)) : null);
    }

    /// <summary>The number at the end of a name; −1 for none.</summary>
    internal static int PortOf(string column, out string stem)
    {
        int digits = column.Length;
        while (digits > 0 && char.IsAsciiDigit(column[digits - 1]))
            digits--;
        stem = column[..digits];
        ReadOnlySpan<char> number = column.AsSpan(digits);
        if (number.Length is 0 or > 3 || stem is not ("bus" or "efficiency" or "rate" or "delay" or "cyclic_delay"))
            return -1;
        int port = 0;
        foreach (char c in number)
            port = (port * 10) + (c - '0');
        return port;
    }
}
