"""The pages docs/scenarios/NAME.md: one module a scenario, figures from runs."""
