using System.Collections.Frozen;

namespace Corridor.Model.Units;

/// <summary>Spellings that are in use for more than one unit, with the reason for refusing each.</summary>
internal static class AmbiguousUnits
{
    private const string GasReason =
        "a gas volume must name its reference temperature: 20 °C (Russia, China), 15 °C (ISO 13443, Energy Institute) or 0 °C (Germany, EU normal cubic metres)";

    private const string PressureReason = "a pressure must say whether it is absolute or gauge (above the atmosphere, 1.01325 bar less)";

    private static readonly FrozenDictionary<string, (string Reason, string[] Accepted)> Table = Build();

    internal static IEnumerable<string> Spellings => Table.Keys;

    internal static bool TryFind(string spelling, out string reason, out string[] accepted)
    {
        bool found = Table.TryGetValue(spelling, out (string Reason, string[] Accepted) entry);
        (reason, accepted) = found ? entry : ("", []);
        return found;
    }

    private static FrozenDictionary<string, (string Reason, string[] Accepted)> Build()
    {
        var table = new Dictionary<string, (string, string[])>(StringComparer.Ordinal);
        Add(GasReason, ["bcm@20C", "bcm@15C", "bcm@0C"], "bcm", "Bcm", "BCM", "Gm3");
        Add(GasReason, ["mcm@20C", "mcm@15C", "mcm@0C"], "mcm", "MCM", "Mm3", "MMcm");
        Add(GasReason, ["kcm@20C", "kcm@15C", "kcm@0C"], "kcm", "1000m3");
        Add(GasReason + ", or that it is a liquid", ["m3@20C", "m3@15C", "m3@0C", "m3_liquid"], "m3", "cbm");
        Add("'tcm' is used for thousand and for million million cubic metres, and " + GasReason, ["kcm@20C", "kcm@15C", "kcm@0C"], "tcm", "Tcm");
        Add("'cm' is used for centimetre and for cubic metre", ["cm_length", "m3@20C", "m3@15C", "m3@0C"], "cm");
        Add("'standard' and 'normal' cubic metres are at 20 °C in Russian and Chinese documents, at 15 °C or 0 °C elsewhere", ["m3@20C", "Sm3", "Nm3"], "scm", "SCM", "ncm", "NCM");
        Add("cubic feet of gas are stated at 60 °F and at more than one pressure (14.696, 14.73 psi): convert them to cubic metres and say how", ["bcm@15C", "mcm@15C"], "bcf", "Bcf", "MMcf", "mmcf", "Mcf", "cf");
        Add(PressureReason, ["bar_abs", "bar_gauge"], "bar");
        Add(PressureReason, ["MPa_abs", "MPa_gauge"], "MPa");
        Add(PressureReason, ["psi_a", "psi_g"], "psi");
        Add(PressureReason, ["at", "at_gauge"], "kgf/cm2", "kg/cm2", "ati");
        Add("'ton' is a tonne (1000 kg), a short ton (907 kg) or a long ton (1016 kg)", ["t", "short_ton", "long_ton"], "ton", "tons");
        Add("in trade it means one tonne (metric ton), by SI letters a million tonnes", ["t", "Mt"], "mt", "MT", "mT");
        Add("M stands for thousand in American and for million in SI usage", ["kb", "MMbbl"], "Mb", "Mbbl", "mbbl");
        Add("M stands for thousand in American and for million in SI usage", ["Btu", "MMBtu"], "MBtu", "mBtu", "mbtu", "MBTU");
        Add("a barrel of oil equivalent is counted at 5.8 MMBtu, 6.1 GJ and other values", ["GJ", "MMBtu", "toe"], "boe", "kboe", "Mboe", "mmboe");
        Add("months and quarters have no fixed length", ["d", "week", "year"], "month", "months", "mo", "quarter");
        return table.ToFrozenDictionary(StringComparer.Ordinal);

        void Add(string reason, string[] accepted, params string[] spellings)
        {
            foreach (string spelling in spellings)
                table.Add(spelling, (reason, accepted));
        }
    }
}
