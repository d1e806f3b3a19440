using System.Globalization;
using System.Text.Json;
using Corridor.Data.Formats.SanctionsLists;
using Corridor.Model.Findings;
using Corridor.Model.Schema;
using Corridor.Reporting.Terminal;
using Corridor.Studies.Screening;

namespace Corridor.Reporting.Screening;

/// <summary>A screening for programs.</summary>
public static class ScreeningJson
{
    /// <summary>One JSON object: matches with their scores, what hangs on each actor, and the findings.</summary>
    /// <param name="package">The package as the user named it.</param>
    /// <param name="lists">The lists as the user named them.</param>
    /// <param name="read">The lists that were read.</param>
    /// <param name="result">The result; null where the inputs were refused.</param>
    /// <param name="findings">The findings.</param>
    public static byte[] Write(string package, IReadOnlyList<string> lists, IReadOnlyList<SanctionsList> read, ScreeningResult? result, FindingList findings)
    {
        ArgumentNullException.ThrowIfNull(lists);
        ArgumentNullException.ThrowIfNull(read);
        ArgumentNullException.ThrowIfNull(findings);
        return JsonBytes.Object(json =>
        {
            json.WriteString("status", result is null ? "refused" : "done");
            json.WriteString("package", package);
            Texts(json, "lists", lists);
            json.WriteStartArray("files");
            foreach (SanctionsList list in read)
            {
                json.WriteStartObject();
                json.WriteNumber("entries", list.Parties.Count);
                Texts(json, "read", list.Files);
                Texts(json, "missing", list.MissingFiles);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            if (result is not null)
            {
                json.WriteNumber("actors", result.Actors);
                json.WriteNumber("entries", result.Parties);
                json.WriteNumber("least_score", result.Least);
                Coverage(json, result.Coverage);
                json.WriteStartArray("matches");
                foreach (ScreeningMatch match in result.Matches)
                    Match(json, match);
                json.WriteEndArray();
                json.WriteStartArray("exposures");
                foreach (ScreeningExposure exposure in result.Exposures.Values)
                    Exposure(json, exposure);
                json.WriteEndArray();
                Shares(json, "held_together", result.HeldTogether);
            }

            FindingsJson.Counted(json, findings);
        });
    }

    private static void Match(Utf8JsonWriter json, ScreeningMatch match)
    {
        json.WriteStartObject();
        json.WriteString("table", match.Subject.Table);
        json.WriteString("id", match.Subject.Id);
        json.WriteString("name", match.Name);
        json.WriteNumber("score", Math.Round(match.Score, 4));
        json.WriteString("reason", match.Reason);
        json.WriteStartObject("listed");
        json.WriteString("list", match.Party.List);
        json.WriteString("id", match.Party.Id);
        json.WriteString("kind", SnakeCase.From(match.Party.Kind.ToString()));
        json.WriteString("name", match.Party.Names[0].Text);
        json.WriteString("matched_name", match.ListedAs.Text);
        json.WriteBoolean("weak_name", match.ListedAs.IsWeak);
        json.WriteString("program", match.Party.Program);
        json.WriteString("measure", match.Party.Measure);
        if (match.Party.Since is { } since)
            json.WriteString("since", since.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        else
            json.WriteNull("since");
        json.WriteString("since_as_printed", match.Party.SinceAsPrinted);
        json.WriteString("identifiers", match.Party.Identifiers);
        json.WriteString("file", match.Party.Place.File);
        json.WriteNumber("line", match.Party.Place.Line);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void Exposure(Utf8JsonWriter json, ScreeningExposure exposure)
    {
        json.WriteStartObject();
        json.WriteString("actor", exposure.Actor);
        Texts(json, "controlled", exposure.Controlled);
        Shares(json, "holdings", exposure.Holdings);
        json.WriteStartArray("assets");
        foreach ((string table, string id, string owner) in exposure.Assets)
        {
            json.WriteStartObject();
            json.WriteString("table", table);
            json.WriteString("id", id);
            json.WriteString("owner", owner);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("contracts");
        foreach ((string id, string role, string party) in exposure.Contracts)
        {
            json.WriteStartObject();
            json.WriteString("id", id);
            json.WriteString("role", role);
            json.WriteString("party", party);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("others");
        foreach ((string table, string id, string role, string party) in exposure.Others)
        {
            json.WriteStartObject();
            json.WriteString("table", table);
            json.WriteString("id", id);
            json.WriteString("role", role);
            json.WriteString("party", party);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        Texts(json, "rules", exposure.Rules);
        json.WriteEndObject();
    }

    private static void Coverage(Utf8JsonWriter json, ScreeningCoverage coverage)
    {
        json.WriteStartObject("compared");
        json.WriteNumber("with_actors", coverage.WithActors);
        json.WriteNumber("with_assets", coverage.WithAssets);
        json.WriteNumber("with_ships", coverage.WithShips);
        json.WriteEndObject();
        json.WriteStartObject("not_compared");
        json.WriteNumber("ships", coverage.ShipsNotCompared);
        json.WriteNumber("aircraft", coverage.AircraftNotCompared);
        Texts(json, "nameless", coverage.Nameless.Select(p => $"{p.List} {p.Id}"));
        json.WriteEndObject();
    }

    private static void Shares(Utf8JsonWriter json, string name, IEnumerable<(string Company, double Share)> shares)
    {
        json.WriteStartArray(name);
        foreach ((string company, double share) in shares)
        {
            json.WriteStartObject();
            json.WriteString("company", company);
            json.WriteNumber("share", Math.Round(share, 9));
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Texts(Utf8JsonWriter json, string name, IEnumerable<string> texts)
    {
        json.WriteStartArray(name);
        foreach (string text in texts)
            json.WriteStringValue(text);
        json.WriteEndArray();
    }
}
