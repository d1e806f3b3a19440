using Corridor.Model.Findings;

namespace Corridor.Data.Formats.Matpower.Language;

/// <summary>What the statements of a case file have set so far, and what went wrong with the present one.</summary>
internal sealed class MatpowerScope
{
    private const int MostVariables = 10_000;
    private const long BaseBudget = 1_000_000;
    private const long BudgetPerByte = 8;
    private readonly Dictionary<string, MatpowerValue> _values = new(StringComparer.Ordinal);
    private long _budget;

    internal MatpowerScope(MatpowerText text, FindingList findings)
    {
        Text = text;
        Findings = findings;
        _budget = BaseBudget + (BudgetPerByte * text.Length);
    }

    /// <summary>The file.</summary>
    internal MatpowerText Text { get; }

    /// <summary>Takes what is wrong.</summary>
    internal FindingList Findings { get; }

    /// <summary>The first thing wrong with the present statement; null for nothing.</summary>
    internal MatpowerFault? Fault { get; set; }

    /// <summary>All variables; members of a structure are named with their point, as in <c>mpc.bus</c>.</summary>
    internal IReadOnlyDictionary<string, MatpowerValue> Values => _values;

    /// <summary>A variable; null where there is none.</summary>
    internal MatpowerValue? Find(string name) => _values.GetValueOrDefault(name);

    /// <summary>Sets a variable; false, with a fault, where there are too many.</summary>
    internal bool Set(string name, MatpowerValue value, int offset)
    {
        if (_values.Count >= MostVariables && !_values.ContainsKey(name))
            return Fail(MatpowerFaultKind.TooMuch, offset, $"The file sets more than {MostVariables} variables.");
        value.IsStored = true;
        _values[name] = value;
        return true;
    }

    /// <summary>Forgets a variable whose statement was not understood, so that no later statement uses an old value.</summary>
    internal void Forget(string name) => _values.Remove(name);

    /// <summary>Counts figures that a statement makes; false, with a fault, beyond the budget, which is proportional to the file.</summary>
    internal bool Spend(long figures, int offset)
    {
        _budget -= Math.Max(figures, 1);
        return _budget >= 0 || Fail(MatpowerFaultKind.TooMuch, offset, "The statements of the file make more figures than are computed for a file of this size.");
    }

    /// <summary>Notes the first fault.</summary>
    /// <returns>Always false.</returns>
    internal bool Fail(MatpowerFaultKind kind, int offset, string message)
    {
        Fault ??= new MatpowerFault(kind, offset, message);
        return false;
    }

    /// <summary>Notes the first fault.</summary>
    /// <returns>Always null.</returns>
    internal MatpowerValue? Null(MatpowerFaultKind kind, int offset, string message)
    {
        Fail(kind, offset, message);
        return null;
    }

    /// <summary>Notes a statement that is not understood.</summary>
    /// <returns>Always null.</returns>
    internal MatpowerValue? Unknown(int offset, string message) => Null(MatpowerFaultKind.NotUnderstood, offset, message);
}
