using Corridor.Model.Hydraulics;

namespace Corridor.Reporting.Hydraulics;

/// <summary>The laws that a study used, in words.</summary>
internal static class Laws
{
    /// <summary>Both laws in a few words.</summary>
    public static string Short(HydraulicContext context) => $"{Name(Friction(context))}, {Name(State(context))}";

    /// <summary>The friction law: that of the study, else of the network, else Colebrook.</summary>
    public static FrictionKind Friction(HydraulicContext context) => context.Solution?.Settings.Friction ?? context.Input.Settings?.Friction ?? context.Network.Friction ?? FrictionKind.Colebrook;

    /// <summary>The equation of state: that of the study, else of the network, else Papay.</summary>
    public static EquationOfStateKind State(HydraulicContext context) => context.Solution?.Settings.EquationOfState ?? context.Input.Settings?.EquationOfState ?? context.Network.EquationOfState ?? EquationOfStateKind.Papay;

    /// <summary>Name of a friction law.</summary>
    public static string Name(FrictionKind kind) => kind switch
    {
        FrictionKind.Nikuradse => "friction by Nikuradse",
        FrictionKind.Colebrook => "friction by Prandtl–Colebrook",
        FrictionKind.Hofer => "friction by Hofer",
        FrictionKind.Pkr => "friction by Prandtl–Kármán",
        _ => "stated friction factors",
    };

    /// <summary>What a friction law says.</summary>
    public static string Meaning(FrictionKind kind) => kind switch
    {
        FrictionKind.Nikuradse => "depends on the roughness of the wall alone, as in fully turbulent flow; Hagen–Poiseuille's term is added where the flow is slow",
        FrictionKind.Colebrook => "depends on roughness and Reynolds number, from smooth to rough pipes; implicit, solved to rounding",
        FrictionKind.Hofer => "an explicit approximation of Prandtl–Colebrook",
        FrictionKind.Pkr => "the law of hydraulically smooth to rough pipes in explicit form",
        _ => "each pipe keeps the friction factor that its file states, whatever its flow",
    };

    /// <summary>Name of an equation of state.</summary>
    public static string Name(EquationOfStateKind kind) => kind switch
    {
        EquationOfStateKind.Ideal => "ideal gas",
        EquationOfStateKind.SimpleCnga => "CNGA compressibility (simple)",
        EquationOfStateKind.FullCnga => "CNGA compressibility",
        EquationOfStateKind.Papay => "Papay's compressibility",
        EquationOfStateKind.Aga8 => "AGA8-92DC",
        EquationOfStateKind.Gerg2008 => "GERG-2008",
        _ => "linear compressibility",
    };

    /// <summary>What an equation of state says.</summary>
    public static string Meaning(EquationOfStateKind kind) => kind switch
    {
        EquationOfStateKind.Ideal => "density is proportional to pressure; at 80 bar natural gas is some 15–20 % denser than that",
        EquationOfStateKind.SimpleCnga => "formula of the California Natural Gas Association in gauge pressure, with a constant of one",
        EquationOfStateKind.FullCnga => "formula of the California Natural Gas Association, with the pressure of the atmosphere",
        EquationOfStateKind.Papay => "follows from pseudocritical pressure and temperature; meant for natural gas up to 150 bar",
        EquationOfStateKind.Aga8 => "follows from the composition; the detailed method of custody transfer, good to 0.1 % in the range of pipelines",
        EquationOfStateKind.Gerg2008 => "follows from the composition; the reference equation for natural gases and mixtures with hydrogen",
        _ => "compressibility falls in proportion to pressure, with the slope that the file states",
    };
}
