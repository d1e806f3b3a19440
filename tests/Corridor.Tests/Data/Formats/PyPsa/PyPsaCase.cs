using Corridor.Data.Formats.Exchange;
using Corridor.Data.Formats.PyPsa;
using Corridor.Data.Packages;
using Corridor.Model;
using Corridor.Model.Findings;
using Corridor.Model.Time;
using Corridor.Studies.Compilation;
using Corridor.Studies.Dispatch;
using Corridor.Studies.Dispatch.Certificate;

namespace Corridor.Tests.Data.Formats.PyPsa;

/// <summary>A tiny folder of the format, written for one test and taken away after it.</summary>
internal sealed class PyPsaCase : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("corridor-pypsa-").FullName;

    public FindingList Findings { get; } = new();

    public string Path => _folder;

    public PyPsaCase With(string file, params string[] lines)
    {
        File.WriteAllText(System.IO.Path.Combine(_folder, file), string.Join('\n', lines) + "\n");
        return this;
    }

    public ImportResult? TryImport() => new PyPsaImporter().Import(new ImportRequest(_folder), Findings, CancellationToken.None);

    public ImportResult Import()
    {
        ImportResult? result = TryImport();
        Findings.Errors.ShouldBe(0, string.Join("; ", Findings.Items.Select(f => f.Message)));
        return result.ShouldNotBeNull();
    }

    public DispatchResult Solve() => Solve(Import().System);

    public static void ShouldBeSound(EnergySystem system)
    {
        var findings = new FindingList();
        PackageValidator.Validate(system, new PackagePlaces(), findings);
        findings.Items.Where(f => f.Severity == Severity.Error).Select(f => $"{f.Subject}: {f.Message}").ShouldBeEmpty();
    }

    /// <summary>Checks, compiles, solves and certifies a package over its own periods.</summary>
    public static DispatchResult Solve(EnergySystem system)
    {
        ShouldBeSound(system);
        var findings = new FindingList();
        CompiledNetwork? network = NetworkCompiler.Compile(system, Horizon.Of(system.Periods).ShouldNotBeNull(), findings);
        network.ShouldNotBeNull(string.Join("; ", findings.Items.Select(f => f.Message)));
        DispatchResult result = DispatchStudy.Run(network, new DispatchSettings { Threads = 1 }, null, CancellationToken.None);
        result.Status.ShouldBe(DispatchStatus.Optimal);
        DispatchCertificate certificate = DispatchCertifier.Check(system, result);
        certificate.Certified.ShouldBeTrue(string.Join("; ", certificate.Failures));
        return result;
    }

    /// <summary>Price of a node [EUR/MWh].</summary>
    public static double Price(DispatchResult result, string node, int period = 0)
    {
        int index = result.Network.Nodes.ToList().FindIndex(n => n.Id == node);
        return result.NodalPrice[index][period] / 1000;
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
