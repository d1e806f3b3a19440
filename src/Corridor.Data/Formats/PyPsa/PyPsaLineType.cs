namespace Corridor.Data.Formats.PyPsa;

/// <summary>A standard type of line.</summary>
/// <param name="Name">Name.</param>
/// <param name="Frequency">Nominal frequency [Hz].</param>
/// <param name="Resistance">Series resistance [ohm/km].</param>
/// <param name="Reactance">Series reactance [ohm/km].</param>
/// <param name="Capacitance">Shunt capacitance [nF/km].</param>
internal sealed record PyPsaLineType(string Name, double Frequency, double Resistance, double Reactance, double Capacitance);
