using Corridor.Data.Packages;
using Corridor.Model;
using Corridor.Model.Provenance;

namespace Corridor.Tests.Data.Packages;

public sealed class FigureSourcesTests : IDisposable
{
    private readonly TemporaryPackage _package = new();

    public void Dispose() => _package.Dispose();

    [Fact]
    public void Claims_stand_side_by_side_and_the_one_in_use_leads()
    {
        _package.Write("sources.csv", "id,title\nmade-up,Made up\npaper,A paper\n");
        _package.Write("supplies.csv", "id,node,capacity,rate_unit,source\nkz-field,kz-west,3,bcm@20C/year,made-up\n");
        _package.Add("claims", """
            id,table,subject,column,as_printed,value,confidence,in_use,reason,source
            c1,supplies,kz-field,capacity,4 bcm,4,low,false,older,made-up
            c2,supplies,kz-field,capacity,3 bcm,3,high,true,the operator's own figure,paper
            c3,supplies,kz-field,reserves,90 bcm,,low,,,paper

            """);
        _package.Add("dated_values", "table,subject,column,start,end,value\nsupplies,kz-field,capacity,2027-01-01,,5\n");
        EnergySystem system = _package.Read().ShouldNotBeNull();
        var sources = new FigureSources(system);

        FigureSource figure = sources.Find("supplies", "kz-field", "capacity").ShouldNotBeNull();
        figure.Value.ShouldBe("3");
        figure.Unit.ShouldBe("bcm@20C/year");
        figure.InUse!.Id.ShouldBe("c2");
        figure.Claims.Select(c => c.Id).ShouldBe(["c2", "c1"]);
        figure.Source!.Id.ShouldBe("paper");
        figure.Why.ShouldBe("the operator's own figure");
        figure.Dated.Single().Value.ShouldBe("5");

        sources.OfRow("supplies", "kz-field").Select(f => f.Column).ShouldBe(["capacity", "reserves"]);
        sources.Find("supplies", "nothing", "capacity").ShouldBeNull();
    }

    [Fact]
    public void Without_claims_the_row_speaks()
    {
        _package.Write("supplies.csv", "id,node,capacity,rate_unit,basis,note\nkz-field,kz-west,3,bcm@20C/year,assumed,half of the licence\n");
        var sources = new FigureSources(_package.Read()!);
        FigureSource figure = sources.Find("supplies", "kz-field", "capacity").ShouldNotBeNull();
        figure.Why.ShouldBe("Assumed: half of the licence");
        figure.Basis.ShouldBe(Basis.Assumed);
        figure.Source.ShouldBeNull();
    }
}
