namespace Corridor.Data.Formats.GlobalEnergyMonitor;

/// <summary>English names of countries and their ISO 3166-1 alpha-2 codes, with other spellings that are in use.</summary>
internal static class CountryNames
{
    // ISO 3166-1, short names; the first of a code is the one that is written.
    private const string Official =
        "AF Afghanistan|AX Åland Islands|AL Albania|DZ Algeria|AS American Samoa|AD Andorra|AO Angola|AI Anguilla|AQ Antarctica|AG Antigua and Barbuda|AR Argentina|AM Armenia|AW Aruba|"
        + "AU Australia|AT Austria|AZ Azerbaijan|BS Bahamas|BH Bahrain|BD Bangladesh|BB Barbados|BY Belarus|BE Belgium|BZ Belize|BJ Benin|BM Bermuda|BT Bhutan|BO Bolivia|"
        + "BQ Bonaire, Sint Eustatius and Saba|BA Bosnia and Herzegovina|BW Botswana|BV Bouvet Island|BR Brazil|IO British Indian Ocean Territory|BN Brunei Darussalam|BG Bulgaria|"
        + "BF Burkina Faso|BI Burundi|CV Cabo Verde|KH Cambodia|CM Cameroon|CA Canada|KY Cayman Islands|CF Central African Republic|TD Chad|CL Chile|CN China|CX Christmas Island|"
        + "CC Cocos Islands|CO Colombia|KM Comoros|CG Congo|CD Congo, Democratic Republic of the|CK Cook Islands|CR Costa Rica|CI Côte d'Ivoire|HR Croatia|CU Cuba|CW Curaçao|CY Cyprus|"
        + "CZ Czechia|DK Denmark|DJ Djibouti|DM Dominica|DO Dominican Republic|EC Ecuador|EG Egypt|SV El Salvador|GQ Equatorial Guinea|ER Eritrea|EE Estonia|SZ Eswatini|ET Ethiopia|"
        + "FK Falkland Islands|FO Faroe Islands|FJ Fiji|FI Finland|FR France|GF French Guiana|PF French Polynesia|TF French Southern Territories|GA Gabon|GM Gambia|GE Georgia|DE Germany|"
        + "GH Ghana|GI Gibraltar|GR Greece|GL Greenland|GD Grenada|GP Guadeloupe|GU Guam|GT Guatemala|GG Guernsey|GN Guinea|GW Guinea-Bissau|GY Guyana|HT Haiti|"
        + "HM Heard Island and McDonald Islands|VA Holy See|HN Honduras|HK Hong Kong|HU Hungary|IS Iceland|IN India|ID Indonesia|IR Iran|IQ Iraq|IE Ireland|IM Isle of Man|IL Israel|IT Italy|"
        + "JM Jamaica|JP Japan|JE Jersey|JO Jordan|KZ Kazakhstan|KE Kenya|KI Kiribati|KP Korea, Democratic People's Republic of|KR Korea, Republic of|KW Kuwait|KG Kyrgyzstan|LA Laos|"
        + "LV Latvia|LB Lebanon|LS Lesotho|LR Liberia|LY Libya|LI Liechtenstein|LT Lithuania|LU Luxembourg|MO Macao|MG Madagascar|MW Malawi|MY Malaysia|MV Maldives|ML Mali|MT Malta|"
        + "MH Marshall Islands|MQ Martinique|MR Mauritania|MU Mauritius|YT Mayotte|MX Mexico|FM Micronesia|MD Moldova|MC Monaco|MN Mongolia|ME Montenegro|MS Montserrat|MA Morocco|"
        + "MZ Mozambique|MM Myanmar|NA Namibia|NR Nauru|NP Nepal|NL Netherlands|NC New Caledonia|NZ New Zealand|NI Nicaragua|NE Niger|NG Nigeria|NU Niue|NF Norfolk Island|MK North Macedonia|"
        + "MP Northern Mariana Islands|NO Norway|OM Oman|PK Pakistan|PW Palau|PS Palestine|PA Panama|PG Papua New Guinea|PY Paraguay|PE Peru|PH Philippines|PN Pitcairn|PL Poland|PT Portugal|"
        + "PR Puerto Rico|QA Qatar|RE Réunion|RO Romania|RU Russian Federation|RW Rwanda|BL Saint Barthélemy|SH Saint Helena|KN Saint Kitts and Nevis|LC Saint Lucia|MF Saint Martin|"
        + "PM Saint Pierre and Miquelon|VC Saint Vincent and the Grenadines|WS Samoa|SM San Marino|ST Sao Tome and Principe|SA Saudi Arabia|SN Senegal|RS Serbia|SC Seychelles|"
        + "SL Sierra Leone|SG Singapore|SX Sint Maarten|SK Slovakia|SI Slovenia|SB Solomon Islands|SO Somalia|ZA South Africa|GS South Georgia and the South Sandwich Islands|SS South Sudan|"
        + "ES Spain|LK Sri Lanka|SD Sudan|SR Suriname|SJ Svalbard and Jan Mayen|SE Sweden|CH Switzerland|SY Syria|TW Taiwan|TJ Tajikistan|TZ Tanzania|TH Thailand|TL Timor-Leste|TG Togo|"
        + "TK Tokelau|TO Tonga|TT Trinidad and Tobago|TN Tunisia|TR Türkiye|TM Turkmenistan|TC Turks and Caicos Islands|TV Tuvalu|UG Uganda|UA Ukraine|AE United Arab Emirates|"
        + "GB United Kingdom|US United States|UM United States Minor Outlying Islands|UY Uruguay|UZ Uzbekistan|VU Vanuatu|VE Venezuela|VN Viet Nam|VG British Virgin Islands|"
        + "VI Virgin Islands|WF Wallis and Futuna|EH Western Sahara|YE Yemen|ZM Zambia|ZW Zimbabwe";

    // Other spellings. Kosovo has a user-assigned code; the Joint Petroleum Development Area lies in the waters of Timor-Leste
    // since the treaty of 2018.
    private const string Others =
        "AE UAE|BN Brunei|CD Democratic Republic of the Congo|CD DR Congo|CD DRC|CG Republic of the Congo|CG Congo-Brazzaville|CG Republic of Congo|CI Ivory Coast|CI Cote d'Ivoire|"
        + "CV Cape Verde|CW Curacao|CZ Czech Republic|ES Canary Islands|FK Falkland Islands (Malvinas)|GB UK|GB Great Britain|GB England|GM The Gambia|BS The Bahamas|HK Hong Kong SAR|"
        + "IR Iran, Islamic Republic of|KP North Korea|KP DPRK|KR South Korea|KR Korea|LA Lao People's Democratic Republic|LA Lao PDR|MD Moldova, Republic of|MD Republic of Moldova|"
        + "MK Macedonia|MM Burma|MO Macau|NL The Netherlands|PH The Philippines|PS State of Palestine|PS Palestinian Territories|RE Reunion|RU Russia|SY Syrian Arab Republic|SZ Swaziland|"
        + "TL East Timor|TL Joint Petroleum Development Area|TR Turkey|TR Turkiye|TW Taiwan, Province of China|TW Chinese Taipei|TZ United Republic of Tanzania|US United States of America|"
        + "US USA|US U.S.|VE Venezuela (Bolivarian Republic of)|VI U.S. Virgin Islands|VI US Virgin Islands|VN Vietnam|XK Kosovo";

    private static readonly Dictionary<string, string> Codes = new(StringComparer.OrdinalIgnoreCase);
    private static readonly Dictionary<string, string> Names = new(StringComparer.Ordinal);

    static CountryNames()
    {
        foreach (string entry in $"{Official}|{Others}".Split('|'))
        {
            Codes[entry[3..]] = entry[..2];
            Names.TryAdd(entry[..2], entry[3..]);
        }
    }

    /// <summary>The code of a country; null where the name is not known.</summary>
    internal static string? CodeOf(string name) => Codes.GetValueOrDefault(name.Trim());

    /// <summary>The name for a code; the code itself where it is not known.</summary>
    internal static string NameOf(string code) => code switch
    {
        "RU" => "Russia",
        "VN" => "Vietnam",
        "KP" => "North Korea",
        "KR" => "South Korea",
        "CD" => "Democratic Republic of the Congo",
        "BN" => "Brunei",
        _ => Names.GetValueOrDefault(code, code),
    };

    /// <summary>The codes of a list of countries, separated by semicolons or commas.</summary>
    /// <param name="text">The list.</param>
    /// <param name="unknown">The first name that is not known; null where there is none.</param>
    internal static List<string> CodesOf(string text, out string? unknown)
    {
        var codes = new List<string>();
        unknown = null;
        foreach (string part in text.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            // Some names have a comma in them.
            foreach (string name in CodeOf(part) is null ? part.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) : [part])
            {
                if (CodeOf(name) is not { } code)
                    unknown ??= name;
                else if (!codes.Contains(code))
                    codes.Add(code);
            }
        }

        return codes;
    }
}
