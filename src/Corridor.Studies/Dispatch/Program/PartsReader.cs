using Corridor.Studies.Compilation;

namespace Corridor.Studies.Dispatch.Program;

/// <summary>Adds up the parts of the objective from the flows.</summary>
internal sealed class PartsReader(CompiledNetwork network, double[] days)
{
    public ObjectiveParts Read(
        SupplyResult[] supplies, DemandResult[] demands, ArcResult[] arcs, StorageResult[] storages, ConverterResult[] converters, ContractResult[] contracts, double[][] measures, double penalties)
    {
        double supply = 0, transport = 0, storage = 0, conversion = 0, co2 = 0, levies = 0, givenUp = 0, curtailment = 0, measured = 0, paid = 0, channelCost = 0;
        for (int s = 0; s < supplies.Length; s++)
        {
            CompiledSupply row = network.Supplies[s];
            for (int k = 0; k < row.Steps.Count; k++)
                supply += Cost(supplies[s].StepOutput[k], row.Steps[k].Price);
            if (row.CostSlope is { } slope)
                supply += Cost([.. supplies[s].Output.Select(q => 0.5 * q * q)], slope);
            for (int t = 0; row.StandingCost is not null && t < days.Length; t++)
                supply += row.StandingCost[t] * days[t];
            levies += Cost(supplies[s].Output, row.Levy);
        }

        for (int d = 0; d < demands.Length; d++)
        {
            if (network.Demands[d].CurtailmentCost is { } cost)
                curtailment += Cost(demands[d].Curtailed, cost);
            for (int k = 0; k < network.Demands[d].Steps.Count; k++)
                givenUp += Cost(demands[d].GivenUp[k], network.Demands[d].Steps[k].Price);
        }

        for (int a = 0; a < arcs.Length; a++)
        {
            for (int direction = 0; direction < 2; direction++)
            {
                transport += Cost(arcs[a].Flow[direction], network.Arcs[a].Cost[direction]);
                levies += Cost(arcs[a].Flow[direction], network.Arcs[a].Levy[direction]);
            }
        }

        for (int s = 0; s < storages.Length; s++)
        {
            CompiledStorage row = network.Storages[s];
            storage += Cost(storages[s].Injection, row.InjectionCost) + Cost(storages[s].Withdrawal, row.WithdrawalCost);
            levies += Cost(storages[s].Injection, row.InjectionLevy) + Cost(storages[s].Withdrawal, row.WithdrawalLevy);
        }

        for (int c = 0; c < converters.Length; c++)
        {
            conversion += Cost(converters[c].Activity, network.Converters[c].Cost);
            co2 += Cost(converters[c].Activity, network.Converters[c].Co2Cost);
            levies += Cost(converters[c].Activity, network.Converters[c].Levy);
        }

        for (int m = 0; m < measures.Length; m++)
            measured += Cost(measures[m], network.Measures[m].Cost);
        for (int k = 0; k < contracts.Length; k++)
        {
            CompiledContract row = network.Contracts[k];
            double price = row.HasPrice ? Math.Max(0, row.AveragePrice) : 0;
            paid += contracts[k].Years.Sum(y => price * (y.Shortfall - (LedgerPart.MakeUpCredit * y.MakeUpTaken)));
            if (row is { Booked: { } booked, ShipOrPayTariff: { } tariff })
                paid += Cost([.. contracts[k].Delivered.Select((d, t) => Math.Max(d, booked[t]))], tariff);
            for (int part = 0; part < row.Parts; part++)
                levies += Cost(contracts[k].ByChannel[part], row.Levy[part]);
            for (int part = 0; part < row.Channels.Count; part++)
                channelCost += network.Channels[row.Channels[part]].Cost * Cost(contracts[k].ByChannel[part], row.Price);
        }

        return new ObjectiveParts(supply, transport, storage, conversion, co2, levies, givenUp, curtailment, measured, paid, channelCost, penalties);
    }

    private double Cost(double[] rate, double[] price)
    {
        double sum = 0;
        for (int t = 0; t < days.Length; t++)
            sum += rate[t] * price[t] * days[t];
        return sum;
    }
}
