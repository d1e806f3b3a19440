using System.Collections.Frozen;

namespace Corridor.Model.Text;

/// <summary>
/// Latin letters with diacritics and ligatures written without them. A table of our own, because decomposition by Unicode (Annex 15) is
/// not to be had where the program runs without the tables of a culture.
/// </summary>
public static class LatinLetters
{
    private static readonly FrozenDictionary<char, string> Plain = Table().ToFrozenDictionary();

    /// <summary>What a letter is without its marks; null where it is no such letter.</summary>
    /// <param name="letter">A letter in lower case.</param>
    public static string? WithoutMarks(char letter) => Plain.GetValueOrDefault(letter);

    private static Dictionary<char, string> Table()
    {
        var table = new Dictionary<char, string>();
        foreach (string row in (string[])
            [
                "a àáâãäåāăąǎạảấầẩẫậắằẳẵặ", "c çćĉċč", "d ďđð", "e èéêëēĕėęěẹẻẽếềểễệ", "g ĝğġģǧ", "h ĥħ", "i ìíîïĩīĭįıİỉị", "j ĵ", "k ķ", "l ĺļľŀł", "n ñńņňŉ",
                "o òóôõöøōŏőơọỏốồổỗộớờởỡợ", "r ŕŗř", "s śŝşšș", "t ţťŧț", "u ùúûüũūŭůűųưụủứừửữự", "w ŵ", "y ýÿŷỳỵỷỹ", "z źżž", "ss ß", "ae æ", "oe œ", "th þ",
            ])
        {
            int blank = row.IndexOf(' ', StringComparison.Ordinal);
            foreach (char letter in row[(blank + 1)..])
                table[letter] = row[..blank];
        }

        return table;
    }
}
