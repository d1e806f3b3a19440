using Corridor.Model;
using Corridor.Model.Units;
using Corridor.Reporting.Summaries;

namespace Corridor.Reporting.Html;

/// <summary>
/// The units of a page: those in which people speak of a carrier, or smaller ones where the system is so small that its figures would be
/// zeros behind a point (bcm, mcm, kcm; TWh, GWh, MWh; Mt, kt, t; MMbbl, kb, bbl). One unit takes the place of another on the whole page.
/// </summary>
internal sealed class PageUnits
{
    /// <summary>A unit stays where the largest country has at least so many of it.</summary>
    private const double LeastShown = 2;

    private static readonly string[][] Steps = [["bcm", "mcm", "kcm"], ["TWh", "GWh", "MWh"], ["Mt", "kt", "t"], ["MMbbl", "kb", "bbl"]];

    /// <summary>By symbol of the usual unit: the unit taken, and how many of it are one usual one. Units that stay are not in it.</summary>
    private readonly Dictionary<string, (AmountUnit Unit, double Factor)> _taken = new(StringComparer.Ordinal);

    /// <summary>Chooses units.</summary>
    /// <param name="system">The package.</param>
    /// <param name="summary">A run of it, in the usual units.</param>
    public PageUnits(EnergySystem system, RunSummary summary)
    {
        IReadOnlyDictionary<string, DisplayUnit> usual = DisplayUnit.Of(system);
        foreach (IGrouping<string, BalanceSummary> group in summary.Countries.GroupBy(b => b.Unit, StringComparer.Ordinal))
        {
            if (usual.Values.FirstOrDefault(u => u.Amount.Symbol == group.Key) is { } unit && Smaller(unit.Amount, group.Max(ReportContext.Size)) is { } smaller)
                _taken.Add(group.Key, (smaller, unit.Amount.Factor / smaller.Factor));
        }

        ByCarrier = usual.ToDictionary(u => u.Key, u => _taken.TryGetValue(u.Value.Amount.Symbol, out (AmountUnit Unit, double Factor) taken) ? u.Value.In(taken.Unit) : u.Value, StringComparer.Ordinal);
    }

    /// <summary>The units of each carrier.</summary>
    public IReadOnlyDictionary<string, DisplayUnit> ByCarrier { get; }

    /// <summary>A summary in the units of the page. What it says of border regions stays, since it holds sentences with figures.</summary>
    /// <param name="s">In the usual units.</param>
    public RunSummary Restate(RunSummary s) => _taken.Count == 0 ? s : s with
    {
        Balance = [.. s.Balance.Select(Balance)],
        Countries = [.. s.Countries.Select(Balance)],
        Imports = [.. s.Imports.Select(Import)],
        CountryImports = [.. s.CountryImports.Select(Import)],
        Contracts = [.. s.Contracts.Select(c => c with { Unit = Unit(c.Unit), Acq = In(c.Acq, c.Unit), Delivered = In(c.Delivered, c.Unit), TakeOrPayMin = In(c.TakeOrPayMin, c.Unit), Shortfall = In(c.Shortfall, c.Unit), MakeUpTaken = In(c.MakeUpTaken, c.Unit) })],
        Routes = [.. s.Routes.Select(r => r with { Unit = Unit(r.Unit), Flow = In(r.Flow, r.Unit), Capacity = In(r.Capacity, r.Unit), Forward = In(r.Forward, r.Unit), Backward = In(r.Backward, r.Unit) })],
        Bottlenecks = [.. s.Bottlenecks.Select(b => b with { Unit = Unit(b.Unit), Capacity = In(b.Capacity, b.Unit) })],
        Storages = [.. s.Storages.Select(t => t with { Unit = Unit(t.Unit), First = In(t.First, t.Unit), Last = In(t.Last, t.Unit), Minimum = In(t.Minimum, t.Unit), Maximum = In(t.Maximum, t.Unit), WorkingVolume = In(t.WorkingVolume, t.Unit) })],
        Rules = [.. s.Rules.Select(r => r.Unit is { } unit ? r with { Unit = Unit(unit), Violation = In(r.Violation, unit) } : r)],
        Shortages = [.. s.Shortages.Select(h => h with { Unit = Unit(h.Unit), Demand = In(h.Demand, h.Unit), Curtailed = In(h.Curtailed, h.Unit), CurtailedProtected = In(h.CurtailedProtected, h.Unit) })],
        Origins = [.. s.Origins.Select(o => o with { Unit = Unit(o.Unit), Amount = In(o.Amount, o.Unit) })],
        CountryOrigins = [.. s.CountryOrigins.Select(o => o with { Unit = Unit(o.Unit), Amount = In(o.Amount, o.Unit) })],
        Transits = [.. s.Transits.Select(t => t with { Unit = Unit(t.Unit), Amount = In(t.Amount, t.Unit) })],
        CountryTransits = [.. s.CountryTransits.Select(t => t with { Unit = Unit(t.Unit), Amount = In(t.Amount, t.Unit) })],
        Entries = [.. s.Entries.Select(e => e with { Unit = Unit(e.Unit), Amount = In(e.Amount, e.Unit) })],
        CountryEntries = [.. s.CountryEntries.Select(e => e with { Unit = Unit(e.Unit), Amount = In(e.Amount, e.Unit) })],
        Concentration = [.. s.Concentration.Select(Concentration)],
        CountryConcentration = [.. s.CountryConcentration.Select(Concentration)],
        Physics = s.Physics is { } physics ? Physics(physics) : null,
    };

    private static AmountUnit? Smaller(AmountUnit unit, double most)
    {
        int end = unit.Symbol.AsSpan().IndexOfAny('@', '_');
        (string name, string rest) = end < 0 ? (unit.Symbol, "") : (unit.Symbol[..end], unit.Symbol[end..]);
        if (!(most > 0) || most >= LeastShown || Array.Find(Steps, s => s[0] == name) is not { } steps)
            return null;
        return AmountUnit.Parse((1e3 * most >= LeastShown ? steps[1] : steps[2]) + rest);
    }

    private string Unit(string unit) => _taken.TryGetValue(unit, out (AmountUnit Unit, double Factor) taken) ? taken.Unit.Symbol : unit;

    private double? In(double? amount, string unit) => amount * (_taken.TryGetValue(unit, out (AmountUnit Unit, double Factor) taken) ? taken.Factor : 1);

    private double In(double amount, string unit) => In((double?)amount, unit)!.Value;

    private ImportSummary Import(ImportSummary i) => i with { Unit = Unit(i.Unit), Amount = In(i.Amount, i.Unit) };

    private ConcentrationSummary Concentration(ConcentrationSummary c) => c with { Unit = Unit(c.Unit), Amount = In(c.Amount, c.Unit), Served = In(c.Served, c.Unit) };

    private BalanceSummary Balance(BalanceSummary b) => b with
    {
        Unit = Unit(b.Unit),
        Demand = In(b.Demand, b.Unit),
        Served = In(b.Served, b.Unit),
        Curtailed = In(b.Curtailed, b.Unit),
        Production = In(b.Production, b.Unit),
        Imports = In(b.Imports, b.Unit),
        Exports = In(b.Exports, b.Unit),
        GivenUp = In(b.GivenUp, b.Unit),
        ConversionOutput = In(b.ConversionOutput, b.Unit),
        Regasified = In(b.Regasified, b.Unit),
        ConversionInput = In(b.ConversionInput, b.Unit),
        StorageInjection = In(b.StorageInjection, b.Unit),
        StorageWithdrawal = In(b.StorageWithdrawal, b.Unit),
        Measures = In(b.Measures, b.Unit),
        Losses = In(b.Losses, b.Unit),
    };

    private PhysicsSummary Physics(PhysicsSummary p) => p with
    {
        Lines = [.. p.Lines.Select(l => l with { Unit = Unit(l.Unit), Flow = In(l.Flow, l.Unit), Capacity = In(l.Capacity, l.Unit), Excess = In(l.Excess, l.Unit), Fuel = In(l.Fuel, l.Unit), FuelStated = In(l.FuelStated, l.Unit), Linepack = In(l.Linepack, l.Unit) })],
        Capacities = [.. p.Capacities.Select(Yearly)],
        WithoutData = [.. p.WithoutData.Select(w => w with { Unit = Unit(w.Unit), Flow = In(w.Flow, w.Unit) })],
    };

    /// <summary>Capacities are an amount a year.</summary>
    private LineCapacitySummary Yearly(LineCapacitySummary c)
    {
        int slash = c.Unit.LastIndexOf('/');
        if (slash < 0)
            return c;
        string amount = c.Unit[..slash];
        return c with { Unit = Unit(amount) + c.Unit[slash..], Stated = In(c.Stated, amount), Derived = In(c.Derived, amount), Delivered = In(c.Delivered, amount), Used = In(c.Used, amount) };
    }
}
