using System.Globalization;
using Corridor.Model.Schema;
using Corridor.Studies.Security;

namespace Corridor.Reporting.Summaries;

/// <summary>Puts what the study of border regions found into display units and words.</summary>
internal sealed class BorderTally
{
    private readonly IReadOnlyList<RegionSupply> _regions;
    private readonly IReadOnlyDictionary<string, DisplayUnit> _units;
    private readonly BorderText _text;

    public BorderTally(RunReport report, IReadOnlyDictionary<string, DisplayUnit> units)
    {
        _regions = BorderRegionStudy.Run(report.System, report.Result);
        _units = units;
        _text = new BorderText(report.System, report.Horizon);
    }

    public IEnumerable<BorderRegionSummary> Sectors()
    {
        foreach (RegionSupply region in _regions)
        {
            double factor = _units[region.Carrier].AmountPerAccount;
            foreach (SectorSupply s in region.Sectors)
            {
                yield return new BorderRegionSummary(
                    region.Zone, region.Carrier, SnakeCase.From(s.Sector.ToString()), s.Protected, _units[region.Carrier].Amount.Symbol, s.Demand * factor, s.Served * factor, s.Curtailed * factor,
                    s.Short.Days, Day(s.Short.First), LastDay(s.Short.Last), Day(s.Short.Worst), s.Short.WorstShare);
            }
        }
    }

    public IEnumerable<BorderSupplySummary> Regions()
    {
        foreach (RegionSupply r in _regions)
        {
            DisplayUnit unit = _units[r.Carrier];
            double factor = unit.AmountPerAccount;
            yield return new BorderSupplySummary(
                r.Zone, r.Carrier, unit.Amount.Symbol, r.Connected, r.Demand * factor, r.Served * factor, r.Curtailed * factor, r.CurtailedProtected * factor,
                r.Short.Days, Day(r.Short.First), LastDay(r.Short.Last), Day(r.Short.Worst), r.Short.WorstShare,
                r.StressDays, Day(r.StressFrom), LastDay(r.StressTo), r.StressDemand * factor, r.StressServed * factor, [.. r.Events.Select(e => e.Asset).Distinct()], _text.Answer(r, unit));
        }
    }

    public IEnumerable<BorderHelpSummary> Helps()
    {
        foreach (RegionSupply r in _regions)
        {
            DisplayUnit unit = _units[r.Carrier];
            foreach (RegionHelp h in r.Helped)
            {
                yield return new BorderHelpSummary(
                    r.Zone, r.Carrier, true, SnakeCase.From(h.Kind.ToString()), h.Id, unit.Amount.Symbol, h.Amount * unit.AmountPerAccount, h.Days, h.Measure is null ? null : h.Cost,
                    h.Measure is null ? null : SnakeCase.From(h.Measure.Level.ToString()), h.Measure?.LegalBasis, h.Measure is null ? null : h.Measure.LeadTime ?? 0, null, unit.Price.Symbol, false);
            }

            foreach (RegionNeed n in r.WouldHelp)
            {
                yield return new BorderHelpSummary(
                    r.Zone, r.Carrier, false, SnakeCase.From(n.Kind.ToString()), n.Id, unit.Amount.Symbol, null, null, null, null, null, null, n.Value * unit.PricePerAccount, unit.Price.Symbol, n.Closed);
            }
        }
    }

    internal static string? Day(DateTime? time) => time?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    internal static string? LastDay(DateTime? end) => end is { } time ? Day(time.AddTicks(-1)) : null;
}
