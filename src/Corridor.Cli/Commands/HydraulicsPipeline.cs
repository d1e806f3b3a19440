using Corridor.Data.Formats;
using Corridor.Data.Formats.GasJson;
using Corridor.Model.Findings;
using Corridor.Model.Hydraulics;
using Corridor.Reporting.Hydraulics.Results;
using Corridor.Reporting.Terminal;
using Corridor.Studies.Hydraulics;
using Corridor.Studies.Hydraulics.Laws;

namespace Corridor.Cli.Commands;

/// <summary>Reads a gas network and hands it to the study that was asked for.</summary>
internal sealed class HydraulicsPipeline(Session session, HydraulicsRequest request)
{
    /// <summary>Runs; the exit code.</summary>
    public int Execute()
    {
        CheckUsage();
        if (HydraulicsLines.IsPackage(request.Path))
            return new HydraulicsLines(session, request).Execute();
        var findings = new FindingList();
        GasNetworkInput? input = Read(findings);
        if (input is null)
            return Refuse(findings);
        if (request.Mode == HydraulicsMode.Validate && input.GasLib is null)
            throw new UsageException("--validate needs a network of GasLib: nominations name its entries and exits.");
        if (request.Parameters is not null && input.Json is null)
            throw new UsageException("--parameters belongs to a folder of JSON files.");
        if ((request.Nomination ?? request.Stations ?? request.Decisions) is not null && input.GasLib is null)
            throw new UsageException("--nomination, --stations and --decisions belong to a network of GasLib.");
        if (!request.Json && !request.Quiet)
            FindingsView.Write(session.Terminals.Error, findings, Severity.Information, 20);
        var settings = new HydraulicSettings { Friction = request.Friction, EquationOfState = request.EquationOfState, TrackTemperature = request.TracksTemperature, Threads = request.Threads };
        return request.Mode switch
        {
            HydraulicsMode.Validate => new HydraulicsNominations(session, request, settings, input, findings).Execute(),
            HydraulicsMode.Transient => new HydraulicsTransient(session, request, settings, input, findings).Execute(),
            _ => new HydraulicsSteady(session, request, settings, input, findings).Execute(),
        };
    }

    private GasNetworkInput? Read(FindingList findings)
    {
        GasNetworkInput? input = ReadFiles(findings);
        foreach (string text in input is null ? [] : request.Gases)
        {
            int colon = text.IndexOf(':', StringComparison.Ordinal);
            int? node = null;
            if (colon >= 0)
            {
                string id = text[..colon];
                node = Enumerable.Range(0, input!.Network.Nodes.Count).Cast<int?>().FirstOrDefault(n => input.Network.Nodes[n!.Value].Id == id)
                    ?? throw new UsageException($"--gas {text}: the network has no node '{id}'{(Suggestion.Nearest(id, input.Network.Nodes.Select(n => n.Id)) is { } near ? $"; is {near} meant?" : ".")}");
            }

            GasQuality gas = GasCompositionText.Parse(text[(colon + 1)..], out string? problem) ?? throw new UsageException($"--gas: {problem}");
            input = input! with { Network = input.Network.Carrying(gas, node) };
        }

        return request.Gases.Count == 0 || input is null ? input : input with { Network = input.Network.WithGasOfEntries() };
    }

    private GasNetworkInput? ReadFiles(FindingList findings) => GasNetworkInput.Read(
        request.Path,
        new GasNetworkInputOptions
        {
            Stations = request.Stations,
            Decisions = request.Decisions,
            Nomination = request.Nomination,
            NeedsNomination = request.Mode != HydraulicsMode.Validate,
            Json = request.Parameters is { } parameters ? new GasJsonOptions { Parameters = parameters } : new GasJsonOptions(),
        },
        findings);

    private void CheckUsage()
    {
        if (string.IsNullOrWhiteSpace(request.Path))
            throw new UsageException("PATH is empty.");
        new HydraulicsPage(session, request).CheckName();
        if (request.Routes.Count > 0 && request.Report is null)
            throw new UsageException("--route is drawn on the page; ask for one with --report.");
        if (request.Mode != HydraulicsMode.Transient && (request.Disruptions || (request.Hours ?? request.Step) is not null || request.Schedule is not null || request.Protected.Count > 0 || request.LimitsExits is not null))
            throw new UsageException("--hours, --step, --disruptions, --schedule, --protected and --exits belong to --transient.");
        if (request.Mode != HydraulicsMode.Steady && request.TracksTemperature)
            throw new UsageException("--temperature belongs to --steady.");
        if (request.Mode == HydraulicsMode.Validate && request.Nomination is not null)
            throw new UsageException("--validate names the nominations; leave --nomination out.");
    }

    private int Refuse(FindingList findings)
    {
        if (!request.Json)
            return PackageInput.Refuse(session.Terminals.Error, request.Path, findings, "Nothing was calculated.");
        session.Terminals.OutBytes(HydraulicJson.WriteRefusal(findings, session.Clock.Elapsed.TotalSeconds));
        return ExitCode.Findings;
    }
}
