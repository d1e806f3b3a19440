using System.Globalization;
using Corridor.Model;
using Corridor.Model.Network;
using Corridor.Model.Time;
using Corridor.Model.Units;

namespace Corridor.Studies.Hydraulics.Dispatch;

/// <summary>What became of a line's stated capacity.</summary>
public enum CapacityUse
{
    /// <summary>The derived figure takes the place of the stated one.</summary>
    Derived,

    /// <summary>A scenario has lowered the stated figure below the derived one: the lower figure stays.</summary>
    ScenarioLimit,

    /// <summary>The power of a station is not known, so that the derived figure is an upper bound, and it lies above the stated one, which stays.</summary>
    StatedBelowBound,

    /// <summary>The derived figure is an upper bound only, but even that lies below the stated one, and takes its place.</summary>
    BoundBelowStated,
}

/// <summary>Stated and derived capacity of one direction of a line, measured where the gas enters.</summary>
/// <param name="Capacity">The derived capacity, with the pressures at it.</param>
/// <param name="Direction">0 forward, 1 backward.</param>
/// <param name="Stated">Stated capacity [units of account a day].</param>
/// <param name="Used">The capacity that a dispatch in capacity mode has [units of account a day].</param>
/// <param name="Use">Why that one.</param>
public sealed record DerivedCapacity(LineCapacity Capacity, int Direction, double Stated, double Used, CapacityUse Use)
{
    /// <summary>Derived capacity [units of account a day].</summary>
    public double Derived => Capacity.InflowPerDay;

    /// <summary>Derived over stated, less 1; NaN where nothing is stated.</summary>
    public double Deviation => Stated > 0 ? (Derived / Stated) - 1.0 : double.NaN;
}

/// <summary>A package whose gas lines have the capacities that follow from their physics.</summary>
/// <param name="System">The package with these capacities.</param>
/// <param name="Capacities">What was stated, derived and used, in the order of the package.</param>
/// <param name="Lines">The lines with and without data.</param>
public sealed record CapacityFromPhysics(EnergySystem System, IReadOnlyList<DerivedCapacity> Capacities, GasLineSet Lines)
{
    private const string Table = "pipelines";

    /// <summary>
    /// Derives the capacities of all lines with data. In the package, the figure of a row gives way to the derived one; a figure that holds for
    /// a time only (dated values), and one that a scenario has lowered, stays as a limit. Outages act on whatever results.
    /// </summary>
    /// <param name="system">The package, after the changes of scenarios.</param>
    /// <param name="baseSystem">The package as it stands; null where no scenario changed it.</param>
    /// <param name="settings">Assumptions.</param>
    /// <param name="asOf">The day whose stations count; null for those in service, and the planned ones of planned lines.</param>
    public static CapacityFromPhysics Derive(EnergySystem system, EnergySystem? baseSystem, LinePhysicsSettings settings, DateOnly? asOf = null)
    {
        ArgumentNullException.ThrowIfNull(system);
        ArgumentNullException.ThrowIfNull(settings);
        GasLineSet set = GasLineReader.Read(system, settings, asOf);
        Dictionary<string, GasLine> lines = set.Lines.ToDictionary(l => l.Id);
        Dictionary<string, Pipeline> originals = [];
        foreach (Pipeline row in (baseSystem ?? system).Pipelines)
            originals.TryAdd(row.Id, row);
        var capacities = new List<DerivedCapacity>();
        var limits = new Dictionary<(string Id, string Column), double>();
        Pipeline[] rows = [.. system.Pipelines.Select(row => lines.TryGetValue(row.Id, out GasLine? line) ? Replaced(row, originals.GetValueOrDefault(row.Id) ?? row, line) : row)];
        DatedValue[] dated = [.. system.DatedValues.Select(v => v.Table == Table && limits.TryGetValue((v.Subject, v.Column), out double most) ? Limited(v, most) : v)];
        return new CapacityFromPhysics(system with { Pipelines = rows, DatedValues = dated }, capacities, set);

        Pipeline Replaced(Pipeline row, Pipeline original, GasLine line)
        {
            double perDay = line.AccountPerDay(row.Capacity.Unit);
            DerivedCapacity forward = Of(line, 0, row.Capacity.Value * perDay, original.Capacity.Value * line.AccountPerDay(original.Capacity.Unit), settings);
            capacities.Add(forward);
            limits[(row.Id, "capacity")] = forward.Derived / perDay;
            Pipeline replaced = row with { Capacity = new Rate(forward.Used / perDay, row.Capacity.Unit) };
            if (row.ReverseCapacity is not { Value: > 0 } back)
                return replaced;
            double backPerDay = line.AccountPerDay(back.Unit);
            double before = original.ReverseCapacity is { } given ? given.Value * line.AccountPerDay(given.Unit) : 0;
            DerivedCapacity backward = Of(line.Reversed(), 1, back.Value * backPerDay, before, settings);
            capacities.Add(backward);
            limits[(row.Id, "reverse_capacity")] = backward.Derived / backPerDay;
            return replaced with { ReverseCapacity = new Rate(backward.Used / backPerDay, back.Unit) };
        }
    }

    private static DerivedCapacity Of(GasLine line, int direction, double stated, double original, LinePhysicsSettings settings)
    {
        LineCapacity capacity = LineCapacity.Of(line, settings);
        double derived = capacity.InflowPerDay;
        // Stations of unknown power at the inlet do nothing here, because the line begins at its largest pressure anyway.
        bool bound = line.Stations.Any(s => s.PowerMax is null && s.Distance > 0);
        (double used, CapacityUse use) = (stated < original && stated < derived, bound, stated < derived) switch
        {
            (true, _, _) => (stated, CapacityUse.ScenarioLimit),
            (_, true, true) => (stated, CapacityUse.StatedBelowBound),
            (_, true, false) => (derived, CapacityUse.BoundBelowStated),
            _ => (derived, CapacityUse.Derived),
        };
        return new DerivedCapacity(capacity, direction, stated, used, use);
    }

    private static DatedValue Limited(DatedValue value, double most) =>
        double.TryParse(value.Value, NumberStyles.Float, CultureInfo.InvariantCulture, out double number) && number > most
            ? value with { Value = most.ToString("R", CultureInfo.InvariantCulture) }
            : value;
}
