using System.Collections.Frozen;

namespace Corridor.Model.Text;

/// <summary>
/// Letters of other scripts in Latin ones: Cyrillic letter by letter (BGN/PCGN 1947 without apostrophes, with Kazakh and Ukrainian letters),
/// Greek (ISO 843), Arabic and Persian consonants.
/// </summary>
public static class ScriptLetters
{
    private static readonly FrozenDictionary<char, string> Letters = Table().ToFrozenDictionary();

    /// <summary>The Latin letters for a letter; empty for one that is left out (ь); null where it is none of these scripts.</summary>
    /// <param name="letter">A letter in lower case.</param>
    public static string? ToLatin(char letter) => Letters.GetValueOrDefault(letter);

    private static Dictionary<char, string> Table()
    {
        var table = new Dictionary<char, string>();
        void Add(string letters, string latin)
        {
            string[] parts = latin.Split(' ');
            for (int i = 0; i < letters.Length; i++)
                table[letters[i]] = parts[i] == "_" ? "" : parts[i];
        }

        Add("абвгдежзийклмнопрстуфхцчшщъыьэюяё", "a b v g d e zh z i y k l m n o p r s t u f kh ts ch sh shch _ y _ e yu ya e");
        Add("іїєґўә", "i i e g u a");
        Add("ғқңөұүһ", "gh q n o u u h");
        Add("αβγδεζηθικλμνξοπρσςτυφχψω", "a v g d e z i th i k l m n x o p r s s t y f ch ps o");
        Add("ابتثجحخدذرزسشصضطظعغفقكلمنهويىةأإآئؤءگپچژڤ", "a b t th j h kh d dh r z s sh s d t z a gh f q k l m n h w y a a a i a y w _ g p ch zh v");
        Add("یکۀەڭٱ", "y k h h ng a");
        return table;
    }
}
