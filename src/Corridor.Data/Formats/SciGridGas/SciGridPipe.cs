using System.Globalization;
using Corridor.Data.Formats.Exchange;
using Corridor.Model.Network;
using Corridor.Model.Units;

namespace Corridor.Data.Formats.SciGridGas;

/// <summary>Maps one pipe or edge to a row of <c>pipelines</c>.</summary>
internal sealed class SciGridPipe(SciGridMapping mapping, string part, SciGridRecord record)
{
    private static readonly HashSet<string> Mapped = new(["max_cap_M_m3_per_d", "length_km", "diameter_mm", "max_pressure_bar", "is_bothDirection", "is_H_gas", "start_year", "end_year"], StringComparer.Ordinal);

    private FidelityReport Fidelity => mapping.Fidelity;

    /// <summary>Maps it.</summary>
    /// <param name="isOpen">Whether pipes may be used both ways although they do not say so.</param>
    /// <param name="hasMirror">Whether the other direction is an edge of its own.</param>
    internal void Map(bool isOpen, bool hasMirror)
    {
        Node from = mapping.Nodes[record.Nodes[0]], to = mapping.Nodes[record.Nodes[^1]];
        if (from == to)
        {
            string figures = string.Join(", ", record.Attributes.Where(a => !a.Value.IsAbsent).Select(a => $"{a.Name} {a.Value.Printed()}"));
            mapping.Claims.Keep(record, "nodes", from.Id, "loop", $"{record.Id}: {figures}");
            Fidelity.Approximated(part, "", "claims", "It starts and ends at the same node: nothing flows through it. It is kept as a claim about the node.", SciGridMapping.Example(record));
            return;
        }

        double? capacity = Positive("max_cap_M_m3_per_d");
        if (capacity is null)
        {
            mapping.Claims.Keep(record, "nodes", from.Id, "pipe", $"{record.Id} to {record.Nodes[^1]}: no capacity");
            Fidelity.Dropped(part, "", "No capacity is stated; it is kept as a claim about its first node.", SciGridMapping.Example(record));
            return;
        }

        bool isBoth = record.Number("is_bothDirection") is 1;
        bool isReversible = !hasMirror && (isBoth || isOpen);
        string id = mapping.Ids.Take(record.Id, "p");
        Count(isBoth, isReversible, hasMirror);
        bool isLowGas = record.Number("is_H_gas") is 0;
        mapping.Pipelines.Add(new Pipeline
        {
            Id = id,
            Name = record.Name is null || record.Name == record.Id ? record.Id : $"{record.Name} ({record.Id})",
            From = from.Id,
            To = to.Id,
            Length = Positive("length_km") is { } length ? Model.Units.Length.FromKilometres(length) : null,
            InnerDiameter = Positive("diameter_mm") is { } diameter and > 0 ? Model.Units.Length.FromMillimetres(diameter) : null,
            MaxPressure = Positive("max_pressure_bar") is { } pressure and > 0 ? Pressure.FromBarAbsolute(pressure) : null,
            Capacity = new Rate(capacity.Value, SciGridMapping.PerDay),
            ReverseCapacity = isReversible ? new Rate(capacity.Value, SciGridMapping.PerDay) : null,
            RateUnit = SciGridMapping.PerDay,
            Start = SciGridMapping.YearOf(record, "start_year"),
            End = End(),
            Source = SciGridMapping.Source,
            Basis = SciGridMapping.BasisOf(record.Find("max_cap_M_m3_per_d")),
            Note = SciGridMapping.Place(record) + (isReversible && !isBoth ? "; backwards assumed" : "") + (isLowGas ? "; L-gas" : ""),
        });
        mapping.Claims.Rest(part, record, "pipelines", id, Mapped);
        Route(id);
    }

    private double? Positive(string attribute) => record.Number(attribute) is { } number && double.IsFinite(number) && number >= 0 ? number : null;

    private void Count(bool isBoth, bool isReversible, bool hasMirror)
    {
        Fidelity.Exact(part, "", "pipelines");
        Figure("max_cap_M_m3_per_d", "pipelines.capacity");
        Figure("length_km", "pipelines.length");
        if (record.Find("diameter_mm") is not null)
            Fidelity.Approximated(part, "diameter_mm", "pipelines.inner_diameter", "The data set does not say whether inner, outer or nominal; taken for the inner one.");
        if (record.Find("max_pressure_bar") is not null)
            Fidelity.Approximated(part, "max_pressure_bar", "pipelines.max_pressure", "The data set does not say whether above vacuum or above the atmosphere; taken for absolute.");
        if (record.Find("start_year") is not null)
            Year("start_year", "pipelines.start");
        if (record.Find("end_year") is not null)
            Year("end_year", "pipelines.end");
        if (isBoth)
            Fidelity.Exact(part, "is_bothDirection", hasMirror ? "pipelines (the edge the other way)" : "pipelines.reverse_capacity");
        else if (isReversible)
            Fidelity.Defaulted(part, "is_bothDirection", "pipelines.reverse_capacity", "0, but the order of the ends is that of drawing: the capacity is assumed to hold both ways.", SciGridMapping.Example(record));
        else
            Fidelity.Exact(part, "is_bothDirection", "pipelines.reverse_capacity");
        if (record.Number("is_H_gas") is 0)
            Fidelity.Approximated(part, "is_H_gas", "pipelines.note", "L-gas is not told from H-gas: one quality for the whole network.", SciGridMapping.Example(record));
        else if (record.Find("is_H_gas") is not null)
            Fidelity.Exact(part, "is_H_gas", "carriers");
        for (int i = 0; i < record.Countries.Count && mapping.Zones.Count > 0; i++)
        {
            string zone = SciGridMapping.Iso(record.Countries[i].ToUpperInvariant()).ToLowerInvariant();
            string stands = mapping.Nodes[i == 0 ? record.Nodes[0] : record.Nodes[Math.Min(i, record.Nodes.Count - 1)]].Zone;
            if (zone == stands)
                Fidelity.Exact(part, "country_code", "nodes.zone");
            else
                Fidelity.Dropped(part, "country_code", "The table of nodes states another country; it counts.", $"{SciGridMapping.Example(record)}: {record.Countries[i]}, not {stands}");
        }
    }

    private void Figure(string attribute, string target)
    {
        if (record.Find(attribute) is not null && Positive(attribute) is not null)
            Fidelity.Exact(part, attribute, target);
        else if (record.Find(attribute) is { } wrong)
            Fidelity.Dropped(part, attribute, "It is no number above or equal to zero.", $"{SciGridMapping.Example(record)} = {wrong.Value.Printed()}");
    }

    private void Year(string attribute, string target)
    {
        if (attribute == "end_year" && End() is null && SciGridMapping.YearOf(record, attribute) is not null)
            Fidelity.Dropped(part, attribute, "It is not later than the year of the start.", $"{SciGridMapping.Example(record)} = {record.Find(attribute)!.Value.Printed()}");
        else if (SciGridMapping.YearOf(record, attribute) is not null)
            Fidelity.Approximated(part, attribute, target, "A year becomes its first of January.");
        else
            Fidelity.Dropped(part, attribute, "It is no year between 1800 and 2200.", $"{SciGridMapping.Example(record)} = {record.Find(attribute)!.Value.Printed()}");
    }

    /// <summary>The end of its service; null where none is stated that follows the start.</summary>
    private DateOnly? End() => SciGridMapping.YearOf(record, "end_year") is { } end && !(SciGridMapping.YearOf(record, "start_year") >= end) ? end : null;

    private void Route(string id)
    {
        int count = Math.Min(record.Latitudes.Count, record.Longitudes.Count);
        if (count < 3)
            return;
        for (int i = 0; i < count; i++)
            mapping.Routes.Add(new RoutePoint { Arc = id, Sequence = i + 1, Lat = record.Latitudes[i], Lon = record.Longitudes[i], Source = SciGridMapping.Source });
        Fidelity.Exact(part, "lat, long", "route_points", count);
    }
}
