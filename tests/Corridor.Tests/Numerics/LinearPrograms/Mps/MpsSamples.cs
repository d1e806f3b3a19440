namespace Corridor.Tests.Numerics.LinearPrograms.Mps;

/// <summary>Small problems of our own making, each with other features of the format.</summary>
internal static class MpsSamples
{
    /// <summary>Ranges on all kinds of rows, all kinds of bounds, a constant, two N rows; an optimum.</summary>
    public const string Whole = """
        * a comment
        NAME          WHOLE
        ROWS
         N  cost
         N  other
         L  lim
         G  dem
         E  eqp
         E  eqn
        COLUMNS
            x         cost              1.5   lim               2.0
            x         eqp               1e1   other               9
            y         cost               .5   dem                +1
            y         eqn               1.0
            z         eqn                 1   cost            -0.25
            w         lim              1.25   cost             -1e0
            v         dem                 1   cost              3.0
        RHS
            RHS       lim                40   dem                 1
            RHS       eqp                 5   eqn                 6
            RHS       cost              -10
        RANGES
            RNG       lim                25   dem                 3
            RNG       eqp                 1   eqn                -2
        BOUNDS
         UP BND       x                   7
         MI BND       y
         UP BND       y                   8
         UP BND       z                   4
         LO BND       w                   2
         UP BND       w                  12
         FX BND       v               0.125
        ENDATA
        """;

    /// <summary>Fixed columns, names with blanks.</summary>
    public const string FixedColumns = """
        NAME          FIXED
        ROWS
         N  COST
         E  ROW A B
         L  ROW C
        COLUMNS
            COL X     COST               2.0   ROW A B            3.0
            COL X     ROW C              1.0
            COL Y     COST               1.0   ROW A B            1.0
        RHS
                      ROW A B            6.0   ROW C              1.5
        BOUNDS
         UP           COL Y              4.0
        ENDATA
        """;

    /// <summary>No point.</summary>
    public const string Infeasible = """
        NAME INFEASIBLE
        ROWS
         N obj
         G r1
         L r2
         E r3
        COLUMNS
         a obj 1 r1 1
         a r2 1
         b obj 1 r1 1
         b r2 1 r3 1
         c r3 -1 obj 2
        RHS
         S r1 10 r2 5
        BOUNDS
         UP B c 3
        ENDATA
        """;

    /// <summary>No optimum.</summary>
    public const string Unbounded = """
        NAME UNBOUNDED
        OBJSENSE
         MAX
        ROWS
         N obj
         L r1
         G r2
        COLUMNS
         a obj 1 r1 1
         a r2 1
         b obj 1 r1 -1
         b r2 1
        RHS
         S r1 5 r2 1
        ENDATA
        """;

    /// <summary>Integer columns with and without bounds.</summary>
    public const string Integers = """
        NAME INTEGERS
        OBJSENSE MAX
        ROWS
         N obj
         L r1
         L r2
        COLUMNS
         M1 'MARKER' 'INTORG'
         a obj 5 r1 2
         a r2 4
         b obj 4 r1 3
         M2 'MARKER' 'INTEND'
         c obj 1 r2 1
         d obj 1 r1 1
        RHS
         S r1 12 r2 14.5
        BOUNDS
         UI B a 3
         BV B d
        ENDATA
        """;

    /// <summary>A quadratic objective, one half.</summary>
    public const string Quadratic = """
        NAME QUADRATIC
        ROWS
         N obj
         G r1
        COLUMNS
         x obj 1 r1 1
         y obj -1 r1 1
        RHS
         S r1 1
        QUADOBJ
         x x 2
         x y -0.5
         y y 4
        ENDATA
        """;

    /// <summary>A transport problem with ties: three sources, four sinks.</summary>
    public static string Transport { get; } = MakeTransport();

    /// <summary>All of them.</summary>
    public static IReadOnlyList<string> All { get; } = [Whole, FixedColumns, Infeasible, Unbounded, Integers, Quadratic, Transport];

    private static string MakeTransport()
    {
        var text = new System.Text.StringBuilder("NAME TRANSPORT\nROWS\n N cost\n");
        for (int i = 0; i < 3; i++)
            text.Append($" L supply{i}\n");
        for (int j = 0; j < 4; j++)
            text.Append($" G demand{j}\n");
        text.Append("COLUMNS\n");
        for (int i = 0; i < 3; i++)
        {
            for (int j = 0; j < 4; j++)
                text.Append($" flow{i}{j} cost {1 + ((i + j) % 3)} supply{i} 1\n flow{i}{j} demand{j} 1\n");
        }

        text.Append("RHS\n S supply0 20 supply1 20\n S supply2 20 demand0 15\n S demand1 15 demand2 15\n S demand3 15\nBOUNDS\n UP B flow00 10\n UP B flow23 12.5\nENDATA\n");
        return text.ToString();
    }
}
