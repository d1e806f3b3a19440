using System.Globalization;
using System.Text;

namespace Corridor.Tests.Data.Formats.Fuzzing;

/// <summary>Small valid files of our own; all names and figures are made up.</summary>
internal static class FuzzTexts
{
    private const string Rest = ",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,";
    private const string SciGridHead = "id;name;source_id;node_id;lat;long;country_code;comment;param;uncertainty;method;tags\n";

    internal const string PinkSheet = "World Bank Commodity Price Data\n,,,\n,\"Crude oil, Brent\",\"Natural gas, Europe **\",Cocoa\n,($/bbl),($/mmbtu),($/kg)\n2024M01,80.23,9.56,4.4\n2024M02,83.76,8.15,…\n";

    internal const string WideTable = "Back to Contents,Data 1\nSourcekey,RWTC\nDate,\"Cushing, OK WTI Spot Price FOB (Dollars per Barrel)\"\n\"Jan 15, 2024\",72.1\nFeb-2024,76.61\n";

    internal const string Schedule = "time_s,kind,id,value,delay_s\n0,pressure,a,6e6,\n3600,pressure,a,5e6,\n0,injection,b,-50,\n0,ratio,k,1.2,\n100,bypass,k,,\n200,valve-close,p,,\n300,pipe-rupture,p,400,60\n400,entry-loss,a,,\n500,station-trip,k,,\n600,node-rupture,b,,30\n";

    internal static FuzzSample[] Series { get; } =
    [
        FuzzSample.Of("pink.csv", ("pink.csv", PinkSheet)),
        FuzzSample.Of("eia.csv", ("eia.csv", "period,series,series-description,value,units\n2024-01-02,RNGWHHD,Henry Hub,2.5,$/MMBTU\n2024-01-03,RNGWHHD,Henry Hub,3.5,$/MMBTU\n2024-02-01,RNGWHHD,Henry Hub,2,$/MMBTU\n2024-02,STOCK,Stocks,9,MMCF\n")),
        FuzzSample.Of("wide.csv", ("wide.csv", WideTable)),
        FuzzSample.Of("long.csv", ("long.csv", "series,month,value,unit\nbrent,2024-01,80.2,USD/bbl\nttf,2024-01,30,EUR/MWh\n")),
        FuzzSample.Of("flow.csv", ("flow.csv", "indicator,periodType,periodFrom,periodTo,operatorKey,operatorLabel,pointKey,pointLabel,directionKey,unit,value\nPhysical Flow,day,2024-01-05 06:00,2024-01-06 06:00,SK-TSO-0001,operator,ITP-00117,Velké Kapušany,entry,kWh/d,400000000\nPhysical Flow,day,2024-01-06 06:00,2024-01-07 06:00,SK-TSO-0001,operator,ITP-00117,Velké Kapušany,entry,kWh/d,\n")),
    ];

    internal static FuzzSample Ofac { get; } = FuzzSample.Of(
        "cons_prim.csv",
        ("cons_prim.csv", $"17022,\"OILCO\",-0- ,\"PROGRAM-1\"{Rest}\"Subject to Directive 2 and so on; Tax ID No. 7706107510 (Utopia); a.k.a. 'OILC'.\"\r\n7,\"DOE, John\",\"individual\",\"X\"{Rest}-0- \r\n\u001A\r\n"),
        ("cons_alt.csv", "17022,1,\"aka\",\"OPEN JOINT-STOCK COMPANY OILCO\",-0- \r\n17022,2,\"fka\",\"OILCOGAZ\",-0- \r\n99,3,\"aka\",\"NOBODY\",-0- \r\n\u001A"),
        ("cons_comments.csv", "17022,\"Registration Number 1027700043502 (Utopia).\"\n"));

    internal static FuzzSample EuropeanAnnex { get; } = FuzzSample.Of("eu.csv", ("eu.csv", "celex,recordId,annex,measure,startDate,schema,name,alias,weakAlias,previousName,innCode\n32014R0833,3,IV,Export control,12.9.2014,LegalEntity,JSC Star,Концерн «Звезда»; JSC Concern Star,,Old Star,7704730655\n32014R0833,,XLII,Transport,,Vessel,SHIP,,,,\n"));

    internal static FuzzSample MappedCsv { get; } = FuzzSample.Of(
        "",
        ("mapping.yaml", """
            package: mine
            currency: EUR
            source: {id: registry, title: Register of plants}
            tables:
            - file: places.csv
              table: nodes
              separator: ";"
              columns:
                id: {column: Ort, make: id}
                name: Ort
                carrier: {value: electricity}
                zone: {column: Land, values: {Deutschland: de, Polen: pl}}
            - file: lines.csv
              table: power_lines
              separator: ";"
              decimal: ","
              columns:
                id: {column: von, make: id, prefix: line}
                from: {column: von, make: id}
                to: {column: nach, make: id}
                kind: {value: ac}
                length: km
                voltage: {column: kV, unit: V}
                rating: {column: MVA, factor: 0.9}
            """),
        ("places.csv", "Ort;Land;Bemerkung\nKöln;Deutschland;x\nŁódź;Polen;\n"),
        ("lines.csv", "von;nach;km;kV;MVA\nKöln;Łódź;1.234,5;380000;1.500\n"));

    internal static FuzzSample PyPsa { get; } = FuzzSample.Of(
        "",
        ("network.csv", "name,now,pypsa_version,srid\nSmall,now,1.0.0,4326\n"),
        ("snapshots.csv", ",snapshot,objective,stores,generators\n0,2020-01-01 00:00:00,1.0,1.0,1.0\n1,2020-01-01 01:00:00,1.0,1.0,1.0\n"),
        ("buses.csv", "name,v_nom,type,x,y,carrier,unit,control,country\nNorth,380.0,,-0.1,51.5,AC,,PQ,UK\nSouth,380.0,,1.3,52.6,AC,,PQ,UK\nSea,200,,2,53,DC,,PQ,\n"),
        ("carriers.csv", "name,co2_emissions,color\ngas,0.24,red\nwind,0.0,blue\nAC,0,\nDC,0,\n"),
        ("generators.csv", "name,bus,control,p_nom,p_nom_extendable,p_nom_min,carrier,marginal_cost,capital_cost,efficiency,p_min_pu\nW,North,PQ,80.0,True,10.0,wind,0.11,2793.6,1.0,0\nG,South,PQ,500.0,False,0.0,gas,4.53,196.6,0.35,0.1\n"),
        ("generators-p_max_pu.csv", ",W\n0,0.93\n1,0.48\n"),
        ("loads.csv", "name,bus,carrier,type\nA,North,load,\nB,South,load,\n"),
        ("loads-p_set.csv", ",A,B\n0,35.8,45.5\n1,76.8,26.6\n"),
        ("lines.csv", "name,bus0,bus1,type,x,r,s_nom,s_nom_extendable,capital_cost,carrier\n0,North,South,,0.79,0.01,400.0,True,0.13,AC\n"),
        ("transformers.csv", "name,bus0,bus1,type,x,r,s_nom,tap_ratio\nT,North,South,,0.1,0.01,400.0,1.02\n"),
        ("links.csv", "name,bus0,bus1,bus2,carrier,p_nom,p_nom_extendable,p_min_pu,p_max_pu,capital_cost,efficiency,efficiency2\nL,South,Sea,,DC,100.0,True,-0.9,0.9,0.21,1,\n"),
        ("storage_units.csv", "name,bus,p_nom,max_hours,efficiency_store,efficiency_dispatch,inflow,cyclic_state_of_charge\nP,North,20,6,0.9,0.9,1,True\n"),
        ("stores.csv", "name,bus,e_nom,e_nom_extendable,e_initial,e_cyclic,capital_cost\nS,Sea,20,True,1,False,3\n"),
        ("global_constraints.csv", "name,type,carrier_attribute,sense,constant\nco2_limit,primary_energy,co2_emissions,<=,1000.0\n"));

    internal static FuzzSample PyPsaInvestment { get; } = FuzzSample.Of(
        "",
        ("network.csv", "name,_multi_invest,pypsa_version\nYears,1,1.0.0\n"),
        ("snapshots.csv", "period,timestep,objective,stores,generators\n2020,2020-01-01 00:00:00,1,1,1\n2030,2030-01-01 00:00:00,1,1,1\n"),
        ("investment_periods.csv", "period,objective,years\n2020,1.0,10\n2030,0.6,10\n"),
        ("buses.csv", "name,v_nom,carrier\nX,380.0,AC\n"),
        ("generators.csv", "name,bus,p_nom,p_nom_extendable,carrier,marginal_cost,capital_cost,build_year,lifetime\nA,X,10,True,coal,3,100,2020,15\nB,X,10,False,coal,5,100,2030,40\n"),
        ("loads.csv", "name,bus,p_set\nD,X,5\n"));

    internal static FuzzSample SciGridDerived { get; } = FuzzSample.Of(
        "",
        ("derived/nodes.csv", "id,name,lat,long,country_code,nuts_id_1,type\nn1,,50,10,DE,DE1,\"node, production\"\nn2,North,51,11,DE,DE1,node\nn3,,40,22,EL,GR1,node\n"),
        ("derived/edges_directed_simple.csv", "from,to,name,max_cap_M_m3_per_d,length_km,diameter_mm,is_H_gas,is_bothDirection,start_year,end_year,from_country_code,to_country_code\nn2,n1,a,20,12.5,900,1,0,nan,,DE,DE\nn2,n3,b,10,900,700,0,1,1999.0,,DE,GR\nn3,n2,b,10,900,700,0,1,1999.0,,GR,DE\nn2,n2,c,1,0,500,1,0,nan,,DE,DE\n"),
        ("X_Productions.csv", SciGridHead + "F;Field;['F'];['n1'];50;10;DE;None;{'max_supply_M_m3_per_d': 1230.4, 'status': 'operational'};{'max_supply_M_m3_per_d': 9};{'max_supply_M_m3_per_d': 'Median(x)'};{}\n"),
        ("X_LNGs.csv", SciGridHead + "G;Port;['G'];['n3'];40;22;GR;None;{'max_cap_store2pipe_M_m3_per_d': 12.5, 'max_workingGas_M_m3': 100};{};{};{}\n"),
        ("X_Storages.csv", SciGridHead + "S;Store;['S'];['n2'];51;11;DE;\"a remark; with a semicolon\";{'max_workingGas_M_m3': 100, 'max_cap_pipe2store_M_m3_per_d': 1, 'max_cap_store2pipe_M_m3_per_d': 2, 'end_year': None};{};{'max_workingGas_M_m3': 'raw'};{}\n"),
        ("X_BorderPoints.csv", SciGridHead + "B;Border;['B'];['n2'];51;11;DE;None;\"{'country_code': \"\"['DE','GR']\"\", 'from_country': 'DE', 'to_country': 'EL', 'max_cap_from_to_M_m3_per_d': 5.0, 'max_cap_to_from_M_m3_per_d': None}\";{};{};{}\n"),
        ("X_Compressors.csv", SciGridHead + "K;Station;['K'];['n2'];51;11;DE;None;{'max_power_MW': 30, 'turbine_power_1_MW': 15};{};{};{}\n"));

    internal static FuzzSample SciGridSegments { get; } = FuzzSample.Of(
        "",
        ("X_Nodes.csv", SciGridHead + "A;;[];['A'];50;10;DE;None;{};{};{};{}\nB;;[];['B'];51;11;DE;None;{};{};{};{}\n"),
        ("X_PipeSegments.csv", SciGridHead + "P;;[];['A', 'B'];[50, 50.5, 51];[10, 10.5, 11];['DE', 'DE'];None;{'max_cap_M_m3_per_d': 7, 'length_km': 130.5, 'diameter_mm': 900, 'max_pressure_bar': 80, 'is_bothDirection': 0};{'length_km': 1};{'max_cap_M_m3_per_d': 'raw'};{}\n"),
        ("X_Consumers.csv", SciGridHead + "C;;[];['B'];51;11;DE;None;{'max_demand_M_m3_per_d': 2};{};{'max_demand_M_m3_per_d': 'raw'};{}\n"));

    /// <summary>The cells of a line of a table: numbers as numbers.</summary>
    internal static IReadOnlyList<object?> Cells(string line)
    {
        var cells = new List<object?>();
        var cell = new StringBuilder();
        bool quoted = false;
        foreach (char c in line + ",")
        {
            if (c == '"')
                quoted = !quoted;
            if (c == '"' || c != ',' || quoted)
            {
                if (c != '"')
                    cell.Append(c);
                continue;
            }

            string text = cell.ToString();
            cells.Add(double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double value) ? value : text);
            cell.Clear();
        }

        return cells;
    }
}
