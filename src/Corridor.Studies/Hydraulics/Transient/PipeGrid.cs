namespace Corridor.Studies.Hydraulics.Transient;

/// <summary>Geometry, gas and friction of all pipes of a run, and where their points stand.</summary>
internal sealed class PipeGrid
{
    internal PipeGrid(IReadOnlyList<GridPipe> pipes)
    {
        Count = pipes.Count;
        Pipes = pipes;
        PointStart = new int[Count + 1];
        From = new int[Count];
        To = new int[Count];
        CellLength = new double[Count];
        Area = new double[Count];
        CellRise = new double[Count];
        FrictionFactor = new double[Count];
        ExtraFactor = new double[Count];
        DragCoefficient = new double[Count];
        ReynoldsPerFlow = new double[Count];
        RelativeRoughness = new double[Count];
        Gas = new DensityTable[Count];
        for (int k = 0; k < Count; k++)
        {
            GridPipe pipe = pipes[k];
            PointStart[k + 1] = PointStart[k] + pipe.Cells + 1;
            From[k] = pipe.From;
            To[k] = pipe.To;
            CellLength[k] = pipe.Length / pipe.Cells;
            Area[k] = 0.25 * Math.PI * pipe.Diameter * pipe.Diameter;
            CellRise[k] = pipe.Rise / pipe.Cells;
            ExtraFactor[k] = pipe.LossPerLength * pipe.Diameter;
            FrictionFactor[k] = pipe.FrictionFactor + ExtraFactor[k];
            DragCoefficient[k] = CellLength[k] / (2.0 * pipe.Diameter * Area[k]);
            ReynoldsPerFlow[k] = pipe.Diameter / (Area[k] * pipe.Viscosity);
            RelativeRoughness[k] = pipe.Roughness / pipe.Diameter;
            Gas[k] = pipe.Gas;
        }
    }

    internal int Count { get; }

    internal IReadOnlyList<GridPipe> Pipes { get; }

    internal int PointCount => PointStart[Count];

    internal int CellCount => PointStart[Count] - Count;

    internal int[] PointStart { get; }

    internal int[] From { get; }

    internal int[] To { get; }

    internal double[] CellLength { get; }

    internal double[] Area { get; }

    internal double[] CellRise { get; }

    /// <summary>Friction factor with the fittings' share; NaN where it follows from the flow.</summary>
    internal double[] FrictionFactor { get; }

    /// <summary>The fittings' share of the friction factor.</summary>
    internal double[] ExtraFactor { get; }

    internal double[] DragCoefficient { get; }

    internal double[] ReynoldsPerFlow { get; }

    internal double[] RelativeRoughness { get; }

    internal DensityTable[] Gas { get; }
}
