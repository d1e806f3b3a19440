using Corridor.Benchmarks.Cases;

namespace Corridor.Benchmarks;

internal static class Program
{
    private static int Main(string[] arguments)
    {
        if (arguments is ["lp", .. string[] rest])
            return LinearProgramCases.Run(rest);
        if (arguments is ["run", .. string[] run])
            return ProcessCases.Run(run);
        if (arguments is ["read", .. string[] read])
            return ReadCases.Run(read);
        Console.Error.WriteLine("usage: lp [--trace] [--threads N] [--repeat N] [--optima optima.csv] FILE.mps[.gz] …\n       read [--repeat N] FILE.mps[.gz] …\n       run [--repeat N] [--] PKG [options of corridor run]");
        return 2;
    }
}
