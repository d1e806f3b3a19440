using static Corridor.Data.Formats.PyPsa.Attributes.PyPsaFate;
using static Corridor.Data.Formats.PyPsa.Attributes.PyPsaKind;

namespace Corridor.Data.Formats.PyPsa.Attributes;

/// <summary>Attributes of <c>stores</c>.</summary>
internal static partial class PyPsaAttributes
{
    private static readonly PyPsaAttribute[] Stores =
    [
        new("stores", "name", Text, false, "", "", Active, "id and name"),
        new("stores", "bus", Text, false, "", "", Active, "storages.node"),
        new("stores", "type", Text, false, "", "", Descriptive, "a placeholder without meaning"),
        new("stores", "carrier", Text, false, "", "", Descriptive, "a label; note"),
        new("stores", "e_nom", Number, false, "MWh", "0", Active, "storages.working_volume; expansions.installed"),
        new("stores", "e_nom_mod", Number, false, "MWh", "0", NotCarried, "capacity is chosen without steps"),
        new("stores", "e_nom_extendable", Flag, false, "", "False", Active, "expansions.asset"),
        new("stores", "e_nom_min", Number, false, "MWh", "0", Active, "expansions.capacity_min"),
        new("stores", "e_nom_max", Number, false, "MWh", "inf", Active, "expansions.capacity_max"),
        new("stores", "e_nom_set", Number, false, "MWh", "", Active, "expansions.capacity_min and capacity_max"),
        new("stores", "e_min_pu", Number, true, "per unit", "0", Active, "storages.min_level"),
        new("stores", "e_max_pu", Number, true, "per unit", "1", Active, "storages.working_volume"),
        new("stores", "e_initial", Number, false, "MWh", "0", Active, "storages.first_level"),
        new("stores", "e_initial_per_period", Flag, false, "", "False", Descriptive, "has an effect with several investment periods only"),
        new("stores", "e_cyclic", Flag, false, "", "False", Active, "storages.first_level, left empty"),
        new("stores", "e_cyclic_per_period", Flag, false, "", "False", Descriptive, "has an effect with several investment periods only"),
        new("stores", "p_set", Number, true, "MW", "", NotCarried, "a set point of the optimisation is not held"),
        new("stores", "q_set", Number, true, "MVar", "0", Descriptive, "read by AC power flows of the other program only"),
        new("stores", "e_set", Number, true, "MWh", "NaN", NotCarried, "a set point of the optimisation is not held"),
        new("stores", "sign", Number, false, "", "1", Active, "which side of the balance"),
        new("stores", "marginal_cost", Number, true, "currency/MWh", "0", Active, "storages.withdrawal_cost"),
        new("stores", "marginal_cost_quadratic", Number, true, "currency/MWh", "0", NotCarried, "a rising cost of withdrawal is not modelled"),
        new("stores", "marginal_cost_storage", Number, true, "currency/MWh/h", "0", NotCarried, "a cost of keeping a level is not modelled"),
        new("stores", "capital_cost", Number, false, "currency/MWh", "0", Active, "expansions.cost"),
        new("stores", "overnight_cost", Number, false, "currency/MWh", "NaN", Active, "expansions.cost, as annuity"),
        new("stores", "discount_rate", Number, false, "per unit", "NaN", Active, "expansions.cost (with overnight_cost)"),
        new("stores", "fom_cost", Number, false, "currency/MWh", "0", Active, "expansions.cost"),
        new("stores", "standing_loss", Number, true, "per unit", "0", Active, "storages.standing_loss"),
        new("stores", "active", Flag, false, "", "True", Active, "status"),
        new("stores", "build_year", Number, false, "year", "0", Descriptive, "has an effect with several investment periods only"),
        new("stores", "lifetime", Number, false, "years", "inf", Active, "expansions.cost (with overnight_cost)"),
        new("stores", "p", Number, true, "MW", "0", Result, ""),
        new("stores", "q", Number, true, "MVar", "0", Result, ""),
        new("stores", "e", Number, true, "MWh", "0", Result, ""),
        new("stores", "e_nom_opt", Number, false, "MWh", "0", Result, ""),
        new("stores", "mu_upper", Number, true, "currency/MWh", "", Result, ""),
        new("stores", "mu_lower", Number, true, "currency/MWh", "", Result, ""),
        new("stores", "mu_energy_balance", Number, true, "currency/MWh", "", Result, ""),
        new("stores", "capital_cost_piecewise_opt", Number, false, "currency/MWh", "0.", Result, ""),
        new("stores", "marginal_cost_piecewise_opt", Number, true, "currency/MWh", "0.", Result, ""),
    ];
}
