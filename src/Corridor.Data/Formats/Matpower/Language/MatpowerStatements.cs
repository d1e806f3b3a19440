using Corridor.Model.Findings;

namespace Corridor.Data.Formats.Matpower.Language;

/// <summary>
/// Runs the statements of a case file one after the other: assignments to variables, members of the structure and parts of matrices. What is not understood is
/// a finding: an error where it may set a figure of the grid, else a warning; its target is forgotten, so that no later statement takes an old value for a new one.
/// </summary>
internal sealed class MatpowerStatements
{
    private const int MostFaults = 200;
    private static readonly string[] Figures = ["bus", "gen", "branch", "gencost", "baseMVA", "dcline", "dclinecost", "version"];
    private static readonly string[] BlockWords = ["if", "for", "while", "switch", "try", "parfor", "do", "unwind_protect"];
    private readonly MatpowerScope _scope;
    private readonly MatpowerCursor _cursor;
    private readonly MatpowerExpressions _expressions;
    private int _faults;

    internal MatpowerStatements(MatpowerScope scope)
    {
        _scope = scope;
        _cursor = new MatpowerCursor(scope.Text);
        _expressions = new MatpowerExpressions(scope, _cursor);
    }

    /// <summary>What the function returns, in order; empty for a file without a function line.</summary>
    internal List<string> Outputs { get; } = [];

    /// <summary>Name of the function; empty for a file without a function line.</summary>
    internal string FunctionName { get; private set; } = "";

    /// <summary>Runs all statements.</summary>
    internal void Run()
    {
        bool isFirst = true;
        for (_cursor.SkipBetweenStatements(); !_cursor.IsAtEnd; _cursor.SkipBetweenStatements())
        {
            int start = _cursor.At;
            _scope.Fault = null;
            if (!Statement(isFirst, out List<string>? targets))
                return;
            if (_scope.Fault is { } fault && !Report(fault, start, targets))
                return;
            isFirst = false;
            if (_cursor.At == start)
                _cursor.At++;
        }
    }

    /// <summary>Reads one statement; false where the file is done.</summary>
    private bool Statement(bool isFirst, out List<string>? targets)
    {
        targets = null;
        int start = _cursor.At;
        string word = _cursor.Name();
        switch (word)
        {
            case "function" when isFirst:
                Function();
                return true;
            case "function":
                _scope.Findings.Add(FormatFindings.NoEffect.At(_scope.Text.File, _scope.Text.Place(start), "A second function follows; it is not read.", "Leave it out if the case does not depend on it."));
                return false;
            case "return":
                return false;
            case "end" or "endfunction":
                return true;
            case "define_constants":
                foreach ((string name, double value) in MatpowerConstants.All)
                    _scope.Set(name, MatpowerValue.Scalar(value), start);
                return true;
        }

        if (Array.IndexOf(BlockWords, word) >= 0)
        {
            SkipBlock();
            _scope.Fail(MatpowerFaultKind.NotUnderstood, start, $"The block '{word} … end' is not read.");
            return true;
        }

        _cursor.At = start;
        targets = [];
        bool isDone = _cursor.Next == '[' ? Constants(targets) : Assignment(targets);
        if (isDone)
        {
            _cursor.SkipBlanks();
            if (!_cursor.IsAtEnd && _cursor.Next is not ((byte)'\n' or (byte)';' or (byte)',' or (byte)'%' or (byte)'#'))
                _scope.Fail(MatpowerFaultKind.Malformed, _cursor.At, "The end of the statement is expected here.");
        }

        if (_scope.Fault is not null)
        {
            _cursor.At = start;
            if (!_cursor.SkipStatement())
                _scope.Fault = _scope.Fault with { Kind = MatpowerFaultKind.Malformed };
        }

        return true;
    }

    /// <summary>The function line: <c>function mpc = name</c>, <c>function [baseMVA, bus, …] = name</c> or <c>function name</c>.</summary>
    private void Function()
    {
        _cursor.SkipBlanks();
        if (_cursor.Next == '[')
        {
            _cursor.At++;
            for (_cursor.SkipBlanks(); MatpowerCursor.IsLetter(_cursor.Next); _cursor.SkipBlanks())
            {
                Outputs.Add(_cursor.Name());
                _cursor.SkipBlanks();
                if (_cursor.Next == ',')
                    _cursor.At++;
            }

            if (_cursor.Next != ']')
            {
                _scope.Fail(MatpowerFaultKind.Malformed, _cursor.At, "A name or ']' is expected here.");
                _cursor.SkipStatement();
                return;
            }

            _cursor.At++;
        }
        else
        {
            Outputs.Add(_cursor.Name());
        }

        _cursor.SkipBlanks();
        if (_cursor.Next == '=')
        {
            _cursor.At++;
            _cursor.SkipBlanks();
            FunctionName = _cursor.Name();
        }
        else if (Outputs.Count == 1)
        {
            FunctionName = Outputs[0];
            Outputs.Clear();
        }

        if (FunctionName.Length == 0)
            _scope.Fail(MatpowerFaultKind.Malformed, _cursor.At, "The name of the function is expected here.");
        _cursor.SkipStatement();
    }

    /// <summary><c>[A, B, …] = idx_bus</c>.</summary>
    private bool Constants(List<string> targets)
    {
        _cursor.At++;
        for (_cursor.SkipBlanks(); _cursor.Next != ']'; _cursor.SkipBlanks())
        {
            bool isSkipped = _cursor.Next is (byte)'~';
            if (isSkipped)
                _cursor.At++;
            string name = isSkipped ? "~" : _cursor.Path();
            if (name.Length == 0)
                return _scope.Fail(MatpowerFaultKind.NotUnderstood, _cursor.At, "A name or ']' is expected here.");
            targets.Add(name);
            _cursor.SkipBlanks();
            if (_cursor.Next == ',')
                _cursor.At++;
        }

        _cursor.At++;
        _cursor.SkipBlanks();
        if (_cursor.Next != '=')
            return _scope.Fail(MatpowerFaultKind.NotUnderstood, _cursor.At, "A '=' is expected here.");
        _cursor.At++;
        _cursor.SkipBlanks();
        int at = _cursor.At;
        string function = _cursor.Name();
        if (function == "idx_dcline" || MatpowerConstants.Of(function) is not { } constants)
            return _scope.Fail(MatpowerFaultKind.NotUnderstood, at, $"Of functions with several results only idx_bus, idx_gen, idx_brch and idx_cost are known, not '{function}'.");
        if (targets.Count > constants.Count)
            return _scope.Fail(MatpowerFaultKind.Malformed, at, $"{function} has {constants.Count} results; {targets.Count} are taken.");
        for (int i = 0; i < targets.Count; i++)
        {
            if (targets[i] != "~")
                _scope.Set(targets[i], MatpowerValue.Scalar(constants[i].Value), at);
        }

        return true;
    }

    /// <summary><c>name = …</c>, <c>mpc.name = …</c> or <c>mpc.name(…, …) = …</c>.</summary>
    private bool Assignment(List<string> targets)
    {
        int start = _cursor.At;
        string name = _cursor.Path();
        if (name.Length == 0)
            return _scope.Fail(MatpowerFaultKind.Malformed, start, "A statement begins with a name.");
        MatpowerValue? target = _scope.Find(name);
        List<MatpowerValue>? indices = null;
        targets.Add(name);
        if (_cursor.Next == '(')
        {
            _cursor.At++;
            indices = _expressions.Arguments(target);
            if (indices is null)
                return false;
        }

        _cursor.SkipBlanks();
        if (_cursor.Next != '=' || _scope.Text[_cursor.At + 1] == '=')
        {
            targets.Clear();
            return _scope.Fail(MatpowerFaultKind.NotUnderstood, start, $"'{name}' is no assignment, and is not read.");
        }

        _cursor.At++;
        _cursor.SkipBlanks();
        if (indices is null && TakeColumnNames(name))
            return true;
        if (_expressions.Read() is not { } value)
            return false;
        if (indices is null)
            return Set(name, value, start);
        if (target is null)
            _scope.Set(name, target = MatpowerValue.Matrix(0, 0, []), start);
        return MatpowerIndexing.Put(_scope, target, indices, value, start);
    }

    private bool Set(string name, MatpowerValue value, int start)
    {
        if (value.IsStored && !_scope.Spend(value.Count, start))
            return false;
        if (value.IsStored)
            value = value.Copy();
        if (value.RowOffsets is null)
            value.Offset = start;
        return _scope.Set(name, value, start);
    }

    /// <summary><c>c = idx_dcline</c>, a structure of column numbers.</summary>
    private bool TakeColumnNames(string name)
    {
        int at = _cursor.At;
        if (_cursor.Name() != "idx_dcline")
        {
            _cursor.At = at;
            return false;
        }

        foreach ((string column, double value) in MatpowerConstants.Of("idx_dcline")!)
            _scope.Set(name + "." + column, MatpowerValue.Scalar(value), at);
        return true;
    }

    /// <summary>Passes over a block to its <c>end</c>.</summary>
    private void SkipBlock()
    {
        int depth = 1;
        while (!_cursor.IsAtEnd && depth > 0)
        {
            _cursor.SkipStatement();
            _cursor.SkipBetweenStatements();
            int at = _cursor.At;
            string word = _cursor.Name();
            if (Array.IndexOf(BlockWords, word) >= 0)
                depth++;
            else if (word.StartsWith("end", StringComparison.Ordinal) || word == "until")
                depth--;
            else
                _cursor.At = at;
            if (_cursor.At == at && word.Length == 0 && !_cursor.IsAtEnd && _cursor.Next is (byte)')' or (byte)']' or (byte)'}')
                _cursor.At++;
        }
    }

    /// <summary>Turns a fault into a finding; false where reading stops.</summary>
    private bool Report(MatpowerFault fault, int start, List<string>? targets)
    {
        _expressions.Reset();
        foreach (string target in targets ?? [])
            _scope.Forget(target);
        if (fault.Kind == MatpowerFaultKind.Reported)
            return true;
        SourcePlace place = _scope.Text.Place(fault.Offset);
        string subject = targets is { Count: > 0 } ? targets[0] : _scope.Text.File;
        bool mayTouch = targets is { Count: > 0 } ? targets.Exists(IsFigure) : MentionsFigure(start, _cursor.At);
        Finding finding = fault.Kind switch
        {
            MatpowerFaultKind.Malformed => FormatFindings.NotWellFormed.At(subject, place, string.IsNullOrEmpty(fault.Message) ? "The statement cannot be read." : fault.Message, "Look here or just before for a missing bracket, comma or quotation mark."),
            MatpowerFaultKind.TooMuch => FormatFindings.TooMany.At(subject, place, fault.Message, "Write the figures out."),
            _ when mayTouch => FormatFindings.NotModelled.At(subject, place, $"The statement may set figures of the grid and is not understood. {fault.Message}", "Write the figures out."),
            _ => FormatFindings.NoEffect.At(subject, place, $"The statement is not understood and has no effect. {fault.Message}", "Leave it out, or write the figures out."),
        };
        _scope.Findings.Add(finding);
        if (fault.Kind == MatpowerFaultKind.TooMuch)
            return false;
        if (++_faults < MostFaults)
            return true;
        _scope.Findings.Add(FormatFindings.TooMany.At(_scope.Text.File, place, $"The first {MostFaults} statements that are not understood are listed; the rest of the file is not read.", "Check that the file is a MATPOWER case."));
        return false;
    }

    /// <summary>Whether a name is the structure or one of its tables, or a result of a file of version 1.</summary>
    private bool IsFigure(string name)
    {
        int point = name.IndexOf('.', StringComparison.Ordinal);
        if (point < 0)
            return Outputs.Count == 0 ? Array.IndexOf(Figures, name) >= 0 || name == "mpc" : Outputs.Contains(name);
        bool isStructure = Outputs.Count == 0 || Outputs.Contains(name[..point]);
        string member = name[(point + 1)..];
        int second = member.IndexOf('.', StringComparison.Ordinal);
        return isStructure && Array.IndexOf(Figures, second < 0 ? member : member[..second]) >= 0;
    }

    private bool MentionsFigure(int start, int end)
    {
        var cursor = new MatpowerCursor(_scope.Text) { At = start };
        while (cursor.At < end)
        {
            string name = cursor.Name();
            if (name.Length == 0)
                cursor.At++;
            else if (Outputs.Count == 0 ? name == "mpc" : Outputs.Contains(name))
                return true;
        }

        return false;
    }
}
