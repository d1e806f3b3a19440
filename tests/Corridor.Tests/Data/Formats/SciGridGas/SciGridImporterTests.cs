using Corridor.Data.Formats.Exchange;
using Corridor.Data.Formats.SciGridGas;
using Corridor.Data.Packages;
using Corridor.Model;
using Corridor.Model.Findings;
using Corridor.Model.Network;
using Corridor.Model.Provenance;
using Corridor.Model.Time;
using Corridor.Studies.Compilation;
using Corridor.Studies.Dispatch;
using Corridor.Studies.Dispatch.Certificate;
using Corridor.Tests.Numerics;

namespace Corridor.Tests.Data.Formats.SciGridGas;

public sealed class SciGridImporterTests : IDisposable
{
    private const string Head = "id;name;source_id;node_id;lat;long;country_code;comment;param;uncertainty;method;tags\n";

    private readonly string _folder = Directory.CreateTempSubdirectory("corridor-scigrid-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void A_small_data_set_becomes_a_package()
    {
        Derived();
        EnergySystem system = Import(out FindingList findings, out FidelityReport fidelity).ShouldNotBeNull();
        findings.HasErrors.ShouldBeFalse();
        system.Nodes.Select(n => n.Zone).ShouldBe(["de", "de", "gr"]);
        Pipeline pipe = system.Pipelines[0];
        (pipe.Length!.Value.InKilometres(), pipe.Capacity.Value, pipe.Capacity.Unit.Symbol).ShouldBe((12.5, 20, "mcm@0C/d"));
        // The field's pipe leads to it, so that the order of ends says nothing: both ways are open, but an edge with a mirror of its own is not doubled.
        pipe.ReverseCapacity!.Value.Value.ShouldBe(20);
        system.Pipelines.Count.ShouldBe(3);
        system.Pipelines[1].ReverseCapacity.ShouldBeNull();
        system.Claims.Single(c => c.Column == "loop").AsPrinted.ShouldContain("diameter_mm 500");
        // Germany's production is shared out to its only field; the figure of the file stays as a claim.
        system.Supplies.Single(s => s.Id == "s-field").Capacity.Value.ShouldBe(3.737 * 40_000 / 3.6 / 365, 1e-9);
        system.Claims.Single(c => c.Column == "capacity" && c.Subject == "s-field").InUse.ShouldBeFalse();
        system.Demands.Where(d => d.Node.StartsWith("n-n", StringComparison.Ordinal)).Sum(d => d.AnnualVolume.Value).ShouldBe((78.519 + 6.9) * 40_000 / 3.6, 1e-6);
        Storage store = system.Storages.Single();
        (store.WorkingVolume.Value, store.MaxInjection.Value, store.MaxWithdrawal.Value).ShouldBe((100, 1, 2));
        store.Note!.ShouldContain("a remark; with a semicolon");
        Interconnection border = system.Interconnections.Single(i => i.Direction == ArcDirection.Forward);
        border.ExitFirm!.Value.Value.ShouldBe(5);
        fidelity.Entries.Where(e => e.Part == "edges" && e.Attribute.Length == 0).Sum(e => e.Count).ShouldBe(4);
        var check = new FindingList();
        PackageValidator.Validate(system, new PackagePlaces(), check);
        check.HasErrors.ShouldBeFalse();
    }

    [Fact]
    public void Pipe_segments_and_consumers_of_the_files_are_used_as_they_stand()
    {
        Write("X_Nodes.csv", Head + "A;;[];['A'];50;10;DE;None;{};{};{};{}\nB;;[];['B'];51;11;DE;None;{};{};{};{}\n");
        Write("X_PipeSegments.csv", Head + "P;;[];['A', 'B'];[50, 50.5, 51];[10, 10.5, 11];['DE', 'DE'];None;{'max_cap_M_m3_per_d': 7, 'length_km': 130.5, 'diameter_mm': 900, 'max_pressure_bar': 80, 'is_bothDirection': 0};{'length_km': 1};{'max_cap_M_m3_per_d': 'raw'};{}\n");
        Write("X_Consumers.csv", Head + "C;;[];['B'];51;11;DE;None;{'max_demand_M_m3_per_d': 2};{};{'max_demand_M_m3_per_d': 'raw'};{}\n");
        EnergySystem system = Import(out _, out _).ShouldNotBeNull();
        (system.RoutePoints.Count, system.Rules.Count, system.Demands.Count).ShouldBe((3, 0, 1));
        system.Demands[0].AnnualVolume.Value.ShouldBe(730);
        system.Pipelines[0].ReverseCapacity.ShouldBeNull();
        system.Pipelines[0].Basis.ShouldBe(Basis.Reported);
    }

    [Fact]
    public void A_pipe_that_ends_before_it_starts_keeps_its_start_and_the_network_is_read()
    {
        Write("X_Nodes.csv", Head + "A;;[];['A'];50;10;DE;None;{};{};{};{}\nB;;[];['B'];51;11;DE;None;{};{};{};{}\n");
        Write("X_PipeSegments.csv", Head + "P;;[];['A', 'B'];[50, 51];[10, 11];['DE', 'DE'];None;{'max_cap_M_m3_per_d': 7, 'start_year': 1999, 'end_year': 1999};{};{};{}\n");
        Write("X_Consumers.csv", Head + "C;;[];['B'];51;11;DE;None;{'max_demand_M_m3_per_d': 2};{};{};{}\n");
        EnergySystem system = Import(out _, out FidelityReport fidelity).ShouldNotBeNull();
        (system.Pipelines[0].Start, system.Pipelines[0].End).ShouldBe((new DateOnly(1999, 1, 1), null));
        fidelity.Entries.ShouldContain(e => e.Kind == FidelityKind.Dropped && e.Attribute == "end_year" && e.Count == 1);
    }

    [Fact]
    public void A_country_whose_pipes_have_no_capacity_or_that_has_none_is_not_lost_silently()
    {
        Write("derived/nodes.csv", "id,name,lat,long,country_code,nuts_id_1,type\nn1,,50,10,DE,DE1,node\nn2,,51,11,DE,DE1,node\nn3,,48,2,FR,FR1,node\n");
        Write("derived/edges_directed_simple.csv", "from,to,name,max_cap_M_m3_per_d,length_km,diameter_mm,is_H_gas,is_bothDirection,start_year,end_year,from_country_code,to_country_code\nn2,n1,a,0,12.5,900,1,0,nan,,DE,DE\n");
        EnergySystem system = Import(out FindingList findings, out FidelityReport fidelity).ShouldNotBeNull();
        system.Demands.Select(d => d.AnnualVolume.Value).ShouldBe([78.519 * 40_000 / 3.6 / 2, 78.519 * 40_000 / 3.6 / 2], 1e-6);
        system.Supplies.ShouldAllBe(s => double.IsFinite(s.Capacity.Value));
        findings.Items.ShouldContain(f => f.Code == "G026" && f.Message.Contains("France", StringComparison.Ordinal));
        fidelity.Entries.ShouldContain(e => e.Part == "consumers" && e.Kind == FidelityKind.Dropped);
    }

    [Theory]
    [InlineData("{'max_supply_M_m3_per_d': 1, 'status' 'x'}", "G005", 2, 67)]
    [InlineData("[[[[[[[[[[[[[[[[[1]]]]]]]]]]]]]]]]]", "G003", 2, 45)]
    [InlineData("'text'", "G008", 2, 29)]
    public void Broken_literals_are_told_with_their_place(string param, string code, int line, int column)
    {
        Derived();
        Write("X_Productions.csv", Head + $"F;Field;[];['n1'];50;10;DE;;{param};{{}};{{}};{{}}\n");
        Import(out FindingList findings, out _).ShouldBeNull();
        Finding finding = findings.Items.First(f => f.Severity == Severity.Error);
        (finding.Code, finding.Place.Line, finding.Place.Column).ShouldBe((code, line, column));
    }

    [Theory]
    [InlineData("id;node_id\nF;['n1']\n", "G007")]
    [InlineData("", "G007")]
    [InlineData(Head + "F;Field;[];['nowhere'];50;10;DE;;{'max_supply_M_m3_per_d': 1};{};{};{}\n", "G014")]
    [InlineData(Head + "F;Field;[];['n1'];50;10;DE;;{};{};{};{}\nF;Field;[];['n1'];50;10;DE;;{};{};{};{}\n", "G013")]
    [InlineData(Head + "F;Field;[];['n1'];95;10;DE;;{};{};{};{}\n", "G010")]
    [InlineData(Head + "F;Field;[];['n1'];50\n", "G029")]
    [InlineData(Head + "F;F\u0001;[];['n1'];50;10;DE;;{};{};{};{}\n", "G005")]
    public void Bad_tables_are_told(string content, string code)
    {
        Derived();
        Write("X_Productions.csv", content);
        Import(out FindingList findings, out _).ShouldBeNull();
        findings.Items.First(f => f.Severity == Severity.Error).Code.ShouldBe(code);
    }

    [Fact]
    public void Other_encodings_are_told()
    {
        Derived();
        File.WriteAllBytes(Path.Combine(_folder, "X_Productions.csv"), [0xFF, 0xFE, (byte)'i', 0]);
        Import(out FindingList findings, out _).ShouldBeNull();
        findings.Items.First(f => f.Severity == Severity.Error).Code.ShouldBe("G005");
        File.WriteAllBytes(Path.Combine(_folder, "X_Productions.csv"), [.. System.Text.Encoding.UTF8.GetBytes(Head), (byte)'F', 0xC0, (byte)';', (byte)'\n']);
        Import(out findings, out _).ShouldBeNull();
        Finding finding = findings.Items.First(f => f.Severity == Severity.Error);
        (finding.Code, finding.Place.Line, finding.Place.Column).ShouldBe(("G005", 2, 2));
    }

    [Fact]
    public void Countries_are_selected_or_told()
    {
        Derived();
        var importer = new SciGridImporter();
        var findings = new FindingList();
        importer.Import(new ImportRequest(_folder) { Countries = ["DE"] }, findings, CancellationToken.None)!.System.Nodes.Count.ShouldBe(2);
        importer.Import(new ImportRequest(_folder) { Countries = ["DE", "ZZ"] }, findings, CancellationToken.None).ShouldNotBeNull();
        findings.Items.Single(f => f.Code == "G021").Message.ShouldContain("No node lies in ZZ");
        importer.Import(new ImportRequest(_folder) { Countries = ["FR"] }, findings, CancellationToken.None).ShouldBeNull();
        findings.Items[^1].Code.ShouldBe("G030");
        importer.Import(new ImportRequest(Path.Combine(_folder, "none")), findings, CancellationToken.None).ShouldBeNull();
        findings.Items[^1].Code.ShouldBe("G001");
    }

    [SkippableFact]
    public void The_published_network_comes_over_whole_and_a_winter_day_is_dispatched()
    {
        string folder = ReferenceData.Folder("iggielgn");
        ImportResult result = new SciGridImporter().Import(new ImportRequest(folder), new FindingList(), CancellationToken.None).ShouldNotBeNull();
        EnergySystem system = result.System;
        system.Nodes.Count.ShouldBe(4675);
        // Every edge is a line, or a loop kept as a claim about its node.
        (system.Pipelines.Count, system.Claims.Count(c => c.Column == "loop")).ShouldBe((5905, 107));
        (system.Storages.Count, system.Compressors.Count, system.Supplies.Count(s => s.Id.StartsWith("lng-", StringComparison.Ordinal))).ShouldBe((270, 246, 30));
        result.Fidelity.Entries.Where(e => e.Part == "productions" && e.Attribute == "max_supply_M_m3_per_d" && e.Target == "claims").Sum(e => e.Count).ShouldBe(106);
        var check = new FindingList();
        PackageValidator.Validate(system, new PackagePlaces(), check);
        check.HasErrors.ShouldBeFalse();
        var horizon = new Horizon(new DateOnly(2025, 1, 15), new DateOnly(2025, 1, 16), TimeStep.Day);
        CompiledNetwork network = NetworkCompiler.Compile(system, horizon, check).ShouldNotBeNull();
        DispatchResult day = DispatchStudy.Run(network, new DispatchSettings { Threads = 1 }, null, CancellationToken.None);
        DispatchCertifier.Check(system, day).Certified.ShouldBeTrue();
        double lacking = day.Demands.Sum(d => d.Curtailed[0]), asked = lacking + day.Demands.Sum(d => d.Served[0]);
        asked.ShouldBe(2091, 5);
        (lacking / asked).ShouldBeLessThan(0.05);
    }

    private EnergySystem? Import(out FindingList findings, out FidelityReport fidelity)
    {
        findings = new FindingList();
        ImportResult? result = new SciGridImporter().Import(new ImportRequest(_folder), findings, CancellationToken.None);
        fidelity = result?.Fidelity ?? new FidelityReport();
        return result?.System;
    }

    /// <summary>Three nodes, four edges (a pair both ways, a loop), a field, a store, a border point.</summary>
    private void Derived()
    {
        Write("derived/nodes.csv", "id,name,lat,long,country_code,nuts_id_1,type\nn1,,50,10,DE,DE1,\"node, production\"\nn2,North,51,11,DE,DE1,node\nn3,,40,22,EL,GR1,node\n");
        Write("derived/edges_directed_simple.csv", "from,to,name,max_cap_M_m3_per_d,length_km,diameter_mm,is_H_gas,is_bothDirection,start_year,end_year,from_country_code,to_country_code\n"
            + "n2,n1,a,20,12.5,900,1,0,nan,,DE,DE\nn2,n3,b,10,900,700,0,1,1999.0,,DE,GR\nn3,n2,b,10,900,700,0,1,1999.0,,GR,DE\nn2,n2,c,1,0,500,1,0,nan,,DE,DE\n");
        Write("X_Productions.csv", Head + "F;Field;['F'];['n1'];50;10;DE;None;{'max_supply_M_m3_per_d': 1230.4, 'status': 'operational'};{'max_supply_M_m3_per_d': 9};{'max_supply_M_m3_per_d': 'Median(x)'};{}\n");
        Write("X_Storages.csv", Head + "S;Store;['S'];['n2'];51;11;DE;\"a remark; with a semicolon\";{'max_workingGas_M_m3': 100, 'max_cap_pipe2store_M_m3_per_d': 1, 'max_cap_store2pipe_M_m3_per_d': 2, 'end_year': None};{};{'max_workingGas_M_m3': 'raw'};{}\n");
        Write("X_BorderPoints.csv", Head + "B;Border;['B'];['n2'];51;11;DE;None;\"{'country_code': \"\"['DE','GR']\"\", 'from_country': 'DE', 'to_country': 'EL', 'max_cap_from_to_M_m3_per_d': 5.0, 'max_cap_to_from_M_m3_per_d': None}\";{};{};{}\n");
    }

    private void Write(string name, string content)
    {
        string path = Path.Combine(_folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, content);
    }
}
