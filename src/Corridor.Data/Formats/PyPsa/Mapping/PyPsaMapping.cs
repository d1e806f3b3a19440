using Corridor.Data.Formats.Exchange;
using Corridor.Data.Formats.PyPsa.Attributes;
using Corridor.Data.Formats.PyPsa.Reading;
using Corridor.Model;
using Corridor.Model.Findings;
using Corridor.Model.Network;
using Corridor.Model.Provenance;
using Corridor.Model.Units;

namespace Corridor.Data.Formats.PyPsa.Mapping;

/// <summary>Makes a package of a folder as written.</summary>
internal static class PyPsaMapping
{
    /// <summary>Maps a folder; null where a finding of severity error stands in its way.</summary>
    /// <param name="folder">The files.</param>
    /// <param name="findings">Takes what is wrong.</param>
    /// <param name="cancellation">Stops the mapping.</param>
    internal static ImportResult? Map(PyPsaFolder folder, FindingList findings, CancellationToken cancellation)
    {
        if (folder.Table("buses") is not { Count: > 0 })
        {
            findings.Add(FormatFindings.Empty.At("buses", new SourcePlace("buses.csv"), "The network has no buses."));
            return null;
        }

        var context = new PyPsaContext(folder, findings);
        if (findings.HasErrors)
            return null;
        foreach (Action<PyPsaContext> map in (ReadOnlySpan<Action<PyPsaContext>>)
        [
            PyPsaBusMapping.Map,
            PyPsaBusMapping.MapShunts,
            PyPsaGeneratorMapping.Map,
            PyPsaLoadMapping.Map,
            PyPsaBranchMapping.Map,
            PyPsaLinkMapping.MapLinks,
            PyPsaLinkMapping.MapProcesses,
            PyPsaStorageMapping.Map,
            PyPsaStoreMapping.Map,
            PyPsaConstraintMapping.Map,
        ])
        {
            cancellation.ThrowIfCancellationRequested();
            map(context);
        }

        PowerNode[] powerNodes = PyPsaBusMapping.PowerNodes(context);
        string currency = Currency(context);
        context.Tally.Close(folder);
        return findings.HasErrors ? null : new ImportResult(PyPsaMoney.In(currency, System(context, powerNodes)), context.Tally.Report);
    }

    /// <summary>The currency that the network states; the usual one where it states none, or one that is not known.</summary>
    private static string Currency(PyPsaContext context)
    {
        string stated = context.Folder.Currency;
        if (PriceUnit.TryParse(stated + "/MWh", out PriceUnit? unit, out _))
            return unit.Currency.Code;
        if (stated.Length > 0)
            context.Findings.Add(FormatFindings.NotCarried.At("network", new SourcePlace("network.csv", 0, 0, PyPsaAttributes.CurrencyColumn), $"The currency '{stated}' is not known; {PyPsaUnits.CurrencyCode} is taken."));
        context.Tally.Report.Defaulted("networks", "", "currency", "the network names no currency that is known; EUR is taken");
        return PyPsaUnits.CurrencyCode;
    }

    private static EnergySystem System(PyPsaContext context, PowerNode[] powerNodes)
    {
        string name = context.Folder.Name;
        string id = new ForeignIds().Take(name).Replace('.', '-');
        return new EnergySystem
        {
            Description = new PackageDescription
            {
                Name = name.Length == 0 ? "pypsa" : id,
                Title = name.Length == 0 ? "PyPSA network" : name,
                Currency = PyPsaUnits.CurrencyCode,
                From = context.Times.From,
                To = context.Times.To,
            },
            Carriers = context.Carriers,
            Zones = context.Zones,
            Nodes = context.Nodes,
            PowerNodes = powerNodes,
            Supplies = context.Supplies,
            PowerUnits = context.PowerUnits,
            Demands = context.Demands,
            PowerLines = context.PowerLines,
            Pipelines = context.Pipelines,
            Storages = context.Storages,
            Converters = context.Converters,
            ConverterFlows = context.ConverterFlows,
            Expansions = context.Expansions,
            Rules = context.Rules,
            ProfileSets = context.ProfileSets,
            Profiles = context.Profiles,
            Periods = context.Times.Periods(),
            Sources = [new SourceDocument { Id = PyPsaContext.Source, Title = name.Length == 0 ? "PyPSA network, CSV folder" : $"PyPSA network '{name}', CSV folder" }],
        };
    }
}
