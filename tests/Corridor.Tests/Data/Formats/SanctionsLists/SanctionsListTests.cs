using System.Text;
using Corridor.Data.Formats.SanctionsLists;
using Corridor.Model.Findings;
using Corridor.Model.Sanctions;
using Corridor.Tests.Numerics;

namespace Corridor.Tests.Data.Formats.SanctionsLists;

public sealed class SanctionsListTests : IDisposable
{
    private const string Rest = ",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,";

    private readonly string _folder = Directory.CreateTempSubdirectory("corridor-sanctions-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void An_OFAC_list_takes_aliases_remarks_and_comments_from_its_files()
    {
        Write("cons_prim.csv", $"17022,\"ROSNEFT\",-0- ,\"UKRAINE-EO13662\"{Rest}\"Subject to Directive 2 and so on; Tax ID No. 7706107510 (Russia); a.k.a. 'ROSN'.\"\r\n7,\"DOE, John\",\"individual\",\"X\"{Rest}-0- \r\n\u001A\r\n");
        Write("cons_alt.csv", "17022,1,\"aka\",\"OPEN JOINT-STOCK COMPANY ROSNEFT\",-0- \r\n17022,2,\"fka\",\"ROSNEFTEGAZ\",-0- \r\n99,3,\"aka\",\"NOBODY\",-0- \r\n\u001A");
        Write("cons_comments.csv", "17022,\"Registration Number 1027700043502 (Russia).\"\n");
        SanctionsList list = Read("cons_prim.csv", out FindingList findings).ShouldNotBeNull();
        list.Parties.Count.ShouldBe(2);
        ListedParty rosneft = list.Parties[0];
        rosneft.Names.Select(n => (n.Text, n.IsWeak)).ShouldBe([("ROSNEFT", false), ("OPEN JOINT-STOCK COMPANY ROSNEFT", false), ("ROSNEFTEGAZ", true), ("ROSN", true)]);
        (rosneft.Kind, rosneft.Program, rosneft.Place.Line).ShouldBe((ListedKind.Entity, "UKRAINE-EO13662", 1));
        rosneft.Identifiers.ShouldContain("7706107510");
        rosneft.Identifiers.ShouldContain("1027700043502");
        list.Parties[1].Kind.ShouldBe(ListedKind.Person);
        findings.Items.ShouldHaveSingleItem().Code.ShouldBe("G021");
        list.Files.Count.ShouldBe(3);
    }

    [Fact]
    public void An_EU_annex_splits_its_names_and_keeps_their_scripts()
    {
        Write("eu.csv", "celex,recordId,annex,measure,startDate,schema,name,alias,weakAlias,previousName,innCode\n32014R0833,3,IV,Export control,12.9.2014,LegalEntity,JSC Sirius,Концерн «Сириус»; JSC Concern Sirius,,Old Sirius,7704730655\n32014R0833,,XLII,Transport,,Vessel,SHIP,,,,\n");
        SanctionsList list = Read("eu.csv", out FindingList findings).ShouldNotBeNull();
        findings.Items.ShouldBeEmpty();
        ListedParty sirius = list.Parties[0];
        sirius.Names.Select(n => n.Text).ShouldBe(["JSC Sirius", "Концерн «Сириус»", "JSC Concern Sirius", "Old Sirius"]);
        sirius.Names[3].IsWeak.ShouldBeTrue();
        (sirius.List, sirius.Id, sirius.Since, sirius.SinceAsPrinted, sirius.Identifiers).ShouldBe(("EU 32014R0833", "IV-3", new DateOnly(2014, 9, 12), "12.9.2014", "innCode 7704730655"));
        (list.Parties[1].Kind, list.Parties[1].Id).ShouldBe((ListedKind.Vessel, "XLII (line 3)"));
    }

    [Fact]
    public void Broken_rows_are_named_with_their_line_and_the_others_are_read()
    {
        Write("sdn.csv", $"1,\"A\",-0- ,\"X\"{Rest}-0- \n2,\"B\",-0- \n3,,-0- ,\"X\"{Rest}-0- \n1,\"C\",-0- ,\"X\"{Rest}-0- \n5,\"D\" x,-0- ,\"X\"{Rest}-0- \n6,\"E\",-0- ,\"X\"{Rest}-0- \n");
        SanctionsList list = Read("sdn.csv", out FindingList findings).ShouldNotBeNull();
        list.Parties.Select(p => p.Names[0].Text).ShouldBe(["A", "E"]);
        Without(findings).Select(f => (f.Code, f.Place.Line)).ShouldBe([("G025", 2), ("G025", 3), ("G025", 4), ("G025", 5)]);
    }

    [Fact]
    public void Files_beside_a_list_are_found_in_capital_letters_too()
    {
        Write("SDN.CSV", $"1,\"A\",-0- ,\"X\"{Rest}-0- \n");
        Write("ALT.CSV", "1,1,\"aka\",\"OTHER\",-0- \n");
        Write("Sdn_Comments.csv", "1,\"Listing Date (X) 03 Jun 2021.\"\n");
        SanctionsList list = Read("SDN.CSV", out FindingList findings).ShouldNotBeNull();
        findings.Items.ShouldBeEmpty();
        list.MissingFiles.ShouldBeEmpty();
        list.Parties[0].Names.Select(n => n.Text).ShouldBe(["A", "OTHER"]);
        list.Parties[0].Since.ShouldBe(new DateOnly(2021, 6, 3));
    }

    [Fact]
    public void A_missing_file_of_aliases_is_told_because_matches_may_be_missed()
    {
        Write("cons_prim.csv", $"1,\"A\",-0- ,\"X\"{Rest}-0- \n");
        Write("cons_comments.csv", "");
        SanctionsList list = Read("cons_prim.csv", out FindingList findings).ShouldNotBeNull();
        list.MissingFiles.ShouldBe(["cons_alt.csv"]);
        Finding finding = findings.Items.ShouldHaveSingleItem();
        (finding.Code, finding.Severity).ShouldBe(("G032", Severity.Warning));
        finding.Message.ShouldContain("aliases");
    }

    [Theory]
    [InlineData("Listing Date (EO 14024 Directive 3): 24 Feb 2022; Effective Date (EO 14024 Directive 3): 26 Mar 2022.", "2022-02-24", "24 Feb 2022")]
    [InlineData("Listing Date (CMIC) 03 Jun 2021; Linked To: HUAWEI.", "2021-06-03", "03 Jun 2021")]
    [InlineData("Listing Date (A): 26 Mar 2023; Listing Date (B): 24 Feb 2022.", "2022-02-24", "24 Feb 2022")]
    [InlineData("Subject to the 'Listing Date' of the name; Linked To: SOMEBODY.", null, "")]
    [InlineData("Listing Date (EO 14024 Direct", null, "")]
    public void The_day_of_listing_is_a_day_and_never_a_name(string remarks, string? day, string printed)
    {
        Write("sdn.csv", $"1,\"A\",-0- ,\"X\"{Rest}\"{remarks}\"\n");
        ListedParty party = Read("sdn.csv", out _).ShouldNotBeNull().Parties[0];
        party.Since?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture).ShouldBe(day);
        party.SinceAsPrinted.ShouldBe(printed);
    }

    [Fact]
    public void A_remark_cut_after_a_thousand_letters_goes_on_in_the_comments_within_a_word()
    {
        string end = "; Listing Date (EO 14024 Direct";
        Write("sdn.csv", $"1,\"A\",-0- ,\"X\"{Rest}\"{new string('x', 1000 - end.Length)}{end}\"\n");
        Write("sdn_comments.csv", "1,\"ive 3): 24 Feb 2022.\"\n");
        Read("sdn.csv", out _).ShouldNotBeNull().Parties[0].Since.ShouldBe(new DateOnly(2022, 2, 24));
    }

    [Fact]
    public void A_name_in_remarks_keeps_its_own_apostrophes_and_a_name_with_the_letters_IMO_is_no_ship_number()
    {
        Write("sdn.csv", $"1,\"A\",-0- ,\"X\"{Rest}\"a.k.a. 'DAR'A, Abu'; a.k.a. 'SIMON TRINIDAD'; Vessel Registration Identification IMO 9203784.\"\n");
        ListedParty party = Read("sdn.csv", out _).ShouldNotBeNull().Parties[0];
        party.Names.Select(n => n.Text).ShouldBe(["A", "DAR'A, Abu", "SIMON TRINIDAD"]);
        party.ImoNumber.ShouldBe("9203784");
        party.Identifiers.ShouldBe("Vessel Registration Identification IMO 9203784");
    }

    [Fact]
    public void An_EU_annex_with_a_quoted_header_is_read_and_a_date_that_is_none_is_told()
    {
        Write("eu.csv", "\"name\",\"alias\",\"annex\",\"startDate\"\n\"A\",,IV,14 June 2022\nB,,IV,soon\n");
        SanctionsList list = Read("eu.csv", out FindingList findings).ShouldNotBeNull();
        list.Parties.Select(p => p.Since).ShouldBe([new DateOnly(2022, 6, 14), null]);
        Finding finding = findings.Items.ShouldHaveSingleItem();
        (finding.Code, finding.Place.Line).ShouldBe(("G025", 3));
    }

    [Fact]
    public void Latin_1_is_read_and_said_so()
    {
        File.WriteAllBytes(Path.Combine(_folder, "sdn.csv"), Encoding.Latin1.GetBytes($"1,\"SOCIÉTÉ\",-0- ,\"X\"{Rest}-0- \n"));
        Read("sdn.csv", out FindingList findings).ShouldNotBeNull().Parties[0].Names[0].Text.ShouldBe("SOCIÉTÉ");
        Without(findings).ShouldHaveSingleItem().Code.ShouldBe("G017");
    }

    [Fact]
    public void One_line_in_another_encoding_does_not_spoil_the_others()
    {
        byte[] latin = Encoding.Latin1.GetBytes($"2,\"SOCIÉTÉ\",-0- ,\"X\"{Rest}-0- \r\n");
        File.WriteAllBytes(Path.Combine(_folder, "sdn.csv"), [.. Encoding.UTF8.GetBytes($"1,\"Türkiye\",-0- ,\"X\"{Rest}-0- \r\n"), .. latin, .. Encoding.UTF8.GetBytes($"3,\"Кипр\",-0- ,\"X\"{Rest}-0- ")]);
        Read("sdn.csv", out FindingList findings).ShouldNotBeNull().Parties.Select(p => p.Names[0].Text).ShouldBe(["Türkiye", "SOCIÉTÉ", "Кипр"]);
        Finding finding = Without(findings).ShouldHaveSingleItem();
        (finding.Code, finding.Severity, finding.Place.Line).ShouldBe(("G017", Severity.Warning, 2));
        finding.Message.ShouldStartWith("1 of 3 lines");
    }

    [Theory]
    [InlineData("Executive Order 14024 Directive Information - For more information: https://example.org; Executive Order 14024 Directive Information Subject to Directive 3 - LONG.; Listing Date (EO 14024 Directive 3): 24 Feb 2022; Effective Date (EO 14024 Directive 3): 26 Mar 2022; Tax ID No. 7708503727 (Russia).", "Executive Order 14024 Directive Information Subject to Directive 3")]
    [InlineData("Subject to Directive 1a - LONG", "Subject to Directive 1a")]
    [InlineData("Executive Order 13662 Directive Determination - Subject to Directive 2; Listing Date (EO 14024 Directive 2): 24 Feb 2022; Effective Date (EO 14024 Directive 2): 26 Mar 2022.", "Executive Order 13662 Directive Determination - Subject to Directive 2; Directive 2 (EO 14024)")]
    [InlineData("Listing Date (CMIC) 03 Jun 2021.", "")]
    public void The_directives_of_an_entry_are_its_measures(string remarks, string measure)
    {
        Write("cons_prim.csv", $"34736,\"RAILWAYS\",-0- ,\"RUSSIA-EO14024\"{Rest}\"{remarks.Replace("LONG", "All transactions in new debt " + new string('x', 400), StringComparison.Ordinal)}\"\n");
        Read("cons_prim.csv", out _).ShouldNotBeNull().Parties[0].Measure.ShouldBe(measure);
    }

    [Fact]
    public void A_listing_date_in_another_form_is_kept_as_printed_and_told()
    {
        Write("sdn.csv", $"1,\"A\",-0- ,\"X\"{Rest}\"Listing Date (B): spring 2022; Listing Date (C): later.\"\n");
        ListedParty party = Read("sdn.csv", out FindingList findings).ShouldNotBeNull().Parties[0];
        (party.Since, party.SinceAsPrinted).ShouldBe((null, "spring 2022"));
        Finding finding = Without(findings).ShouldHaveSingleItem();
        (finding.Code, finding.Place.Line).ShouldBe(("G025", 1));
        finding.Message.ShouldContain("spring 2022");
    }

    [Fact]
    public void A_remark_cut_before_a_blank_keeps_it()
    {
        string end = "; Listing Date (B): 24 Feb";
        Write("sdn.csv", $"1,\"A\",-0- ,\"X\"{Rest}\"{new string('x', 1000 - end.Length)}{end}\"\n");
        Write("sdn_comments.csv", "1,\" 2022; Linked To: B.\"\n");
        ListedParty party = Read("sdn.csv", out _).ShouldNotBeNull().Parties[0];
        party.Remarks.ShouldEndWith("24 Feb 2022; Linked To: B.");
        party.Since.ShouldBe(new DateOnly(2022, 2, 24));
    }

    [Theory]
    [InlineData("", "G004")]
    [InlineData("name,country\nx,y\n", "G004")]
    [InlineData("hello", "G004")]
    [InlineData("celex,name,alias,annex\n", "G022")]
    public void What_is_no_list_is_told_so(string content, string code)
    {
        Write("list.csv", content);
        Read("list.csv", out FindingList findings).ShouldBeNull();
        findings.Items.ShouldHaveSingleItem().Code.ShouldBe(code);
    }

    [Fact]
    public void A_missing_file_and_a_folder_are_findings()
    {
        Read("nothing.csv", out FindingList findings).ShouldBeNull();
        findings.Items.ShouldHaveSingleItem().Code.ShouldBe("G001");
        Read(".", out findings).ShouldBeNull();
        findings.Items.ShouldHaveSingleItem().Code.ShouldBe("G004");
    }

    [SkippableFact]
    public void Every_row_of_the_published_lists_is_read()
    {
        string folder = ReferenceData.Folder("sanctions");
        foreach ((string file, int entries) in ((string, int)[])[("cons_prim.csv", 442), ("sdn-sample.csv", 1893), ("eu-833-2014.csv", 1746)])
        {
            var findings = new FindingList();
            SanctionsList list = SanctionsList.Read(Path.Combine(folder, file), findings).ShouldNotBeNull(file);
            list.Parties.Count.ShouldBe(entries, file);
            Without(findings).Where(f => f.Severity != Severity.Information).ShouldBeEmpty(file);
            if (file == "cons_prim.csv")
                list.Parties.Where(p => p.Measure.Length == 0 && Enumerable.Range(1, 4).Any(n => p.Remarks.Contains($"Directive {n}", StringComparison.Ordinal))).Select(p => p.Id).ShouldBeEmpty();
        }
    }

    /// <summary>What is found besides files that are not beside the list.</summary>
    private static IEnumerable<Finding> Without(FindingList findings) => findings.Items.Where(f => f.Code != "G032");

    private void Write(string name, string content) => File.WriteAllText(Path.Combine(_folder, name), content);

    private SanctionsList? Read(string name, out FindingList findings) => SanctionsList.Read(Path.Combine(_folder, name), findings = new FindingList());
}
