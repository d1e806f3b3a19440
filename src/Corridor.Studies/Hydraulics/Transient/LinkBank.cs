using Corridor.Model.Hydraulics;

namespace Corridor.Studies.Hydraulics.Transient;

/// <summary>What holds at an element without volume.</summary>
internal enum LinkRegime : byte
{
    /// <summary>Nothing flows, by order.</summary>
    Closed,

    /// <summary>Gas passes, with the element's own loss: both ways where it has no fixed loss, forwards where it has one.</summary>
    Open,

    /// <summary>Gas passes backwards through an element with a fixed loss.</summary>
    Backwards,

    /// <summary>Nothing passes because the pressures differ by less than the fixed loss.</summary>
    Still,

    /// <summary>The pressure behind it is a function of the one before it.</summary>
    Target,

    /// <summary>Nothing flows because it would flow backwards.</summary>
    Shut,

    /// <summary>The flow is the set point.</summary>
    FlowHeld,

    /// <summary>The flow cannot be the set point: the pressures on both sides are equal.</summary>
    Equal,

    /// <summary>The flow cannot be the set point: the pressure behind it is the highest that it can reach.</summary>
    Cap,
}

/// <summary>All elements without volume: short pipes, valves, resistors, regulators, compressor stations, pumps.</summary>
internal sealed class LinkBank
{
    private readonly IReadOnlyList<LinkLaw> _laws;

    internal LinkBank(IReadOnlyList<LinkLaw> laws)
    {
        _laws = laws;
        Count = laws.Count;
        From = [.. laws.Select(law => law.From)];
        To = [.. laws.Select(law => law.To)];
        Flow = new double[Count];
        OldFlow = new double[Count];
        Change = new double[Count];
        Regime = new LinkRegime[Count];
        OldRegime = new LinkRegime[Count];
        Switches = new byte[Count];
        Mode = new StationMode[Count];
        Value = new double[Count];
    }

    internal int Count { get; }

    internal int[] From { get; }

    internal int[] To { get; }

    internal double[] Flow { get; }

    internal double[] OldFlow { get; }

    internal double[] Change { get; }

    internal LinkRegime[] Regime { get; }

    internal LinkRegime[] OldRegime { get; }

    internal byte[] Switches { get; }

    /// <summary>What each element is asked to do.</summary>
    internal StationMode[] Mode { get; }

    /// <summary>Its set point.</summary>
    internal double[] Value { get; }

    internal LinkLaw Law(int link) => _laws[link];

    /// <summary>Pressures before and behind the machine of an element [Pa].</summary>
    internal (double Inlet, double Outlet) Machine(int link, double[] pressure) =>
        (_laws[link].Enter(pressure[From[link]], Flow[link], out _, out _), _laws[link].Behind(pressure[To[link]], Flow[link], out _, out _));

    internal void BeginStep()
    {
        Flow.AsSpan().CopyTo(OldFlow);
        Regime.AsSpan().CopyTo(OldRegime);
    }

    internal void Restore()
    {
        OldFlow.AsSpan().CopyTo(Flow);
        OldRegime.AsSpan().CopyTo(Regime);
    }

    internal void BeginStage() => Switches.AsSpan().Clear();

    /// <summary>Orders an element to do something; its regime begins anew.</summary>
    internal void Order(int link, StationMode mode, double value)
    {
        Value[link] = value;
        if (Mode[link] == mode && Regime[link] != LinkRegime.Closed)
            return;
        Mode[link] = mode;
        Regime[link] = mode switch
        {
            StationMode.Closed => LinkRegime.Closed,
            StationMode.Bypass => LinkRegime.Open,
            StationMode.Flow => LinkRegime.FlowHeld,
            _ => LinkRegime.Target,
        };
    }

    /// <summary>The element's equation at the present state and its slopes; in pascal, or in kg/s where the flow is held.</summary>
    internal double Equation(int link, double from, double to, out double byFrom, out double byTo, out double byFlow)
    {
        LinkLaw law = _laws[link];
        double flow = Flow[link];
        switch (Regime[link])
        {
            case LinkRegime.Closed:
            case LinkRegime.Shut:
            case LinkRegime.Still:
                byFrom = 0.0;
                byTo = 0.0;
                byFlow = 1.0;
                return flow;
            case LinkRegime.FlowHeld:
                byFrom = 0.0;
                byTo = 0.0;
                byFlow = 1.0;
                return flow - Value[link];
            case LinkRegime.Target when Mode[link] == StationMode.InletPressure:
                return HeldBefore(link, from, to, out byFrom, out byTo, out byFlow);
            case LinkRegime.Target:
            case LinkRegime.Cap:
            case LinkRegime.Equal:
                double reached = Reach(Regime[link], link, from, flow, out byFrom, out byFlow);
                byFrom = -byFrom;
                byTo = 1.0;
                byFlow = LinkLaw.Leak - byFlow;
                return to - reached + (LinkLaw.Leak * flow);
            case LinkRegime.Open when law.HasMachine:
                byFrom = 1.0;
                byTo = -1.0;
                byFlow = -LinkLaw.Leak;
                return from - to - (LinkLaw.Leak * flow);
            default:
                double loss = law.Loss(from, to, flow, Regime[link] == LinkRegime.Backwards, out double lossByFrom, out double lossByTo, out double lossByFlow);
                byFrom = 1.0 - lossByFrom;
                byTo = -1.0 - lossByTo;
                byFlow = -lossByFlow - LinkLaw.Leak;
                return from - to - loss - (LinkLaw.Leak * flow);
        }
    }

    /// <summary>Pressure at the second node that a machine with its losses brings about in a regime [Pa].</summary>
    private double Reach(LinkRegime regime, int link, double from, double flow, out double byFrom, out double byFlow)
    {
        LinkLaw law = _laws[link];
        double before = law.Enter(from, flow, out double beforeByFrom, out double beforeByFlow);
        double byBefore = 1.0;
        double byOwn = 0.0;
        double behind = regime switch
        {
            LinkRegime.Target => law.Target(Mode[link], Value[link], before, flow, out byBefore, out byOwn),
            LinkRegime.Cap => law.Cap(before, out byBefore),
            _ => before,
        };
        double reached = law.Leave(behind, flow, out double byBehind, out double reachedByFlow);
        byFrom = byBehind * byBefore * beforeByFrom;
        byFlow = (byBehind * ((byBefore * beforeByFlow) + byOwn)) + reachedByFlow;
        return reached;
    }

    private double Reach(LinkRegime regime, int link, double from) => Reach(regime, link, from, Math.Max(0.0, Flow[link]), out _, out _);

    /// <summary>What the pressure before the machine misses of the one that it holds there [Pa].</summary>
    private double HeldBefore(int link, double from, double to, out double byFrom, out double byTo, out double byFlow)
    {
        LinkLaw law = _laws[link];
        double before = law.Enter(from, Flow[link], out byFrom, out double beforeByFlow);
        double behind = law.Behind(to, Flow[link], out double behindByTo, out double behindByFlow);
        double inlet = law.Inlet(Value[link], behind, out double byBehind);
        byTo = -byBehind * behindByTo;
        byFlow = beforeByFlow - (byBehind * behindByFlow) - LinkLaw.Leak;
        return before - inlet - (LinkLaw.Leak * Flow[link]);
    }

    /// <summary>Puts an element into the regime that its present pressures and flow ask for.</summary>
    /// <returns>Whether the regime has changed.</returns>
    internal bool Update(int link, double from, double to, double flowScale)
    {
        LinkRegime before = Regime[link];
        if (IsSettled(link))
            return false;
        LinkRegime after = Next(link, from, to, 1e-9 * flowScale);
        if (after == before || Switches[link] >= 6)
            return false;
        Switches[link]++;
        Regime[link] = after;
        return true;
    }

    /// <summary>Whether the regime of an element fits its pressures and flow.</summary>
    internal bool Fits(int link, double from, double to, double flowScale) =>
        IsSettled(link) || Switches[link] < 6 || Next(link, from, to, 1e-6 * flowScale) == Regime[link];

    private bool IsSettled(int link) =>
        Regime[link] == LinkRegime.Closed || (Regime[link] == LinkRegime.Open && (_laws[link].HasMachine || _laws[link].Fixed == 0.0));

    private LinkRegime Next(int link, double from, double to, double slack)
    {
        LinkLaw law = _laws[link];
        double flow = Flow[link];
        double pressureSlack = 1e-9 * Math.Max(from, to);
        double set = Value[link];
        switch (Regime[link])
        {
            case LinkRegime.Open:
                return flow < -slack ? LinkRegime.Still : LinkRegime.Open;
            case LinkRegime.Backwards:
                return flow > slack ? LinkRegime.Still : LinkRegime.Backwards;
            case LinkRegime.Still:
                return from - to > law.Fixed + pressureSlack ? LinkRegime.Open
                    : to - from > law.Fixed + pressureSlack ? LinkRegime.Backwards : LinkRegime.Still;
            case LinkRegime.Target:
                return flow < -slack ? LinkRegime.Shut : LinkRegime.Target;
            case LinkRegime.Shut when Mode[link] == StationMode.Flow:
                LinkRegime other = law.IsCompressor ? LinkRegime.Cap : LinkRegime.Equal;
                return to < Reach(other, link, from) - pressureSlack ? other : LinkRegime.Shut;
            case LinkRegime.Shut when Mode[link] == StationMode.InletPressure:
                return HeldBefore(link, from, to, out _, out _, out _) > pressureSlack ? LinkRegime.Target : LinkRegime.Shut;
            case LinkRegime.Shut:
                return to < Reach(LinkRegime.Target, link, from) - pressureSlack ? LinkRegime.Target : LinkRegime.Shut;
            case LinkRegime.FlowHeld when law.IsCompressor:
                return to < Reach(LinkRegime.Equal, link, from) - pressureSlack ? LinkRegime.Equal
                    : to > Reach(LinkRegime.Cap, link, from) + pressureSlack ? LinkRegime.Cap : LinkRegime.FlowHeld;
            case LinkRegime.FlowHeld:
                return to > Reach(LinkRegime.Equal, link, from) + pressureSlack ? LinkRegime.Equal : LinkRegime.FlowHeld;
            case LinkRegime.Equal when law.IsCompressor:
                return flow < set - slack ? LinkRegime.FlowHeld : LinkRegime.Equal;
            case LinkRegime.Equal:
                return flow > set + slack ? LinkRegime.FlowHeld : flow < -slack ? LinkRegime.Shut : LinkRegime.Equal;
            default:
                return flow > set + slack ? LinkRegime.FlowHeld : flow < -slack ? LinkRegime.Shut : LinkRegime.Cap;
        }
    }
}
