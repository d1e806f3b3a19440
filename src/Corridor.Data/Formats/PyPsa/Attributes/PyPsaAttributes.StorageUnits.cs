using static Corridor.Data.Formats.PyPsa.Attributes.PyPsaFate;
using static Corridor.Data.Formats.PyPsa.Attributes.PyPsaKind;

namespace Corridor.Data.Formats.PyPsa.Attributes;

/// <summary>Attributes of <c>storage_units</c>.</summary>
internal static partial class PyPsaAttributes
{
    private static readonly PyPsaAttribute[] StorageUnits =
    [
        new("storage_units", "name", Text, false, "", "", Active, "id and name"),
        new("storage_units", "bus", Text, false, "", "", Active, "storages.node"),
        new("storage_units", "control", Text, false, "", "PQ", Active, "power_nodes.control"),
        new("storage_units", "type", Text, false, "", "", Descriptive, "a placeholder without meaning"),
        new("storage_units", "p_nom", Number, false, "MW", "0", Active, "storages.max_injection and max_withdrawal; expansions.installed"),
        new("storage_units", "p_nom_mod", Number, false, "MW", "0", NotCarried, "capacity is chosen without steps"),
        new("storage_units", "p_nom_extendable", Flag, false, "", "False", Active, "expansions.asset"),
        new("storage_units", "p_nom_min", Number, false, "MW", "0", Active, "expansions.capacity_min"),
        new("storage_units", "p_nom_max", Number, false, "MW", "inf", Active, "expansions.capacity_max"),
        new("storage_units", "p_nom_set", Number, false, "MW", "", Active, "expansions.capacity_min and capacity_max"),
        new("storage_units", "p_min_pu", Number, true, "per unit", "-1", Active, "storages.max_injection"),
        new("storage_units", "p_max_pu", Number, true, "per unit", "1", Active, "storages.max_withdrawal"),
        new("storage_units", "p_set", Number, true, "MW", "", NotCarried, "a set point of the optimisation is not held"),
        new("storage_units", "q_set", Number, true, "MVar", "0", Descriptive, "read by AC power flows of the other program only"),
        new("storage_units", "p_dispatch_set", Number, true, "MW", "NaN", NotCarried, "a set point of the optimisation is not held"),
        new("storage_units", "p_store_set", Number, true, "MW", "NaN", NotCarried, "a set point of the optimisation is not held"),
        new("storage_units", "sign", Number, false, "", "1", Active, "which side of the balance"),
        new("storage_units", "carrier", Text, false, "", "", Active, "note"),
        new("storage_units", "spill_cost", Number, true, "currency/MWh", "0", Active, "supplies.cost of the inflow"),
        new("storage_units", "marginal_cost", Number, true, "currency/MWh", "0", Active, "storages.withdrawal_cost"),
        new("storage_units", "marginal_cost_quadratic", Number, true, "currency/MWh", "0", NotCarried, "a rising cost of withdrawal is not modelled"),
        new("storage_units", "marginal_cost_storage", Number, true, "currency/MWh/h", "0", NotCarried, "a cost of keeping a level is not modelled"),
        new("storage_units", "capital_cost", Number, false, "currency/MW", "0", Active, "expansions.cost"),
        new("storage_units", "overnight_cost", Number, false, "currency/MW", "NaN", Active, "expansions.cost, as annuity"),
        new("storage_units", "discount_rate", Number, false, "per unit", "NaN", Active, "expansions.cost (with overnight_cost)"),
        new("storage_units", "fom_cost", Number, false, "currency/MW", "0", Active, "expansions.cost"),
        new("storage_units", "active", Flag, false, "", "True", Active, "status"),
        new("storage_units", "build_year", Number, false, "year", "0", Descriptive, "has an effect with several investment periods only"),
        new("storage_units", "lifetime", Number, false, "years", "inf", Active, "expansions.cost (with overnight_cost)"),
        new("storage_units", "state_of_charge_initial", Number, false, "MWh", "0", Active, "storages.first_level"),
        new("storage_units", "state_of_charge_initial_per_period", Flag, false, "", "False", Descriptive, "has an effect with several investment periods only"),
        new("storage_units", "state_of_charge_set", Number, true, "MWh", "NaN", NotCarried, "a set point of the optimisation is not held"),
        new("storage_units", "cyclic_state_of_charge", Flag, false, "", "False", Active, "storages.first_level, left empty"),
        new("storage_units", "cyclic_state_of_charge_per_period", Flag, false, "", "False", Descriptive, "has an effect with several investment periods only"),
        new("storage_units", "max_hours", Number, false, "hours", "1", Active, "storages.working_volume"),
        new("storage_units", "efficiency_store", Number, true, "per unit", "1", Active, "storages.injection_loss"),
        new("storage_units", "efficiency_dispatch", Number, true, "per unit", "1", Active, "storages.withdrawal_loss"),
        new("storage_units", "standing_loss", Number, true, "per unit", "0", Active, "storages.standing_loss"),
        new("storage_units", "inflow", Number, true, "MW", "0", Active, "supplies.capacity and profile, at a node of its own"),
        new("storage_units", "p", Number, true, "MW", "0", Result, ""),
        new("storage_units", "p_dispatch", Number, true, "MW", "0", Result, ""),
        new("storage_units", "p_store", Number, true, "MW", "0", Result, ""),
        new("storage_units", "q", Number, true, "MVar", "0", Result, ""),
        new("storage_units", "state_of_charge", Number, true, "MWh", "NaN", Result, ""),
        new("storage_units", "spill", Number, true, "MW", "0", Result, ""),
        new("storage_units", "p_nom_opt", Number, false, "MW", "0", Result, ""),
        new("storage_units", "mu_upper", Number, true, "currency/MWh", "", Result, ""),
        new("storage_units", "mu_lower", Number, true, "currency/MWh", "", Result, ""),
        new("storage_units", "mu_state_of_charge_set", Number, true, "currency/MWh", "", Result, ""),
        new("storage_units", "mu_energy_balance", Number, true, "currency/MWh", "", Result, ""),
        new("storage_units", "capital_cost_piecewise_opt", Number, false, "currency/MW", "0.", Result, ""),
        new("storage_units", "marginal_cost_piecewise_opt", Number, true, "currency/MWh", "0.", Result, ""),
    ];
}
