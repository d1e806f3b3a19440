using Corridor.Model;
using Corridor.Model.Provenance;
using Corridor.Reporting.Summaries;

namespace Corridor.Tests.Reporting;

public sealed class DataBasisTests
{
    [Fact]
    public void Rows_are_counted_by_basis_and_evidence_is_not()
    {
        EnergySystem sample = SampleSystem.Create();
        EnergySystem system = sample with
        {
            Supplies = [.. sample.Supplies.Select(s => s with { Basis = Basis.Assumed })],
            Pipelines = [sample.Pipelines[0] with { Basis = Basis.Estimated }, sample.Pipelines[1] with { Basis = Basis.Reported }],
            Events = [new TimelineEvent { Id = "e", Date = "2025-01-01", Basis = Basis.Assumed }],
        };
        DataBasis basis = DataBasis.Of(system);
        (basis.Rows, basis.Estimated, basis.Assumed).ShouldBe((3, 1, 1));
        basis.Words().ShouldBe("of 3 rows of data 33\u00A0% are assumed, 33\u00A0% estimated");
        DataBasis.Of(sample).Words().ShouldBeNull();
    }
}
