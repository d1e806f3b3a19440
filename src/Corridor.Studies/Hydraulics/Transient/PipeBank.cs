using Corridor.Studies.Hydraulics.Laws;

namespace Corridor.Studies.Hydraulics.Transient;

/// <summary>
/// All pipes of a run on their grids: the box scheme's two equations for each cell, their linearisation, the elimination of everything inside a pipe
/// down to its two ends, and the way back. Points and cells of all pipes stand one after another.
/// </summary>
/// <remarks>
/// With pressures p and flows q at the two ends L, R of a cell, a stage of weight a solves
/// <c>A·Δx·(ρ_L+ρ_R)/2 + a·(q_R − q_L) = m̂</c> and <c>Δx·(q_L+q_R)/2 + a·F = ĵ</c> with the force
/// <c>F = A·(p_R−p_L) + Δx·λ·q̄|q̄|/(2·D·A·ρ̄) + A·ρ̄·g·Δh + [q²/(ρA)]</c>. The two rows are solved for the changes of q_L and q_R as functions of those
/// of p_L and p_R; cells in series then lose the pressure between them one by one, as resistances do.
/// </remarks>
internal sealed class PipeBank
{
    private readonly PipeGrid _grid;
    private readonly IFrictionLaw? _friction;
    private readonly double _gravity;
    private readonly bool _convects;
    private readonly double[] _density;
    private readonly double[] _slope;
    private readonly double[] _massHat;
    private readonly double[] _impulseHat;
    private readonly double[][] _outflow;
    private readonly double[][] _force;
    private readonly double[] _left;
    private readonly double[] _leftByLeft;
    private readonly double[] _leftByRight;
    private readonly double[] _inner;
    private readonly double[] _innerByStart;
    private readonly double[] _innerByNext;

    internal PipeBank(PipeGrid grid, IFrictionLaw? friction, double gravity, bool convects)
    {
        _grid = grid;
        _friction = friction;
        _gravity = gravity;
        _convects = convects;
        int points = grid.PointCount;
        int cells = grid.CellCount;
        Pressure = new double[points];
        Flow = new double[points];
        PressureChange = new double[points];
        FlowChange = new double[points];
        OldPressure = new double[points];
        OldFlow = new double[points];
        Mass = new double[cells];
        Ports = new PipePorts[grid.Count];
        _density = new double[points];
        _slope = new double[points];
        _massHat = new double[cells];
        _impulseHat = new double[cells];
        _outflow = [new double[cells], new double[cells], new double[cells]];
        _force = [new double[cells], new double[cells], new double[cells]];
        _left = new double[cells];
        _leftByLeft = new double[cells];
        _leftByRight = new double[cells];
        _inner = new double[points];
        _innerByStart = new double[points];
        _innerByNext = new double[points];
    }

    /// <summary>Pressures at the points [Pa].</summary>
    internal double[] Pressure { get; }

    /// <summary>Flows at the points [kg/s].</summary>
    internal double[] Flow { get; }

    /// <summary>Pressures at the start of the step [Pa].</summary>
    internal double[] OldPressure { get; }

    /// <summary>Flows at the start of the step [kg/s].</summary>
    internal double[] OldFlow { get; }

    /// <summary>Newton's change of the pressures [Pa].</summary>
    internal double[] PressureChange { get; }

    /// <summary>Newton's change of the flows [kg/s].</summary>
    internal double[] FlowChange { get; }

    /// <summary>
    /// Mass of each cell at the start of the step [kg], carried on by the flows across its ends: an error of the last Newton iteration is corrected by the
    /// next step and never adds up.
    /// </summary>
    internal double[] Mass { get; }

    /// <summary>Pipe with the greatest error of the last estimate; −1 where there is none.</summary>
    internal int WorstPipe { get; private set; } = -1;

    /// <summary>What is left of each pipe for the nodes.</summary>
    internal PipePorts[] Ports { get; }

    /// <summary>Mass in a pipe by the densities of its points [kg].</summary>
    internal double Linepack(int pipe)
    {
        int first = _grid.PointStart[pipe];
        int last = _grid.PointStart[pipe + 1] - 1;
        DensityTable gas = _grid.Gas[pipe];
        double sum = 0.5 * (gas.At(Pressure[first], out _) + gas.At(Pressure[last], out _));
        for (int i = first + 1; i < last; i++)
            sum += gas.At(Pressure[i], out _);
        return sum * _grid.Area[pipe] * _grid.CellLength[pipe];
    }

    /// <summary>Takes the masses of the cells from their densities: at the start of a run.</summary>
    internal void WeighCells()
    {
        for (int pipe = 0; pipe < _grid.Count; pipe++)
        {
            DensityTable gas = _grid.Gas[pipe];
            double half = 0.5 * _grid.Area[pipe] * _grid.CellLength[pipe];
            for (int i = _grid.PointStart[pipe]; i < _grid.PointStart[pipe + 1] - 1; i++)
                Mass[i - pipe] = half * (gas.At(Pressure[i], out _) + gas.At(Pressure[i + 1], out _));
        }
    }

    /// <summary>Keeps the state at the start of a step.</summary>
    internal void BeginStep()
    {
        Pressure.AsSpan().CopyTo(OldPressure);
        Flow.AsSpan().CopyTo(OldFlow);
    }

    /// <summary>Puts the state back to the start of the step.</summary>
    internal void Restore()
    {
        OldPressure.AsSpan().CopyTo(Pressure);
        OldFlow.AsSpan().CopyTo(Flow);
    }

    /// <summary>Keeps the rates of change at the present state as those of a stage.</summary>
    internal void KeepRates(int stage)
    {
        double[] outflow = _outflow[stage];
        double[] force = _force[stage];
        for (int pipe = 0; pipe < _grid.Count; pipe++)
        {
            Densities(pipe);
            for (int i = _grid.PointStart[pipe]; i < _grid.PointStart[pipe + 1] - 1; i++)
            {
                outflow[i - pipe] = Flow[i + 1] - Flow[i];
                force[i - pipe] = Force(pipe, i, out _, out _, out _, out _);
            }
        }
    }

    /// <summary>The right-hand sides of a stage: the state at the start less the rates of the stages before, each times its weight [s].</summary>
    internal void BeginStage(double weight0, double weight1)
    {
        for (int pipe = 0; pipe < _grid.Count; pipe++)
        {
            double half = 0.5 * _grid.CellLength[pipe];
            for (int i = _grid.PointStart[pipe]; i < _grid.PointStart[pipe + 1] - 1; i++)
            {
                int c = i - pipe;
                double mass = Mass[c];
                double impulse = half * (OldFlow[i] + OldFlow[i + 1]);
                if (weight0 != 0.0)
                {
                    mass -= weight0 * _outflow[0][c];
                    impulse -= weight0 * _force[0][c];
                }

                if (weight1 != 0.0)
                {
                    mass -= weight1 * _outflow[1][c];
                    impulse -= weight1 * _force[1][c];
                }

                _massHat[c] = mass;
                _impulseHat[c] = impulse;
            }
        }
    }

    /// <summary>Ends a step: the masses of the cells go on by the flows of its stages, each times its weight [s].</summary>
    internal void EndStep(double weight0, double weight1, double weight2)
    {
        for (int c = 0; c < Mass.Length; c++)
            Mass[c] -= (weight0 * _outflow[0][c]) + (weight1 * _outflow[1][c]) + (weight2 * _outflow[2][c]);
    }

    /// <summary>Root of the mean of squares over all cells of an error of masses and impulses, relative to the tolerance times pressures and the greatest flow.</summary>
    internal double ErrorNorm(double weight0, double weight1, double weight2, double tolerance, double flowScale)
    {
        double sum = 0.0;
        double worst = 0.0;
        WorstPipe = -1;
        foreach (double flow in Flow)
            flowScale = Math.Max(flowScale, Math.Abs(flow));
        for (int pipe = 0; pipe < _grid.Count; pipe++)
        {
            DensityTable gas = _grid.Gas[pipe];
            double volume = _grid.Area[pipe] * _grid.CellLength[pipe];
            for (int i = _grid.PointStart[pipe]; i < _grid.PointStart[pipe + 1] - 1; i++)
            {
                int c = i - pipe;
                double density = gas.At(Pressure[i], out _);
                double mass = (weight0 * _outflow[0][c]) + (weight1 * _outflow[1][c]) + (weight2 * _outflow[2][c]);
                double impulse = (weight0 * _force[0][c]) + (weight1 * _force[1][c]) + (weight2 * _force[2][c]);
                double pressureError = mass / (volume * density * tolerance);
                double flowError = impulse / (_grid.CellLength[pipe] * flowScale * tolerance);
                double square = (pressureError * pressureError) + (flowError * flowError);
                sum += square;
                if (square > worst)
                {
                    worst = square;
                    WorstPipe = pipe;
                }
            }
        }

        return Math.Sqrt(sum / Math.Max(1, 2 * Mass.Length));
    }

    /// <summary>Linearises all cells at the present state and eliminates the inside of every pipe.</summary>
    /// <param name="weight">Weight a of the stage [s], > 0.</param>
    internal void Condense(double weight)
    {
        for (int pipe = 0; pipe < _grid.Count; pipe++)
            CondensePipe(pipe, weight);
    }

    /// <summary>The changes inside a pipe that follow from those of the pressures at its ends [Pa].</summary>
    internal void Expand(int pipe, double startChange, double endChange)
    {
        int first = _grid.PointStart[pipe];
        int last = _grid.PointStart[pipe + 1] - 1;
        PressureChange[first] = startChange;
        PressureChange[last] = endChange;
        for (int i = last - 1; i > first; i--)
            PressureChange[i] = _inner[i] + (_innerByStart[i] * startChange) + (_innerByNext[i] * PressureChange[i + 1]);
        for (int i = first; i < last; i++)
        {
            int c = i - pipe;
            FlowChange[i] = _left[c] + (_leftByLeft[c] * PressureChange[i]) + (_leftByRight[c] * PressureChange[i + 1]);
        }

        ref readonly PipePorts ports = ref Ports[pipe];
        FlowChange[last] = ports.End + (ports.EndByStart * startChange) + (ports.EndByEnd * endChange);
    }

    /// <summary>Greatest residuals of the stage at the present state, relative to the mass of a cell and to its forces.</summary>
    internal double Residual(double weight, double flowScale)
    {
        double worst = 0.0;
        for (int pipe = 0; pipe < _grid.Count; pipe++)
        {
            Densities(pipe);
            double half = 0.5 * _grid.CellLength[pipe];
            double massScale = _grid.Area[pipe] * half;
            for (int i = _grid.PointStart[pipe]; i < _grid.PointStart[pipe + 1] - 1; i++)
            {
                int c = i - pipe;
                double mass = (massScale * (_density[i] + _density[i + 1])) + (weight * (Flow[i + 1] - Flow[i])) - _massHat[c];
                double impulse = (half * (Flow[i] + Flow[i + 1])) + (weight * Force(pipe, i, out _, out _, out _, out _)) - _impulseHat[c];
                double force = _grid.Area[pipe] * Pressure[i];
                worst = Math.Max(worst, Math.Abs(mass) / (Math.Abs(_massHat[c]) + (weight * flowScale)));
                worst = Math.Max(worst, Math.Abs(impulse) / ((2.0 * half * flowScale) + (weight * force)));
            }
        }

        return worst;
    }

    private void CondensePipe(int pipe, double weight)
    {
        Densities(pipe);
        int first = _grid.PointStart[pipe];
        int cells = _grid.PointStart[pipe + 1] - 1 - first;
        double half = 0.5 * _grid.CellLength[pipe];
        double volume = half * _grid.Area[pipe];
        PipePorts ports = default;
        for (int k = 0; k < cells; k++)
        {
            int i = first + k;
            int c = i - pipe;
            double force = Force(pipe, i, out double byLeftFlow, out double byRightFlow, out double byLeft, out double byRight);
            double r1 = (volume * (_density[i] + _density[i + 1])) + (weight * (Flow[i + 1] - Flow[i])) - _massHat[c];
            double r2 = (half * (Flow[i] + Flow[i + 1])) + (weight * force) - _impulseHat[c];
            double m21 = half + (weight * byLeftFlow);
            double m22 = half + (weight * byRightFlow);

            // [−a a; m21 m22]·(δq_L, δq_R) = −(r1, r2) − (c_L δp_L + c_R δp_R, a(F_L δp_L + F_R δp_R)).
            double inverse = 1.0 / (weight * (m21 + m22));
            double l1 = -m22 * inverse;
            double l2 = weight * inverse;
            double e1 = m21 * inverse;
            double massByLeft = volume * _slope[i];
            double massByRight = volume * _slope[i + 1];
            double forceByLeft = weight * byLeft;
            double forceByRight = weight * byRight;
            double left = -((l1 * r1) + (l2 * r2));
            double leftByLeft = -((l1 * massByLeft) + (l2 * forceByLeft));
            double leftByRight = -((l1 * massByRight) + (l2 * forceByRight));
            double right = -((e1 * r1) + (l2 * r2));
            double rightByLeft = -((e1 * massByLeft) + (l2 * forceByLeft));
            double rightByRight = -((e1 * massByRight) + (l2 * forceByRight));
            _left[c] = left;
            _leftByLeft[c] = leftByLeft;
            _leftByRight[c] = leftByRight;
            if (k == 0)
            {
                ports = new PipePorts(left, leftByLeft, leftByRight, right, rightByLeft, rightByRight);
                continue;
            }

            // The pressure between what is eliminated so far and this cell: its flow is the same from both sides.
            double pivot = 1.0 / (ports.EndByEnd - leftByLeft);
            double inner = (left - ports.End) * pivot;
            double byStart = -ports.EndByStart * pivot;
            double byNext = leftByRight * pivot;
            _inner[i] = inner;
            _innerByStart[i] = byStart;
            _innerByNext[i] = byNext;
            ports = new PipePorts(
                ports.Start + (ports.StartByEnd * inner),
                ports.StartByStart + (ports.StartByEnd * byStart),
                ports.StartByEnd * byNext,
                right + (rightByLeft * inner),
                rightByLeft * byStart,
                rightByRight + (rightByLeft * byNext));
        }

        Ports[pipe] = ports;
    }

    private void Densities(int pipe)
    {
        DensityTable gas = _grid.Gas[pipe];
        for (int i = _grid.PointStart[pipe]; i < _grid.PointStart[pipe + 1]; i++)
            _density[i] = gas.At(Pressure[i], out _slope[i]);
    }

    private double Force(int pipe, int i, out double byLeftFlow, out double byRightFlow, out double byLeft, out double byRight)
    {
        double area = _grid.Area[pipe];
        double flow = 0.5 * (Flow[i] + Flow[i + 1]);
        double density = 0.5 * (_density[i] + _density[i + 1]);
        double size = Math.Abs(flow);
        double factor = _grid.FrictionFactor[pipe];
        double factorSlope = 0.0;
        if (double.IsNaN(factor))
        {
            double perFlow = _grid.ReynoldsPerFlow[pipe];
            double reynolds = Math.Max(1.0, size * perFlow);
            factor = _friction!.Factor(reynolds, _grid.RelativeRoughness[pipe], out double derivative) + _grid.ExtraFactor[pipe];
            factorSlope = size * perFlow > 1.0 ? derivative * perFlow : 0.0;
        }

        double drag = _grid.DragCoefficient[pipe] * size * flow / density;
        double friction = factor * drag;
        double lift = 0.5 * area * _gravity * _grid.CellRise[pipe];
        double byFlow = 0.5 * ((2.0 * factor * _grid.DragCoefficient[pipe] * size / density) + (factorSlope * Math.Abs(drag)));
        double byDensity = (-0.5 * friction / density) + lift;
        byLeftFlow = byFlow;
        byRightFlow = byFlow;
        byLeft = (byDensity * _slope[i]) - area;
        byRight = (byDensity * _slope[i + 1]) + area;
        double force = (area * (Pressure[i + 1] - Pressure[i])) + friction + (2.0 * lift * density);
        if (_convects)
        {
            double leftSpeed = Flow[i] / (_density[i] * area);
            double rightSpeed = Flow[i + 1] / (_density[i + 1] * area);
            force += (Flow[i + 1] * rightSpeed) - (Flow[i] * leftSpeed);
            byLeftFlow -= 2.0 * leftSpeed;
            byRightFlow += 2.0 * rightSpeed;
            byLeft += leftSpeed * leftSpeed * area * _slope[i];
            byRight -= rightSpeed * rightSpeed * area * _slope[i + 1];
        }

        return force;
    }
}
