using Corridor.Data.Packages;
using Corridor.Data.Packages.Validation;
using Corridor.Model;
using Corridor.Model.Findings;

namespace Corridor.Tests.Data.Packages.Validation;

/// <summary>
/// A sound package with one thing changed: the validator must name exactly that, at its line and character. The last test holds
/// that every kind of finding has a case here.
/// </summary>
public sealed class PackageValidatorTests : IDisposable
{
    private const string Power = "id,carrier,zone\nkz-north,gas,kz\nkz-west,gas,kz\np1,power,kz\np2,power,kz\n";
    private const string PowerCarriers = "id,kind,unit\ngas,gas,mcm@20C\npower,electricity,GWh\n";
    private const string ContractHead = "id,seller,buyer,carrier,delivery,acq,amount_unit,dcq,min_daily,rate_unit,take_or_pay,price,price_unit,start,end,price_formula,channels,source\n";
    private const string Contract = "k1,a,b,gas,kz-line,1,bcm@20C,4,1,mcm@20C/d,0.8,200,USD/kcm@20C,2020-01-01,2030-01-01,,,made-up\n";
    private const string Actors = "id,kind\na,company\nb,company\n";
    private const string RuleHead = "id,effect,start,actor,owner,asset,volume,amount_unit,exempt\n";
    private const string ClaimHead = "id,table,subject,column,as_printed,value,confidence,in_use,reason,source\n";

    private readonly TemporaryPackage _package = new();

    public PackageValidatorTests()
    {
        // Every row with figures has a source, so that only what a test breaks is found.
        _package.Write("supplies.csv", "id,node,capacity,rate_unit,cost,price_unit,source\nkz-field,kz-west,3,bcm@20C/year,20,USD/kcm@20C,made-up\n");
        _package.Write("demands.csv", "id,node,sector,annual_volume,amount_unit,curtailment_cost,price_unit,source\nkz-homes,kz-north,household,1.2,bcm@20C,900,USD/kcm@20C,made-up\n");
        _package.Write("pipelines.csv", "id,from,to,length,capacity,rate_unit,source\nkz-line,kz-west,kz-north,1500,2,bcm@20C/year,made-up\n");
    }

    public void Dispose() => _package.Dispose();

    [Fact]
    public void The_package_that_the_tests_break_is_sound() => Validate().Items.ShouldBeEmpty();

    public static TheoryData<string, string, int, int, Action<TemporaryPackage>> Cases() => new()
    {
        { "V001", "supplies.csv", 0, 0, p => p.Write("supplies.csv", "id,node,capacity\n") },
        { "V002", "nodes.csv", 4, 1, p => p.Write("nodes.csv", "id,carrier,zone\nkz-north,gas,kz\nkz-west,gas,kz\nkz-west,gas,kz\n") },
        { "V003", "demands.csv", 2, 1, p => p.Replace("demands.csv", "kz-homes", "kz-field") },
        { "V004", "supplies.csv", 2, 10, p => p.Replace("supplies.csv", "kz-west", "kz-wst") },
        { "V005", "supplies.csv", 2, 18, p => p.Replace("supplies.csv", ",3,", ",-3,") },
        { "V006", "outages.csv", 2, 23, p => p.Add("outages", "id,asset,planned_start,planned_end\no1,kz-line,2025-05-01,2025-05-01\n") },
        { "V007", "dated_values.csv", 3, 28, p => p.Add("dated_values", "table,subject,column,start,end,value,source\nsupplies,kz-field,capacity,2025-01-01,2025-07-01,2,made-up\nsupplies,kz-field,capacity,2025-06-01,,1,made-up\n") },
        { "V008", "dated_values.csv", 2, 19, p => p.Add("dated_values", "table,subject,column,start,value\nsupplies,kz-field,capacty,2025-01-01,2\n") },
        { "V009", "dated_values.csv", 2, 39, p => p.Add("dated_values", "table,subject,column,start,value\nsupplies,kz-field,capacity,2025-01-01,two\n") },
        { "V010", "pipelines.csv", 3, 15, p => { WithPower(p); p.Replace("pipelines.csv", "made-up\n", "made-up\nother,kz-west,p1,10,1,bcm@20C/year,made-up\n"); } },
        { "V011", "transports.csv", 2, 12, p => p.Add("transports", "id,from,to,mode,capacity,rate_unit,source\nt1,kz-west,kz-west,rail,1,mcm@20C/d,made-up\n") },
        { "V012", "power_lines.csv", 3, 4, p => WithPower(p, "l1,kz-west,kz-north,dc,,100,made-up\n") },
        { "V013", "power_lines.csv", 3, 13, p => WithPower(p, "l1,p1,p2,ac,,100,made-up\n") },
        { "V014", "converters.csv", 2, 0, p => p.Add("converters", "id,kind,reference_unit,capacity,rate_unit,source\nc1,other,mcm@20C,1,mcm@20C/d,made-up\n") },
        { "V015", "supplies.csv", 2, 33, p => p.Replace("supplies.csv", "20,USD/kcm@20C", "20,USD/bbl") },
        { "V016", "storages.csv", 2, 48, p => p.Add("storages", "id,node,kind,working_volume,amount_unit,max_injection,max_withdrawal,rate_unit,first_level,min_level,source\ns1,kz-west,underground,1,bcm@20C,1,1,mcm@20C/d,0.1,0.2,made-up\n") },
        { "V017", "storage_curves.csv", 3, 8, p => { Storage(p); p.Add("storage_curves", "storage,level,withdrawal\ns1,0,0.2\ns1,0.5,0.3\ns1,1,1\n"); } },
        { "V018", "profiles.csv", 2, 4, p => Profile(p, "factor", "pr,M13,1\npr,2020-01-01,2\n") },
        { "V019", "profile_sets.csv", 2, 1, p => Profile(p, "factor", "pr,M01,1\npr,M02,2\n") },
        { "V020", "profiles.csv", 3, 4, p => Profile(p, "factor", "pr,2025-01-01,1\npr,2024-01-01,2\n") },
        { "V021", "profile_sets.csv", 2, 1, p => Profile(p, "shape", "pr,2020-01-01,0\npr,2021-01-01,0\n") },
        { "V022", "supply_steps.csv", 2, 12, p => p.Add("supply_steps", "supply,step,share,cost,price_unit\nkz-field,1,0.5,10,USD/kcm@20C\nkz-field,2,0.4,20,USD/kcm@20C\n") },
        { "V023", "demand_steps.csv", 2, 12, p => p.Add("demand_steps", "demand,step,share,price,price_unit\nkz-homes,1,0.6,100,USD/kcm@20C\nkz-homes,2,0.5,200,USD/kcm@20C\n") },
        { "V024", "supply_steps.csv", 3, 16, p => p.Add("supply_steps", "supply,step,share,cost,price_unit\nkz-field,1,0.5,20,USD/kcm@20C\nkz-field,2,0.5,10,USD/kcm@20C\n") },
        { "V025", "price_formula_terms.csv", 2, 3, p => { Contracts(p, Contract.Replace(",200,USD/kcm@20C", ",,").Replace("2030-01-01,,", "2030-01-01,f,")); Formula(p, "2025-01-01"); } },
        { "V026", "ownerships.csv", 2, 3, p => { p.Add("actors", Actors); p.Add("ownerships", "owner,owned,share,source\na,b,0.6,made-up\nb,a,0.6,made-up\n"); } },
        { "V027", "ownerships.csv", 2, 5, p => { p.Add("actors", Actors + "c,company\n"); p.Add("ownerships", "owner,owned,share,source\na,c,0.6,made-up\nb,c,0.6,made-up\n"); } },
        { "V028", "contracts.csv", 2, 14, p => { WithPower(p); Contracts(p, Contract.Replace(",gas,", ",power,").Replace("bcm@20C,4,1,mcm@20C/d", "GWh,4,1,GWh/d").Replace("kcm@20C", "MWh")); } },
        { "V029", "contracts.csv", 2, 32, p => Contracts(p, Contract.Replace(",4,1,", ",4,5,")) },
        { "V030", "contracts.csv", 2, 30, p => Contracts(p, Contract.Replace(",4,1,", ",2,1,")) },
        { "V031", "contracts.csv", 2, 0, p => Contracts(p, Contract.Replace(",200,USD/kcm@20C", ",,")) },
        { "V032", "rules.csv", 2, 0, p => Rules(p, "r1,forbid,2025-01-01,,,,,,\n") },
        { "V033", "rules.csv", 2, 0, p => Rules(p, "r1,forbid,2025-01-01,,b,,,,\n") },
        { "V034", "rules.csv", 2, 36, p => Rules(p, "r1,cap_volume,2025-01-01,,,kz-line,,,\n") },
        { "V035", "rules.csv", 2, 35, p => Rules(p, "r1,forbid,2025-01-01,,,kz-line,,,\"kz-line, kz\"\n") },
        { "V036", "contracts.csv", 2, 87, p => { Contracts(p, Contract.Replace(",,,made-up", ",,ch,made-up")); p.Add("payment_channels", "id,currency,status\nch,USD,suspended\n"); } },
        { "V037", "supplies.csv", 2, 48, p => p.Write("supplies.csv", "id,node,capacity,rate_unit,cost,price_unit,basis,source\nkz-field,kz-west,3,bcm@20C/year,20,USD/kcm@20C,assumed,made-up\n") },
        { "V038", "supplies.csv", 2, 0, p => p.Replace("supplies.csv", "made-up", "") },
        { "V039", "claims.csv", 2, 4, p => Claims(p, "c1,suplies,kz-field,capacity,3,3,high,,,\n") },
        { "V040", "claims.csv", 3, 46, p => Claims(p, "c1,supplies,kz-field,capacity,3,3,high,true,,\nc2,supplies,kz-field,capacity,\"3 bcm\",3,high,true,,\n") },
        { "V041", "claims.csv", 2, 33, p => Claims(p, "c1,supplies,kz-field,capacity,4,4,high,true,,\n") },
        { "V042", "claims.csv", 3, 45, p => Claims(p, "c1,supplies,kz-field,capacity,4,4,low,,,\nc2,supplies,kz-field,capacity,3,3,high,true,,\n") },
        { "V043", "claims.csv", 2, 22, p => Claims(p, "c1,supplies,kz-field,capacitys,4,4,low,,,\n") },
        { "V044", "nodes.csv", 4, 1, p => p.Write("nodes.csv", "id,carrier,zone\nkz-north,gas,kz\nkz-west,gas,kz\nkz-east,gas,kz\n") },
        { "V045", "demands.csv", 2, 10, p => p.Replace("pipelines.csv", "kz-west,kz-north", "kz-north,kz-west") },
        { "V046", "sources.csv", 3, 5, p => p.Write("sources.csv", "id,title,url\nmade-up,A,https://a.example/x\nb,B,https://a.example/x/\n") },
        { "V047", "labels.csv", 2, 1, p => p.Add("labels", "id,language,text\nkz-feld,ru,Поле\n") },
        { "V048", "zones.csv", 2, 4, p => p.Replace("zones.csv", "KZ", "KAZ") },
        { "V049", "supplies.csv", 2, 36, p => p.Replace("supplies.csv", "USD", "CNY") },
        { "V050", "price_formulas.csv", 2, 15, p => p.Add("price_formulas", "id,price_unit,floor,cap,source\nf,USD/kcm@20C,300,200,made-up\n") },
        { "V051", "zones.csv", 2, 7, p => p.Write("zones.csv", "id,iso,parent\nkz,KZ,north\nnorth,,kz\n") },
        { "V052", "carriers.csv", 2, 0, p => p.Write("carriers.csv", "id,kind,unit,gross_heating_value,source\ngas,gas,mcm@20C,37.5,made-up\n") },
        { "V053", "pipelines.csv", 2, 41, p => { p.Write("pipelines.csv", "id,from,to,capacity,rate_unit,tariff,price_unit,length,source\nkz-line,kz-west,kz-north,2,bcm@20C/year,2,USD/kcm@20C/100km,,made-up\n"); } },
        { "V054", "demands.csv", 2, 0, p => p.Write("demands.csv", "id,node,sector,annual_volume,amount_unit,elasticity,curtailment_cost,price_unit,source\nkz-homes,kz-north,household,1.2,bcm@20C,-0.1,900,USD/kcm@20C,made-up\n") },
        { "V055", "exchange_rates.csv", 2, 5, p => p.Add("exchange_rates", "currency,month,per_usd,source\nCNY,2025-01-15,7.1,made-up\n") },
        { "V056", "backtest_routes.csv", 2, 0, p => p.Add("backtest_routes", "id,carrier,amount_unit\nr,gas,bcm@20C\n") },
        { "V057", "observations.csv", 2, 0, p => { p.Add("backtest_routes", "id,carrier,amount_unit,arcs\nr,gas,bcm@20C,kz-line\n"); p.Add("observations", "id,table,subject,measure,start,end,route,source\no,pipelines,kz-line,flow,2025-01-01,2026-01-01,r,made-up\n"); } },
        { "V058", "expansions.csv", 2, 1, p => p.Add("expansions", "asset,cost,rate_unit,source\nkz-homes,5,bcm@20C/year,made-up\n") },
        { "V059", "periods.csv", 3, 1, p => { p.Add("periods", "start,hours,source\n2025-01-02,24,made-up\n2025-01-01,24,made-up\n"); Declare(p, "periods", ("hours", "h")); } },
        { "V060", "supplies.csv", 2, 34, p => { p.Write("supplies.csv", "id,node,capacity,rate_unit,cost,cost_slope,price_unit,source\nkz-field,kz-west,10,mcm@20C/d,40,1,USD/kcm@20C,made-up\n"); p.Add("supply_steps", "supply,step,share,cost,price_unit,source\nkz-field,1,1,40,USD/kcm@20C,made-up\n"); } },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public void One_thing_wrong_is_one_finding(string code, string file, int line, int column, Action<TemporaryPackage> breakIt)
    {
        breakIt(_package);
        FindingList findings = Validate();
        findings.Items.Select(f => f.Code).Distinct().ShouldHaveSingleItem(string.Join('\n', findings.Items)).ShouldBe(code);
        Finding finding = findings.Items[0];
        ValidationFindings.All.Single(k => k.Code == code).Severity.ShouldBe(finding.Severity);
        (finding.Place.File, finding.Place.Line, finding.Place.Column).ShouldBe((file, line, column), finding.ToString());
    }

    [Fact]
    public void Every_kind_of_finding_has_a_case() =>
        Cases().Select(row => (string)row[0]).ShouldBe(ValidationFindings.All.Select(k => k.Code), ignoreOrder: true);

    [Fact]
    public void Dangling_id_names_the_nearest()
    {
        _package.Replace("supplies.csv", "kz-west", "kz-wst");
        Validate().Items.Single().Hint.ShouldBe("Did you mean 'kz-west'?");
    }

    [Fact]
    public void Overlap_names_both_lines()
    {
        _package.Add("dated_values", "table,subject,column,start,end,value,source\nsupplies,kz-field,capacity,2025-01-01,2025-07-01,2,made-up\nsupplies,kz-field,capacity,2025-06-01,,1,made-up\n");
        Finding finding = Validate().Items.Single();
        finding.Message.ShouldContain("dated_values.csv:2");
        finding.Place.Line.ShouldBe(3);
    }

    [Fact]
    public void A_row_that_was_not_read_is_not_missed_a_second_time()
    {
        _package.Replace("nodes.csv", "kz-west,gas,kz", "kz-west,gas,\"kz");
        FindingList findings = Validate();
        findings.Items.Select(f => f.Code).ShouldBe(["P031"]);
    }

    [Fact]
    public void A_system_without_files_is_validated_without_places()
    {
        EnergySystem system = _package.Read()!;
        EnergySystem broken = system with { Supplies = [system.Supplies[0] with { Node = "nowhere" }] };
        var findings = new FindingList();
        PackageValidator.Validate(broken, new PackagePlaces(), findings);
        findings.Items.ShouldContain(f => f.Code == "V004" && f.Place == SourcePlace.None && f.Subject == "supplies kz-field");
    }

    private FindingList Validate()
    {
        EnergySystem system = _package.Read().ShouldNotBeNull();
        PackageValidator.Validate(system, _package.Places, _package.Findings);
        return _package.Findings;
    }

    private static void WithPower(TemporaryPackage package, string more = "")
    {
        package.Write("carriers.csv", PowerCarriers);
        package.Write("nodes.csv", Power);
        package.Add("power_lines", "id,from,to,kind,reactance,rating,source\nbase,p1,p2,ac,10,100,made-up\n" + more);
        Declare(package, "power_lines", ("reactance", "ohm"), ("rating", "MW"));
    }

    private static void Declare(TemporaryPackage package, string table, params (string Name, string Unit)[] fields)
    {
        string list = string.Join(",", fields.Select(f => $"{{\"name\": \"{f.Name}\", \"unit\": \"{f.Unit}\"}}"));
        package.Replace("datapackage.json", $"\"path\": \"{table}.csv\"", $"\"path\": \"{table}.csv\", \"schema\": {{\"fields\": [{list}]}}");
    }

    private static void Contracts(TemporaryPackage package, string row)
    {
        package.Add("actors", Actors);
        package.Add("contracts", ContractHead + row);
    }

    private static void Rules(TemporaryPackage package, string row)
    {
        package.Add("actors", Actors);
        package.Add("rules", RuleHead + row);
    }

    private static void Claims(TemporaryPackage package, string rows) => package.Add("claims", ClaimHead + rows);

    private static void Storage(TemporaryPackage package) => package.Add(
        "storages",
        "id,node,kind,working_volume,amount_unit,max_injection,max_withdrawal,rate_unit,source\ns1,kz-west,underground,1,bcm@20C,1,1,mcm@20C/d,made-up\n");

    private static void Profile(TemporaryPackage package, string use, string rows)
    {
        package.Add("profile_sets", $"id,use,source\npr,{use},made-up\n");
        package.Add("profiles", "profile,time,value\n" + rows);
    }

    private static void Formula(TemporaryPackage package, string month)
    {
        package.Add("price_indices", "id,price_unit,source\nbrent,USD/bbl,made-up\n");
        package.Add("price_series", $"index,month,value\nbrent,{month},70\n");
        package.Add("price_formulas", "id,price_unit,source\nf,USD/kcm@20C,made-up\n");
        package.Add("price_formula_terms", "formula,index,slope,averaging,lag,reset\nf,brent,2,9,0,3\n");
    }
}
