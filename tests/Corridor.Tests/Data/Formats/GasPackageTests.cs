using Corridor.Data.Formats;
using Corridor.Data.Formats.Exchange;
using Corridor.Data.Formats.GasLib;
using Corridor.Data.Formats.GasPackages;
using Corridor.Data.Formats.PandaPipes;
using Corridor.Data.Packages;
using Corridor.Model;
using Corridor.Model.Findings;
using Corridor.Model.Hydraulics;
using Corridor.Model.Network;
using Corridor.Model.Provenance;
using Corridor.Model.Time;
using Corridor.Studies.Compilation;
using Corridor.Studies.Dispatch;
using Corridor.Studies.Dispatch.Certificate;
using Corridor.Tests.Numerics;

namespace Corridor.Tests.Data.Formats;

public sealed class GasPackageTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("corridor-gas-package-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void A_pandapipes_network_becomes_lines_supplies_and_demands()
    {
        string path = Path.Combine(_folder, "net.json");
        File.WriteAllText(path, FormatSamples.PandaPipes);
        ImportResult result = Import(new PandaPipesImporter(), path);
        EnergySystem system = result.System;
        (system.Nodes.Count, system.Pipelines.Count, system.Supplies.Count, system.Demands.Count, system.Compressors.Count).ShouldBe((6, 5, 2, 1, 1));
        // 0.01 kg/s of 0.8 kg/m³.
        system.Demands[0].AnnualVolume.Value.ShouldBe(0.01 / 0.8 * 86_400 / 1e6 * 365, 1e-12);
        Pipeline pipe = system.Pipelines.Single(p => p.Length is not null);
        pipe.Length!.Value.InMetres().ShouldBe(2500, 1e-9);
        pipe.InnerDiameter!.Value.InMillimetres().ShouldBe(100, 1e-9);
        pipe.Roughness!.Value.InMillimetres().ShouldBe(0.1, 1e-12);
        // The closed valve does not take part; the pump carries one way.
        system.Pipelines.Count(p => p.Status == AssetStatus.Suspended).ShouldBe(1);
        system.Pipelines.Single(p => p.Note!.Contains("; pump;", StringComparison.Ordinal)).ReverseCapacity.ShouldBeNull();
        result.Fidelity.Entries.ShouldContain(e => e.Attribute == "pump lift" && e.Kind == FidelityKind.Dropped);
        result.Fidelity.Entries.ShouldContain(e => e.Part == "junction" && e.Attribute == "p_stanet" && e.Kind == FidelityKind.Dropped);
    }

    [Fact]
    public void A_nomination_is_served_in_full()
    {
        EnergySystem system = Import(new GasLibImporter(), FormatSamples.Valley).System;
        Lacking(system).ShouldBeLessThan(1e-6);
    }

    [Fact]
    public void What_states_no_bound_does_not_bind_and_what_is_invented_is_assumed()
    {
        string path = Path.Combine(_folder, "net.json");
        File.WriteAllText(path, FormatSamples.PandaPipes);
        ImportResult result = Import(new PandaPipesImporter(), path);
        double needed = result.System.Demands.Sum(d => d.AnnualVolume.Value) / 365;
        Supply held = result.System.Supplies.Single(s => s.Note!.Contains("twice all that flows in", StringComparison.Ordinal));
        held.Capacity.Value.ShouldBe(2 * needed, 1e-12);
        result.System.Pipelines.ShouldAllBe(p => Math.Abs(p.Capacity.Value - (2 * needed)) < 1e-12);
        result.System.Supplies.ShouldAllBe(s => s.Basis == Basis.Assumed);
        result.System.Demands.ShouldAllBe(d => d.Basis == Basis.Assumed);
        result.Fidelity.Entries.ShouldContain(e => e.Kind == FidelityKind.Defaulted && e.Target == "supplies.capacity");
        // A nomination fixes its entries: with just that much, a price would be anything between cost and curtailment.
        EnergySystem valley = Import(new GasLibImporter(), FormatSamples.Valley).System;
        valley.Carriers[0].Name.ShouldNotBe("mean of the entries");
        valley.Supplies.Sum(s => s.Capacity.Value).ShouldBeGreaterThan(1.5 * valley.Demands.Sum(d => d.AnnualVolume.Value) / 365);
    }

    [Fact]
    public void What_is_taken_out_where_the_pressure_is_held_is_a_demand_too()
    {
        string path = Path.Combine(_folder, "net.json");
        File.WriteAllText(path, FormatSamples.PandaPipes);
        GasNetwork network = GasNetworkInput.Read(path, new GasNetworkInputOptions { NeedsNomination = false }, new FindingList()).ShouldNotBeNull().Network;
        int held = network.Nodes.ToList().FindIndex(n => n.PressureSetpoint is not null);
        GasNetwork other = network with { Nodes = [.. network.Nodes.Select((n, i) => i == held ? n with { Injection = -0.02, InjectionMin = null, InjectionMax = null } : n)] };
        EnergySystem system = new GasPackage(other, 0.8, "network", new FidelityReport()) { Title = "x", Document = new SourceDocument { Id = "x", Title = "x" } }.Make(new FindingList()).ShouldNotBeNull();
        string node = system.Nodes[held].Id;
        system.Demands.Single(d => d.Node == node).AnnualVolume.Value.ShouldBe(0.02 / 0.8 * 86_400 / 1e6 * 365, 1e-12);
        system.Supplies.ShouldContain(s => s.Node == node);
    }

    [Fact]
    public void Names_with_control_characters_come_over_in_one_line_and_flows_without_end_are_told()
    {
        string path = Path.Combine(_folder, "net.json");
        File.WriteAllText(path, FormatSamples.PandaPipes);
        GasNetwork network = GasNetworkInput.Read(path, new GasNetworkInputOptions { NeedsNomination = false }, new FindingList()).ShouldNotBeNull().Network;
        GasPackage Of(GasNetwork n) => new(n, 0.8, "network", new FidelityReport()) { Title = "a\tb", Document = new SourceDocument { Id = "x", Title = "x\u0001y" } };
        GasNode first = network.Nodes[0];
        var findings = new FindingList();
        EnergySystem odd = Of(network with { Nodes = [first with { Name = "c\u0007d" }, .. network.Nodes.Skip(1)] }).Make(findings).ShouldNotBeNull();
        (odd.Zones[0].Name, odd.Sources[0].Title, odd.Nodes[0].Name).ShouldBe(("a b", "x y", $"c d ({first.Id})"));
        PackageWriter.Write(odd, Path.Combine(_folder, "odd"));
        Of(network with { Nodes = [first with { Injection = -1e300 }, .. network.Nodes.Skip(1)] }).Make(findings).ShouldBeNull();
        findings.Items.ShouldHaveSingleItem().Code.ShouldBe("G010");
    }

    [Fact]
    public void A_network_without_nomination_is_told_how_an_import_names_one()
    {
        string path = Path.Combine(_folder, "alone.net");
        File.Copy(FormatSamples.Valley, path);
        var findings = new FindingList();
        new GasLibImporter().Import(new ImportRequest(path), findings, CancellationToken.None).ShouldBeNull();
        string hint = findings.Items.Single(f => f.Code == "G019").Hint.ShouldNotBeNull();
        hint.ShouldNotContain("--nomination");
        hint.ShouldContain("corridor import gaslib NET.net NOMINATION.scn");
    }

    [Fact]
    public void What_is_no_network_is_told()
    {
        string path = Path.Combine(_folder, "net.json");
        File.WriteAllText(path, "{}");
        var findings = new FindingList();
        new PandaPipesImporter().Import(new ImportRequest(path), findings, CancellationToken.None).ShouldBeNull();
        new GasLibImporter().Import(new ImportRequest(path), findings, CancellationToken.None).ShouldBeNull();
        findings.Items.ShouldAllBe(f => f.Code == "G004");
        File.WriteAllText(path, FormatSamples.PandaPipes);
        new GasLibImporter().Import(new ImportRequest(path), findings, CancellationToken.None).ShouldBeNull();
        findings.Items[^1].Message.ShouldContain("PandaPipes");
    }

    [SkippableTheory]
    [InlineData("GasLib-11", 11)]
    [InlineData("GasLib-24", 24)]
    [InlineData("GasLib-40", 40)]
    [InlineData("GasLib-134", 134)]
    [InlineData("GasLib-135", 135)]
    [InlineData("GasLib-582", 582)]
    public void Published_nominations_are_dispatched_without_shortage(string name, int nodes)
    {
        string folder = Path.Combine(ReferenceData.Folder("gaslib"), name);
        EnergySystem system = Import(new GasLibImporter(), Directory.GetFiles(folder, "*.net").Single()).System;
        system.Nodes.Count.ShouldBe(nodes);
        Lacking(system).ShouldBeLessThan(1e-5);
    }

    /// <summary>Share of the demand of a day that is not served, of a certified dispatch.</summary>
    private static double Lacking(EnergySystem system)
    {
        var findings = new FindingList();
        var horizon = new Horizon(system.Description.From!.Value, system.Description.To!.Value, TimeStep.Day);
        CompiledNetwork network = NetworkCompiler.Compile(system, horizon, findings).ShouldNotBeNull();
        DispatchResult day = DispatchStudy.Run(network, new DispatchSettings { Threads = 1 }, null, CancellationToken.None);
        DispatchCertifier.Check(system, day).Certified.ShouldBeTrue();
        double lacking = day.Demands.Sum(d => d.Curtailed[0]);
        return lacking / (lacking + day.Demands.Sum(d => d.Served[0]));
    }

    private static ImportResult Import(IPackageImporter importer, string path)
    {
        var findings = new FindingList();
        ImportResult result = importer.Import(new ImportRequest(path), findings, CancellationToken.None).ShouldNotBeNull();
        findings.HasErrors.ShouldBeFalse();
        var check = new FindingList();
        PackageValidator.Validate(result.System, new PackagePlaces(), check);
        check.HasErrors.ShouldBeFalse();
        return result;
    }
}
