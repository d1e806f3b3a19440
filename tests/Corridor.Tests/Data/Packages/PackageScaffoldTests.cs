using Corridor.Data.Packages;
using Corridor.Model;
using Corridor.Model.Findings;

namespace Corridor.Tests.Data.Packages;

public sealed class PackageScaffoldTests : IDisposable
{
    private readonly string _folder = Path.Combine(TemporaryPackage.NewPath(), "My Country");

    public void Dispose()
    {
        if (Directory.Exists(Path.GetDirectoryName(_folder)))
            Directory.Delete(Path.GetDirectoryName(_folder)!, recursive: true);
    }

    [Fact]
    public void A_new_package_has_no_finding_at_all()
    {
        var findings = new FindingList();
        PackageScaffold.Create(_folder, findings).ShouldBeTrue();
        var places = new PackagePlaces();
        EnergySystem system = PackageReader.Read(_folder, findings, places).ShouldNotBeNull();
        PackageValidator.Validate(system, places, findings);
        findings.Items.ShouldBeEmpty();
        system.Description.Name.ShouldBe("my-country");
        system.Demands.Sum(d => d.AnnualVolume.Value).ShouldBeLessThan(system.Supplies[0].Capacity.Value);
        File.ReadAllText(Path.Combine(_folder, "README.md")).ShouldContain("corridor run my-country");
    }

    [Fact]
    public void What_is_there_is_not_touched()
    {
        Directory.CreateDirectory(_folder);
        File.WriteAllText(Path.Combine(_folder, "mine.txt"), "mine");
        var findings = new FindingList();
        PackageScaffold.Create(_folder, findings).ShouldBeFalse();
        findings.Items.Single().Code.ShouldBe("P045");
        Directory.GetFiles(_folder).Length.ShouldBe(1);
    }
}
