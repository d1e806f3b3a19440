using System.Text;
using Corridor.Data.Formats.Exchange;
using Corridor.Data.Formats.GlobalEnergyMonitor;
using Corridor.Model.Findings;

namespace Corridor.Tests.Data.Formats.GlobalEnergyMonitor;

/// <summary>Small tables in the forms of the trackers, made up; places are round numbers.</summary>
internal static class GemSamples
{
    /// <summary>A trunk from A (Russia) over the border to B (Kazakhstan), a branch that leaves it half way, a line on from B, and what is not taken.</summary>
    internal const string Gas =
        """
        ProjectID,Countries,PipelineName,SegmentName,Fuel,Status,Owner,Parent,StartYear1,StopYear,Capacity,CapacityUnits,LengthMergedKm,Diameter,DiameterUnits,StartLocation,StartCountry,EndLocation,EndCountry,WKTFormat,Defunct
        P1,"Russia, Kazakhstan",Trunk,,Gas,Operating,Alpha [60.00%]; Beta [40.00%],,1999,,10,bcm/y,450,"1420, 1020",mm,Alfagrad,Russia,Betaburg,Kazakhstan,"LINESTRING (60 55, 62 54, 64 53)",x
        P2,Russia,Branch,North,Gas,construction,Gamma [100.00%],Delta [51.00%]; Unknown [unknown %],2030,,500,MMcf/d,,40,in,,Russia,,Russia,"LINESTRING (62.02 54.02, 63 56)",
        P3,Kazakhstan,Onward,,Gas,operating,Gamma [100.00%],Delta [51.00%],--,,,,,,,,,,,"MULTILINESTRING ((64.05 53.02, 66 53), (66.01 53, 68 52))",
        P4,Kazakhstan,Never,,Gas,cancelled,,,,,3,bcm/y,,,,,,,,"LINESTRING (1 1, 2 2)",
        P5,Atlantis,Lost,,Gas,operating,,,,,3,bcm/y,,,,,,,,"LINESTRING (1 1, 2 2)",
        P6,Russia,Torn,,Gas,operating,,,,,3,bcm/y,,,,,,,,"LINESTRING (1 1, 2",
        P7,Russia,Dot,,Gas,operating,,,,,3,bcm/y,,,,,,,,"LINESTRING (1 1, 1 1)",
        P8,Russia,Strange,,Gas,operating,,,,,3,hogsheads/fortnight,,,,,,,,"LINESTRING (70 60, 71 60)",
        P1,Russia,Again,,Gas,operating,,,,,3,bcm/y,,,,,,,,"LINESTRING (70 60, 71 60)",
        P9,Russia,Odd,,Gas,dreamt,,,,,3,bcm/y,,,,,,,,"LINESTRING (70 60, 71 60)",

        """;

    internal const string Lng =
        """
        ComboID,TerminalName,UnitName,FacilityType,Status,Country,Owner,Parent,Capacity,CapacityUnits,StartYear1,Latitude,Longitude
        T1,Port,T1,Import,Operating,Kazakhstan,Gamma [100%],,4,mtpa,2001,52.0,68.05
        T2,Port,T2,Import,Operating,Kazakhstan,Gamma [100%],,1.36,bcm/y,2002,52.0,68.05
        T3,Loader,,Export,Operating,Russia,Alpha [unknown %],,,,2003,54.98,59.99
        T4,Neither,,Storage,Operating,Russia,,,4,mtpa,2001,52,68

        """;

    internal const string Oil =
        """
        project,unit,type,parent,countries,status,start_year,capacity,geom,route,url
        Druzhno,,oil_pipelines,Alpha [100.00%],Russia,operating,1964,500000,line,"55,60:54,62:53,64",https://example.org/a
        Druzhno,NGL,ngl_pipelines,,Russia,shelved,,,line,"55,60:53,64;53,66:53,67",
        Elsewhere,,oil_pipelines,,,operating,,1000,line,"54.9,60.1:54.95,60.9",

        """;

    internal const string Coal =
        """
        gem-terminal-id,gem-unit/phase-id,country/area,coal-terminal-name,capacity-(mt),status,start-year,retired-year,owner,lat,lng
        T9,U1,Russia,Black Bay,12,operating,1980,,Alpha,60,30
        T9,U2,Russia,Black Bay,*,operating,1990,,Alpha,60,30
        T9,U3,Russia,Black Bay,5,retired,1950,1990,Alpha,60,30

        """;

    /// <summary>Writes a file.</summary>
    internal static string Save(string folder, string name, string text, Encoding? encoding = null)
    {
        string path = Path.Combine(folder, name);
        File.WriteAllText(path, text, encoding ?? new UTF8Encoding(false));
        return path;
    }

    /// <summary>Imports files.</summary>
    internal static ImportResult? Import(FindingList findings, string countries, params string[] paths) =>
        new GemImporter().Import(new ImportRequest(paths[0]) { Others = paths[1..], Countries = countries.Split(',', StringSplitOptions.RemoveEmptyEntries) }, findings, CancellationToken.None);

    /// <summary>How many rows the report accounts for.</summary>
    internal static int RowsOf(FidelityReport report, Func<FidelityEntry, bool>? some = null) => report.Entries.Where(e => e.Attribute.Length == 0 && (some is null || some(e))).Sum(e => e.Count);
}
