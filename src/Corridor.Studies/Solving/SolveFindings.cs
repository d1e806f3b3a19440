using Corridor.Model.Findings;
using Corridor.Numerics.LinearPrograms;
using Corridor.Numerics.LinearPrograms.Mps;

namespace Corridor.Studies.Solving;

/// <summary>Kinds of findings about a program in a file.</summary>
public static class SolveFindings
{
    private static readonly FindingKind[] OfReader =
    [
        new("L001", Severity.Error, "The file cannot be opened or read.", "Check the path and the permissions."),
        new("L002", Severity.Error, "A compressed file is damaged or cut off.", "Copy or compress it again."),
        new("L003", Severity.Error, "The file is larger than can be read, unpacks to over 200 times its size, or has too many errors.", "Unpack it yourself, or split the problem."),
        new("L004", Severity.Error, "A line has other fields than its section asks for, or stands in no section.", "Correct the line; names with blanks need the columns of the fixed format."),
        new("L005", Severity.Error, "A field that must be a number is none, or is not finite.", "Write a decimal number with a point."),
        new("L006", Severity.Error, "A section, a type or a word of the format is none that is known.", "Use one of those that the message lists."),
        new("L007", Severity.Error, "A line names a row or column that does not exist.", "Declare it in ROWS or COLUMNS, or correct the name."),
        new("L008", Severity.Error, "A row or column is declared twice.", "Keep the lines of a column together; give each its own name."),
        new("L009", Severity.Error, "The file asks for what is not solved here: semi-continuous columns, special ordered sets, quadratic constraints.", "Reformulate it."),
        new("L010", Severity.Error, "The bounds of a column admit no value.", "Correct one of them."),
        new("L011", Severity.Error, "The file ends before ENDATA.", "The file was cut off: copy it again, or add ENDATA."),
        new("L012", Severity.Error, "The two halves of a quadratic objective differ.", "State each pair twice with one value in QMATRIX, or once in QUADOBJ."),
        new("L013", Severity.Warning, "There is no row of type N: the objective is zero.", "Declare the objective as a row of type N."),
        new("L014", Severity.Warning, "There are several entries for one element; they are summed.", "Keep one of them."),
        new("L015", Severity.Warning, "A right-hand side, range or bound is stated twice; the last counts.", "Keep one of them."),
        new("L016", Severity.Warning, "A column has an upper bound below zero and no lower bound, which becomes −∞.", "State the lower bound."),
        new("L017", Severity.Warning, "There is a further set of right-hand sides, ranges or bounds; the first counts.", "Keep one set."),
        new("L018", Severity.Warning, "A line has no effect.", "Leave it out."),
        new("L019", Severity.Information, "A further row of type N is left out.", "Nothing, unless it was meant as the objective."),
        new("L020", Severity.Information, "An integer column without any bound is taken to be 0 or 1, as is the custom of the format.", "State a bound, such as PL for none above."),
    ];

    private static readonly FindingKind[] OfMethods =
    [
        new("L021", Severity.Error, "The program has integer columns and a quadratic objective, which together are not solved.", "Solve the relaxation with --relax, or leave out the quadratic section."),
        new("L022", Severity.Information, "Integer columns may take any value within their bounds, as asked for.", "Leave out --relax."),
        new("L023", Severity.Error, "The quadratic objective is not convex; that of a maximum is not concave.", "Check the signs in the quadratic section, and whether a maximum is meant."),
        new("L024", Severity.Error, "Other solvers are given linear programs only.", "Leave out --solver; integer columns may be relaxed with --relax."),
        new("L025", Severity.Warning, "Only the solution of a linear program is brought to a vertex.", "Leave out --basic."),
        new("L026", Severity.Warning, "No vertex was reached; the certified point inside stands.", "Allow more time, or leave out --basic."),
    ];

    /// <summary>All kinds, in the order of their codes.</summary>
    public static IReadOnlyList<FindingKind> All { get; } = [.. OfReader, .. OfMethods];

    internal static void Add(FindingList findings, string path, MpsFindings found)
    {
        foreach (MpsFinding f in found.Items)
            findings.Add(OfReader[(int)f.Issue].At(f.Subject, new SourcePlace(path, (int)Math.Min(f.Line, int.MaxValue), f.Column), f.Message, f.Hint));
    }

    internal static Finding IsIntegerAndQuadratic(string path, int count) =>
        OfMethods[0].At("quadratic objective", new SourcePlace(path), $"The objective is quadratic and {count} columns are integer; together they are not solved.");

    internal static Finding IsRelaxed(string path, int count) =>
        OfMethods[1].At("integer columns", new SourcePlace(path), $"{count} integer columns may take any value within their bounds.");

    internal static Finding IsNotConvex(string path, string column, bool maximise) =>
        OfMethods[2].At(column, new SourcePlace(path), $"The quadratic objective is not {(maximise ? "concave" : "convex")}: it shows at column {column}.");

    internal static Finding IsNotLinear(string path, string solver, bool integer) =>
        OfMethods[3].At(solver, new SourcePlace(path), $"The program {(integer ? "has integer columns" : "has a quadratic objective")}; {solver} is given linear programs only.");

    internal static Finding KnowsNoVertex(string path, bool integer) =>
        OfMethods[4].At("--basic", new SourcePlace(path), $"The program {(integer ? "has integer columns" : "has a quadratic objective")}; --basic has no effect.");

    internal static Finding HasNoVertex(string path, StopReason reason) =>
        OfMethods[5].At("--basic", new SourcePlace(path), reason switch
        {
            StopReason.TimeLimit => "The time limit came before a vertex was reached; the certified point inside stands.",
            StopReason.Cancelled => "Stopped as asked before a vertex was reached; the certified point inside stands.",
            _ => "The arithmetic led to no vertex that could be certified; the certified point inside stands.",
        });
}
