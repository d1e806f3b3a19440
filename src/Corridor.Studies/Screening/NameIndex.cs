using Corridor.Model.Sanctions;

namespace Corridor.Studies.Screening;

/// <summary>All names of a list, found by the beginnings of their words, with the weight of each word: rare ones count more.</summary>
internal sealed class NameIndex
{
    private const int Beginning = 2;
    private readonly List<(ListedParty Party, ListedName Name, NameForm Form)> _names = [];
    private readonly Dictionary<string, List<int>> _byBeginning = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _parties = new(StringComparer.Ordinal);
    private readonly int _count;

    public NameIndex(IReadOnlyList<ListedParty> parties)
    {
        _count = parties.Count;
        foreach (ListedParty party in parties)
        {
            var words = new HashSet<string>(StringComparer.Ordinal);
            foreach (ListedName name in party.Names)
            {
                foreach (NameForm form in NameForm.Of(name.Text))
                {
                    words.UnionWith(form.Folded);
                    foreach (string start in Beginnings(form))
                        (_byBeginning.TryGetValue(start, out List<int>? list) ? list : _byBeginning[start] = []).Add(_names.Count);
                    _names.Add((party, name, form));
                }
            }

            foreach (string word in words)
                _parties[word] = _parties.GetValueOrDefault(word) + 1;
        }
    }

    /// <summary>Weight of a word: ln(1 + entries / entries that have it), as if one had a word that none has.</summary>
    public double Weight(string word) => Math.Log(1 + ((double)_count / Math.Max(1, _parties.GetValueOrDefault(word))));

    /// <summary>Names that share the beginning of a word with a name, each once.</summary>
    public IEnumerable<(ListedParty Party, ListedName Name, NameForm Form)> Near(NameForm form) =>
        Beginnings(form).SelectMany(b => _byBeginning.GetValueOrDefault(b) ?? []).Distinct().Order().Select(i => _names[i]);

    private static IEnumerable<string> Beginnings(NameForm form) =>
        form.Folded.Append(form.Joined).Select(w => w.Length <= Beginning ? w : w[..Beginning]).Distinct(StringComparer.Ordinal);
}
