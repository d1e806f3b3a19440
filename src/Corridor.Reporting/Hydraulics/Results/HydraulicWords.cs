using Corridor.Model.Hydraulics;
using Corridor.Studies.Hydraulics.Verification;

namespace Corridor.Reporting.Hydraulics.Results;

/// <summary>Words of the command line for laws, and of checks for people.</summary>
public static class HydraulicWords
{
    /// <summary>The word of a friction law.</summary>
    public static string Of(FrictionKind kind) => kind switch
    {
        FrictionKind.Nikuradse => "nikuradse",
        FrictionKind.Colebrook => "colebrook",
        FrictionKind.Hofer => "hofer",
        FrictionKind.Pkr => "pkr",
        _ => "fixed",
    };

    /// <summary>The word of an equation of state.</summary>
    public static string Of(EquationOfStateKind kind) => kind switch
    {
        EquationOfStateKind.Ideal => "ideal",
        EquationOfStateKind.SimpleCnga => "simple-cnga",
        EquationOfStateKind.FullCnga => "full-cnga",
        EquationOfStateKind.Papay => "papay",
        EquationOfStateKind.Aga8 => "aga8",
        EquationOfStateKind.Gerg2008 => "gerg2008",
        _ => "linear",
    };

    /// <summary>The item of a check in a few words.</summary>
    public static string Of(HydraulicResidualKind kind) => kind switch
    {
        HydraulicResidualKind.Pressure => "pressures given and positive",
        HydraulicResidualKind.Claim => "figures and modes that are claimed",
        HydraulicResidualKind.Balance => "mass balance of nodes",
        HydraulicResidualKind.Injection => "flows in and out as given",
        HydraulicResidualKind.HeldPressure => "pressures held",
        HydraulicResidualKind.PipePressure => "pressure along pipes",
        HydraulicResidualKind.PipeFlow => "flow of pipes",
        HydraulicResidualKind.Fitting => "valves, resistors, pumps",
        HydraulicResidualKind.Setpoint => "set points",
        HydraulicResidualKind.ClosedFlow => "closed elements",
        HydraulicResidualKind.Direction => "directions of regulators and stations",
        HydraulicResidualKind.Mixing => "mixture of gases",
        HydraulicResidualKind.Temperature => "temperature along elements",
        HydraulicResidualKind.Energy => "energy balance of nodes",
        HydraulicResidualKind.Derived => "densities, velocities, powers",
        _ => "limits told where passed",
    };
}
