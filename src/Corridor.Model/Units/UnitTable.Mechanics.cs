namespace Corridor.Model.Units;

/// <content>Length, pressure, temperature.</content>
public static partial class UnitTable
{
    private const double Atmosphere = 1.01325;
    private const double PoundPerSquareInch = 0.068947572931683608;

    private static Unit[] Mechanics() =>
    [
        new("km", Dimension.Length, 1, 0, Si, "canonical"),
        new("m", Dimension.Length, 1e-3, 0, Si, ""),
        new("cm_length", Dimension.Length, 1e-5, 0, Si, "centimetre; \"cm\" alone also stands for cubic metre"),
        new("mm", Dimension.Length, 1e-6, 0, Si, "diameters, wall thickness"),
        new("um", Dimension.Length, 1e-9, 0, Si, "micrometre: roughness", "\u00B5m", "\u03BCm"),
        new("in", Dimension.Length, 2.54e-5, 0, Nist, "inch, 25.4 mm exactly: diameters", "inch"),
        new("mi", Dimension.Length, 1.609344, 0, Nist, "statute mile, exact", "mile"),
        new("nmi", Dimension.Length, 1.852, 0, Nist, "nautical mile, exact: sea routes"),

        new("bar_abs", Dimension.Pressure, 1, 0, Nist, "canonical; 100 kPa absolute", "bara", "bar(a)", "bar(abs)"),
        new("bar_gauge", Dimension.Pressure, 1, Atmosphere, Nist, "above one standard atmosphere", "barg", "bar_g", "bar(g)", "bar(gauge)"),
        new("MPa_abs", Dimension.Pressure, 10, 0, Si, "", "MPa(a)", "MPa(abs)"),
        new("MPa_gauge", Dimension.Pressure, 10, Atmosphere, Si, "above one standard atmosphere", "MPa_g", "MPa(g)", "MPa(gauge)"),
        new("kPa", Dimension.Pressure, 1e-2, 0, Si, "absolute"),
        new("Pa", Dimension.Pressure, 1e-5, 0, Si, "absolute"),
        new("psi_a", Dimension.Pressure, PoundPerSquareInch, 0, Nist, "pound-force per square inch, absolute", "psia"),
        new("psi_g", Dimension.Pressure, PoundPerSquareInch, Atmosphere, Nist, "pound-force per square inch, above one standard atmosphere", "psig"),
        new("atm", Dimension.Pressure, Atmosphere, 0, Nist, "standard atmosphere, absolute"),
        new("at", Dimension.Pressure, 0.980665, 0, Nist, "technical atmosphere, 1 kgf/cm², absolute", "at_abs", "ata"),
        new("at_gauge", Dimension.Pressure, 0.980665, Atmosphere, Nist, "technical atmosphere above one standard atmosphere"),

        new("K", Dimension.Temperature, 1, 0, Si, "canonical"),
        new("°C", Dimension.Temperature, 1, 273.15, Si, "", "degC", "℃"),
        new("°F", Dimension.Temperature, 5.0 / 9.0, 459.67 * 5.0 / 9.0, Nist, "(t + 459.67) / 1.8", "degF"),
    ];
}
