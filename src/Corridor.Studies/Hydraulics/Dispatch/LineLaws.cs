using Corridor.Model.Hydraulics;
using Corridor.Studies.Hydraulics.Laws;

namespace Corridor.Studies.Hydraulics.Dispatch;

/// <summary>
/// Isothermal flow through the sections and stations of one line, in closed form: along a level pipe the potential Φ(p) = ∫ρ dp falls by
/// λ·x·G²/(2·D·E²), with the friction factor λ the same all along because the Reynolds number G·D/μ is; a station lifts by the adiabatic
/// head (κ/(κ−1))·Z·R·T/M·(r^((κ−1)/κ) − 1). docs/mathematics/line-capacity.md derives both. Immutable; may be used from several threads.
/// </summary>
public sealed class LineLaws
{
    private const double PressureFloor = 1e5;
    private const double RelativeStep = 1e-12;
    private const int MaxSteps = 60;

    private readonly GasLine _line;
    private readonly LinePhysicsSettings _settings;
    private readonly IGasLaw _gas;
    private readonly IFrictionLaw _friction;
    private readonly double _area;
    private readonly double _exponent;
    private readonly double _heat;

    /// <summary>The laws of a line.</summary>
    /// <param name="line">The line.</param>
    /// <param name="settings">Which laws.</param>
    /// <exception cref="ArgumentException">The equation of state needs a figure that the gas does not state, or the friction law is the fixed one.</exception>
    public LineLaws(GasLine line, LinePhysicsSettings settings)
    {
        ArgumentNullException.ThrowIfNull(line);
        ArgumentNullException.ThrowIfNull(settings);
        _line = line;
        _settings = settings;
        _gas = GasLaws.For(settings.EquationOfState, line.Gas, out string? missing) ?? throw new ArgumentException($"The gas states no {missing}.", nameof(settings));
        _friction = FrictionLaws.For(settings.Friction) ?? throw new ArgumentException("A package states no friction factors.", nameof(settings));
        _area = 0.25 * Math.PI * line.Diameter * line.Diameter;
        double kappa = line.Gas.IsentropicExponent ?? settings.IsentropicExponent;
        _exponent = (kappa - 1.0) / kappa;
        _heat = GasLaws.GasConstant * line.Temperature / _gas.MolarMass;
    }

    /// <summary>Cross-section of a string [m²].</summary>
    public double Area => _area;

    /// <summary>Density at a pressure [kg/m³].</summary>
    /// <param name="pressure">Absolute pressure [Pa], > 0.</param>
    public double Density(double pressure)
    {
        _gas.Potential(pressure, _line.Temperature, out double density);
        return density;
    }

    /// <summary>Darcy's friction factor over the square of the hydraulic efficiency [1].</summary>
    /// <param name="massFlow">Mass flow through one string [kg/s], > 0.</param>
    public double Friction(double massFlow)
    {
        double viscosity = _line.Gas.DynamicViscosity ?? _settings.Viscosity;
        double reynolds = Math.Max(massFlow / _area * _line.Diameter / viscosity, 1.0);
        double factor = _friction.Factor(reynolds, _line.Roughness / _line.Diameter, out _);
        return factor / (_line.HydraulicEfficiency * _line.HydraulicEfficiency);
    }

    /// <summary>Pressure at the end of a pipe without stations.</summary>
    /// <param name="inlet">Absolute pressure at its head [Pa].</param>
    /// <param name="length">Length [m], ≥ 0.</param>
    /// <param name="massFlow">Mass flow through all strings [kg/s], ≥ 0.</param>
    /// <param name="strings">Strings that share it.</param>
    /// <param name="linepack">Mass of gas within, all strings [kg].</param>
    /// <returns>Absolute pressure [Pa]; NaN where the gas would not come through.</returns>
    public double Outlet(double inlet, double length, double massFlow, int strings, out double linepack)
    {
        linepack = 0;
        if (length <= 0)
            return inlet;
        double own = massFlow / strings;
        double flux = own / _area;
        double start = _gas.Potential(inlet, _line.Temperature, out double first);
        double fall = own > 0 ? Friction(own) * length * flux * flux / (2.0 * _line.Diameter) : 0;
        double end = start - fall;
        double outlet = Pressure(end, inlet);
        if (double.IsNaN(outlet))
            return double.NaN;
        // The potential falls evenly along the pipe, so that Simpson's rule has its middle at the mean potential.
        double middle = Density(Pressure(start - (0.5 * fall), inlet));
        linepack = strings * _area * length * (first + (4.0 * middle) + Density(outlet)) / 6.0;
        return outlet;
    }

    /// <summary>Pressure and gas within a section between stations: the looped part first, then the rest.</summary>
    /// <param name="inlet">Absolute pressure at its head [Pa].</param>
    /// <param name="length">Length [m].</param>
    /// <param name="massFlow">Mass flow through all strings [kg/s].</param>
    /// <param name="linepack">Mass of gas within [kg].</param>
    public double Section(double inlet, double length, double massFlow, out double linepack)
    {
        double looped = length * _line.LoopShare;
        double pressure = Outlet(inlet, looped, massFlow, _line.Strings + 1, out double first);
        linepack = first;
        if (double.IsNaN(pressure))
            return pressure;
        pressure = Outlet(pressure, length - looped, massFlow, _line.Strings, out double second);
        linepack += second;
        return pressure;
    }

    /// <summary>Shaft work that lifts a kilogram from one pressure to another [J/kg].</summary>
    /// <param name="inlet">Absolute inlet pressure [Pa].</param>
    /// <param name="ratio">Ratio of outlet to inlet pressure [1], ≥ 1.</param>
    /// <param name="efficiency">Adiabatic efficiency [1].</param>
    public double Work(double inlet, double ratio, double efficiency) =>
        ratio <= 1 ? 0 : _gas.Compressibility(inlet, _line.Temperature, out _) * _heat / (_exponent * efficiency) * (Math.Pow(ratio, _exponent) - 1.0);

    /// <summary>Ratio that a kilogram's shaft work reaches [1]; the inverse of <see cref="Work"/>.</summary>
    /// <param name="inlet">Absolute inlet pressure [Pa].</param>
    /// <param name="work">Shaft work [J/kg], ≥ 0.</param>
    /// <param name="efficiency">Adiabatic efficiency [1].</param>
    public double Ratio(double inlet, double work, double efficiency) =>
        Math.Pow(1.0 + (work * efficiency * _exponent / (_gas.Compressibility(inlet, _line.Temperature, out _) * _heat)), 1.0 / _exponent);

    /// <summary>The pressure with a given potential, below a pressure; NaN where there is none above the floor.</summary>
    private double Pressure(double potential, double above)
    {
        double floor = _gas.Potential(PressureFloor, _line.Temperature, out _);
        if (!(potential > floor))
            return double.NaN;
        double low = PressureFloor, high = above, pressure = above;
        for (int step = 0; step < MaxSteps; step++)
        {
            double error = _gas.Potential(pressure, _line.Temperature, out double density) - potential;
            if (error > 0)
                high = pressure;
            else
                low = pressure;
            double next = pressure - (error / density);
            if (!(next >= low && next <= high))
                next = 0.5 * (low + high);
            double change = Math.Abs(next - pressure);
            pressure = next;
            if (change <= RelativeStep * pressure)
                break;
        }

        return pressure;
    }
}
