using Corridor.Model;
using Corridor.Model.Findings;
using Corridor.Model.Time;
using Corridor.Studies.Compilation;
using Corridor.Studies.Dispatch;
using Corridor.Studies.Dispatch.Certificate;

namespace Corridor.Studies.Backtest;

/// <summary>
/// On which parameter does each route hang? Moves one parameter at a time, dispatches and certifies the year again, and keeps for each route the parameters
/// that moved it most.
/// </summary>
public static class SensitivityStudy
{
    /// <summary>Parameters kept for a route.</summary>
    public const int Kept = 3;

    /// <summary>Runs the study.</summary>
    /// <param name="system">The package.</param>
    /// <param name="year">Calendar year.</param>
    /// <param name="step">Length of the periods.</param>
    /// <param name="settings">Settings of each solve.</param>
    /// <param name="progress">Receives the number of parameters done and of all; may be null.</param>
    /// <param name="cancellation">Stops between solves.</param>
    /// <returns>Null if the unchanged package has no certified result.</returns>
    public static SensitivityResult? Run(EnergySystem system, int year, TimeStep step, DispatchSettings settings, IProgress<(int Done, int All)>? progress, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(system);
        ArgumentNullException.ThrowIfNull(settings);
        Horizon horizon = BacktestStudy.HorizonOf(year, step);
        if (Dispatch(system, horizon, settings, cancellation) is not { } unchanged)
            return null;
        BacktestResult reference = BacktestStudy.Compare(system, unchanged, year);
        IReadOnlyList<Perturbation> perturbations = PerturbationCatalogue.For(system, unchanged);
        var moves = reference.Routes.ToDictionary(r => r.Id, _ => new List<ParameterMove>(), StringComparer.Ordinal);
        var failed = new List<string>();
        for (int p = 0; p < perturbations.Count; p++)
        {
            cancellation.ThrowIfCancellationRequested();
            EnergySystem moved = perturbations[p].Apply(system);
            if (Dispatch(moved, horizon, settings, cancellation) is not { } result)
            {
                failed.Add($"{perturbations[p].Parameter} {perturbations[p].Move}");
                continue;
            }

            BacktestResult compared = BacktestStudy.Compare(moved, result, year);
            for (int r = 0; r < reference.Routes.Count; r++)
                moves[reference.Routes[r].Id].Add(new ParameterMove(perturbations[p].Parameter, perturbations[p].Move, compared.Routes[r].Modelled));
            progress?.Report((p + 1, perturbations.Count));
        }

        return new SensitivityResult
        {
            Year = year,
            Parameters = perturbations.Count,
            Failed = failed,
            Routes = [.. reference.Routes.Select(r => new RouteSensitivity(r.Id, r.Name, r.Unit, r.Modelled, r.Reported, [.. moves[r.Id].OrderByDescending(m => Math.Abs(m.Modelled - r.Modelled)).Take(Kept)]))],
        };
    }

    private static DispatchResult? Dispatch(EnergySystem system, Horizon horizon, DispatchSettings settings, CancellationToken cancellation)
    {
        var findings = new FindingList();
        if (NetworkCompiler.Compile(system, horizon, findings) is not { } network)
            return null;
        DispatchResult result = DispatchStudy.Run(network, settings, null, cancellation);
        return DispatchCertifier.Check(system, result).Certified ? result : null;
    }
}

/// <summary>On which parameters the routes of a year hang.</summary>
public sealed record SensitivityResult
{
    /// <summary>Calendar year.</summary>
    public required int Year { get; init; }

    /// <summary>Number of parameters that were moved, one at a time.</summary>
    public required int Parameters { get; init; }

    /// <summary>Moves that gave no certified result.</summary>
    public required IReadOnlyList<string> Failed { get; init; }

    /// <summary>Routes, in the order of the package.</summary>
    public required IReadOnlyList<RouteSensitivity> Routes { get; init; }
}

/// <summary>What moves a route.</summary>
/// <param name="Id">Id of the route.</param>
/// <param name="Name">Name for people.</param>
/// <param name="Unit">Unit of the amounts.</param>
/// <param name="Modelled">Modelled amount of the unchanged package.</param>
/// <param name="Reported">Reported amount.</param>
/// <param name="Moves">The moves that change it most, the largest first.</param>
public sealed record RouteSensitivity(string Id, string Name, string Unit, double Modelled, double Reported, IReadOnlyList<ParameterMove> Moves);

/// <summary>A parameter moved, and what it made of a route.</summary>
/// <param name="Parameter">The parameter.</param>
/// <param name="Move">How it was moved.</param>
/// <param name="Modelled">Amount of the route then, in its unit.</param>
public sealed record ParameterMove(string Parameter, string Move, double Modelled);
