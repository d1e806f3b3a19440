namespace Corridor.Model.Units;

/// <content>Energy, power.</content>
public static partial class UnitTable
{
    private const double GigajoulePerGigawattHour = 3600;

    // The International Table calorie is 4.1868 J and the International Table Btu 1055.05585262 J, both exactly.
    private const double GigajoulePerMillionBtu = 1.05505585262;
    private const double GigajoulePerGigacalorie = 4.1868;
    private const double GigajoulePerToe = 41.868;
    private const double GigajoulePerTce = 29.3076;

    private static Unit[] Energies() =>
    [
        new("GWh", Dimension.Energy, 1, 0, Si, "canonical; 3.6 TJ"),
        new("Wh", Dimension.Energy, 1e-9, 0, Si, ""),
        new("kWh", Dimension.Energy, 1e-6, 0, Si, ""),
        new("MWh", Dimension.Energy, 1e-3, 0, Si, ""),
        new("TWh", Dimension.Energy, 1e3, 0, Si, ""),
        new("kJ", Dimension.Energy, 1e-6 / GigajoulePerGigawattHour, 0, Si, ""),
        new("MJ", Dimension.Energy, 1e-3 / GigajoulePerGigawattHour, 0, Si, ""),
        new("GJ", Dimension.Energy, 1 / GigajoulePerGigawattHour, 0, Si, ""),
        new("TJ", Dimension.Energy, 1e3 / GigajoulePerGigawattHour, 0, Si, ""),
        new("PJ", Dimension.Energy, 1e6 / GigajoulePerGigawattHour, 0, Si, ""),
        new("EJ", Dimension.Energy, 1e9 / GigajoulePerGigawattHour, 0, Si, ""),
        new("Btu", Dimension.Energy, GigajoulePerMillionBtu * 1e-6 / GigajoulePerGigawattHour, 0, Nist, "International Table, 1055.05585262 J"),
        new("MMBtu", Dimension.Energy, GigajoulePerMillionBtu / GigajoulePerGigawattHour, 0, Nist, "million Btu (International Table)", "mmBtu", "MMBTU", "mmbtu"),
        new("therm", Dimension.Energy, GigajoulePerMillionBtu * 0.1 / GigajoulePerGigawattHour, 0, Nist, "100 000 Btu (International Table), the therm of gas trading in Britain", "thm"),
        new("kcal", Dimension.Energy, GigajoulePerGigacalorie * 1e-6 / GigajoulePerGigawattHour, 0, Nist, "International Table, 4.1868 kJ"),
        new("Gcal", Dimension.Energy, GigajoulePerGigacalorie / GigajoulePerGigawattHour, 0, Nist, "International Table, 4.1868 GJ"),
        new("toe", Dimension.Energy, GigajoulePerToe / GigajoulePerGigawattHour, 0, Iea, "10 Gcal, net by definition") { Basis = HeatingBasis.Net },
        new("ktoe", Dimension.Energy, GigajoulePerToe * 1e3 / GigajoulePerGigawattHour, 0, Iea, "net by definition") { Basis = HeatingBasis.Net },
        new("Mtoe", Dimension.Energy, GigajoulePerToe * 1e6 / GigajoulePerGigawattHour, 0, Iea, "net by definition") { Basis = HeatingBasis.Net },
        new("tce", Dimension.Energy, GigajoulePerTce / GigajoulePerGigawattHour, 0, Ires, "7 Gcal, net by definition", "tsce") { Basis = HeatingBasis.Net },
        new("ktce", Dimension.Energy, GigajoulePerTce * 1e3 / GigajoulePerGigawattHour, 0, Ires, "net by definition") { Basis = HeatingBasis.Net },
        new("Mtce", Dimension.Energy, GigajoulePerTce * 1e6 / GigajoulePerGigawattHour, 0, Ires, "net by definition") { Basis = HeatingBasis.Net },

        new("MW", Dimension.Power, 1, 0, Si, "canonical"),
        new("W", Dimension.Power, 1e-6, 0, Si, ""),
        new("kW", Dimension.Power, 1e-3, 0, Si, ""),
        new("GW", Dimension.Power, 1e3, 0, Si, ""),
        new("TW", Dimension.Power, 1e6, 0, Si, ""),
    ];
}
