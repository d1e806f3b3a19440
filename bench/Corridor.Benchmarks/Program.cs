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
        if (arguments is ["model", .. string[] model])
            return ModelCase.Run(model);
        if (arguments is ["generate", .. string[] generate])
            return MpsOutput.Run(generate);
        if (arguments is ["contingencies", .. string[] contingencies])
            return ContingencyCase.Run(contingencies);
        if (arguments is ["fuzz", "formats", .. string[] formats])
            return FormatFuzzCases.Run(formats);
        if (arguments is ["fuzz", .. string[] fuzz])
            return FuzzCases.Run(fuzz);
        if (arguments is ["hydraulics", .. string[] hydraulics])
            return HydraulicCases.Run(hydraulics);
        if (arguments is ["powerflow", .. string[] flows])
            return PowerFlowCases.Run(flows);
        if (arguments is ["transient", .. string[] transient])
            return GasDayCase.Run(transient);
        if (arguments is ["validate", .. string[] validate])
            return ValidationCases.Run(validate);
        if (arguments is ["opf", .. string[] opf])
            return OptimalFlowCases.Run(opf);
        Console.Error.WriteLine("usage: opf --data FOLDER --page FILE [--repeat N]\n       lp [--trace] [--threads N] [--repeat N] [--optima optima.csv] FILE.mps[.gz] …\n       validate --data FOLDER --bench FOLDER --page FILE\n       read [--repeat N] [--threads N] FILE.mps[.gz] …\n"
            + "       fuzz [--count N] [--seed S] [--threads N] [--corpus FOLDER]\n"
            + "       fuzz formats [--count N] [--seed S] [--reader NAME,…]\n"
            + "       run [--repeat N] [--] PKG [options of corridor run]\n"
            + "       model --case gas_N_T|power_N_T [--threads N] [--build-only]\n       generate --case gas_N_T|power_N_T --out FILE.mps\n"
            + "       contingencies [--case gas_N_T] [--count N] [--threads N] [--repeat N] [--edges] [--cold] [--each]\n       hydraulics [--repeat N] [--threads N] [PIPES …]\n       transient FOLDER [NOMINATION.scn]\n       powerflow [--outages] [--threads N] [--repeat N] CASE.m …");
        return 2;
    }
}
