using Corridor.Model.Sanctions;

namespace Corridor.Studies.Screening;

/// <summary>All names of a list, found by the beginnings of their words, with the weight of each word: rare ones count more.</summary>
internal sealed class NameIndex
{
    private const int Beginning = 2;
    private readonly List<(ListedParty Party, ListedName Name, NameForm Form)> _names = [];
    private readonly Dictionary<string, List<int>> _byBeginning = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<int>> _bySkeleton = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<int>> _arabicBySkeleton = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _parties = new(StringComparer.Ordinal);
    private readonly ILookup<string, ListedParty> _ships;
    private readonly int _count;

    public NameIndex(IReadOnlyList<ListedParty> parties)
    {
        _count = parties.Count;
        _ships = parties.Where(p => p.Kind == ListedKind.Vessel && p.ImoNumber.Length > 0).ToLookup(p => p.ImoNumber, StringComparer.Ordinal);
        foreach (ListedParty party in parties)
        {
            var words = new HashSet<string>(StringComparer.Ordinal);
            foreach (ListedName name in party.Names)
            {
                foreach (NameForm form in NameForm.Of(name.Text))
                {
                    words.UnionWith(form.Folded);
                    Add(_byBeginning, Beginnings(form));
                    Add(_bySkeleton, Skeletons(form));
                    if (form.IsArabic)
                        Add(_arabicBySkeleton, Skeletons(form));
                    _names.Add((party, name, form));
                }
            }

            foreach (string word in words)
                _parties[word] = _parties.GetValueOrDefault(word) + 1;
        }
    }

    /// <summary>Weight of a word: ln(1 + entries / entries that have it), as if one had a word that none has.</summary>
    public double Weight(string word) => Math.Log(1 + ((double)_count / Math.Max(1, _parties.GetValueOrDefault(word))));

    /// <summary>Names that share the beginning of a word with a name, each once; where one of the two is in Arabic letters, the first consonants of a word.</summary>
    public IEnumerable<(ListedParty Party, ListedName Name, NameForm Form)> Near(NameForm form) =>
        Found(_byBeginning, Beginnings(form)).Concat(Found(form.IsArabic ? _bySkeleton : _arabicBySkeleton, Skeletons(form))).Distinct().Order().Select(i => _names[i]);

    /// <summary>Listed ships whose IMO number stands in a text.</summary>
    public IEnumerable<ListedParty> Ships(string text) => SevenDigits(text).SelectMany(n => _ships[n]).Distinct();

    /// <summary>Runs of just seven digits, as an IMO number is.</summary>
    public static IEnumerable<string> SevenDigits(string text)
    {
        for (int i = 0, start = 0; i <= text.Length; i++)
        {
            if (i < text.Length && char.IsAsciiDigit(text[i]))
                continue;
            if (i - start == 7)
                yield return text[start..i];
            start = i + 1;
        }
    }

    private void Add(Dictionary<string, List<int>> names, IEnumerable<string> keys)
    {
        foreach (string key in keys)
            (names.TryGetValue(key, out List<int>? list) ? list : names[key] = []).Add(_names.Count);
    }

    private static IEnumerable<int> Found(Dictionary<string, List<int>> names, IEnumerable<string> keys) => keys.SelectMany(k => names.GetValueOrDefault(k) ?? []);

    private static IEnumerable<string> Beginnings(NameForm form) =>
        form.Folded.Append(form.Joined).Select(w => w.Length <= Beginning ? w : w[..Beginning]).Distinct(StringComparer.Ordinal);

    private static IEnumerable<string> Skeletons(NameForm form) =>
        form.Skeletons.Append(string.Concat(form.Skeletons)).Where(s => s.Length > Beginning).Select(s => s[..Beginning]).Distinct(StringComparer.Ordinal);
}
