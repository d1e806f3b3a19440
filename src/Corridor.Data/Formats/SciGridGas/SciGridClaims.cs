using Corridor.Data.Formats.Exchange;
using Corridor.Model.Provenance;

namespace Corridor.Data.Formats.SciGridGas;

/// <summary>Claims about the figures of components: what is printed, its uncertainty and how the data set came to it.</summary>
internal sealed class SciGridClaims(FidelityReport fidelity, ForeignIds ids)
{
    private readonly List<Claim> _claims = [];

    /// <summary>The claims.</summary>
    internal IReadOnlyList<Claim> All => _claims;

    /// <summary>Why an attribute is not taken over.</summary>
    internal static string Unmodelled(string attribute) => attribute switch
    {
        _ when attribute.StartsWith("nuts_id", StringComparison.Ordinal) => "Statistical regions are not modelled: zone and coordinates place the row.",
        "exact" => "A mark of how exactly the data set knows the place; it has no column.",
        "is_H_gas" => "One quality of gas for the whole network.",
        _ => "It has no column.",
    };

    /// <summary>Keeps a figure that stands in a column, or beside one that stands there.</summary>
    /// <param name="part">Kind of the row.</param>
    /// <param name="record">The row.</param>
    /// <param name="attribute">The attribute.</param>
    /// <param name="table">Table of the subject.</param>
    /// <param name="subject">Id of the subject.</param>
    /// <param name="column">Column.</param>
    /// <param name="inUse">Whether the column holds it.</param>
    /// <param name="why">Why it does not; null for the method of the data set.</param>
    internal void Figure(string part, SciGridRecord record, SciGridAttribute attribute, string table, string subject, string column, bool inUse = true, string? why = null)
    {
        Add(record, attribute, table, subject, column, inUse, why);
        if (inUse)
            fidelity.Exact(part, attribute.Name, $"{table}.{column}");
        else
            fidelity.Approximated(part, attribute.Name, "claims", why ?? "Kept as a claim beside the figure in use.", SciGridMapping.Example(record) + " = " + attribute.Value.Printed());
    }

    /// <summary>Keeps what no column holds, or counts it as dropped.</summary>
    /// <param name="part">Kind of the row.</param>
    /// <param name="record">The row.</param>
    /// <param name="table">Table of the subject.</param>
    /// <param name="subject">Id of the subject.</param>
    /// <param name="mapped">Attributes that were mapped.</param>
    internal void Rest(string part, SciGridRecord record, string table, string subject, HashSet<string> mapped)
    {
        foreach (SciGridAttribute attribute in record.Attributes)
        {
            if (attribute.Value.IsAbsent || mapped.Contains(attribute.Name))
                continue;
            if (string.IsNullOrWhiteSpace(attribute.Name))
            {
                fidelity.Dropped(part, "", "The attribute has no name.", SciGridMapping.Example(record) + " = " + attribute.Value.Printed());
                continue;
            }

            if (attribute.Name.StartsWith("nuts_id", StringComparison.Ordinal) || attribute.Name is "exact" or "is_H_gas")
            {
                fidelity.Dropped(part, attribute.Name, Unmodelled(attribute.Name), SciGridMapping.Example(record) + " = " + attribute.Value.Printed());
                continue;
            }

            Add(record, attribute, table, subject, attribute.Name, false, null);
            fidelity.Approximated(part, attribute.Name, "claims", "Kept as a claim; it has no column and no effect.");
        }

        if (record.Comment is not null)
            fidelity.Exact(part, "comment", $"{table}.note");
    }

    /// <summary>Keeps a text about a row.</summary>
    internal void Keep(SciGridRecord record, string table, string subject, string topic, string text) => _claims.Add(new Claim
    {
        Id = ids.Take(record.Id, "cl-" + topic),
        Table = table,
        Subject = subject,
        Column = topic,
        AsPrinted = text,
        Place = SciGridMapping.Place(record),
        Confidence = Confidence.Low,
        Source = SciGridMapping.Source,
        Basis = Basis.Reported,
    });

    private void Add(SciGridRecord record, SciGridAttribute attribute, string table, string subject, string column, bool inUse, string? why)
    {
        string? uncertainty = attribute.Uncertainty is { IsAbsent: false } range ? $"uncertainty {range.Printed()}" : null;
        string? how = attribute.Method is null ? null : $"{(attribute.IsRaw ? "raw" : attribute.Method)}";
        double? value = attribute.Value.Kind == PythonKind.Number && double.IsFinite(attribute.Value.Number) ? attribute.Value.Number : null;
        _claims.Add(new Claim
        {
            Id = ids.Take($"{subject}-{attribute.Name}", "cl"),
            Table = table,
            Subject = subject,
            Column = column,
            AsPrinted = attribute.Value.Printed(),
            UnitAsPrinted = UnitOf(attribute.Name),
            Value = value,
            Place = $"{SciGridMapping.Place(record)}, {attribute.Name}",
            Confidence = attribute.IsRaw ? Confidence.Medium : Confidence.Low,
            InUse = inUse,
            Reason = string.Join("; ", new[] { why, how, uncertainty }.OfType<string>()) is { Length: > 0 } reason ? reason : null,
            Source = SciGridMapping.Source,
            Basis = SciGridMapping.BasisOf(attribute),
        });
    }

    private static string? UnitOf(string attribute) => attribute switch
    {
        _ when attribute.EndsWith("_M_m3_per_d", StringComparison.Ordinal) => "M_m3_per_d",
        _ when attribute.EndsWith("_M_m3", StringComparison.Ordinal) => "M_m3",
        _ when attribute.EndsWith("_bar", StringComparison.Ordinal) => "bar",
        _ when attribute.EndsWith("_MW", StringComparison.Ordinal) => "MW",
        _ when attribute.EndsWith("_kWh_per_m3", StringComparison.Ordinal) => "kWh_per_m3",
        _ when attribute.EndsWith("_km", StringComparison.Ordinal) => "km",
        _ when attribute.EndsWith("_mm", StringComparison.Ordinal) => "mm",
        _ => null,
    };
}
