"""Several runs, one after the other in time, read as one."""


class Joined:
    def __init__(self, runs):
        self.runs = runs
        self.days = {period: days for run in runs for period, days in run.days.items()}

    def __getattr__(self, name):
        def added(*arguments):
            return sum(getattr(run, name)(*arguments) for run in self.runs)
        return added

    def price(self, node, window):
        days = [sum(d for period, d in run.days.items() if window[0] <= period < window[1]) for run in self.runs]
        return sum(run.price(node, window) * d for run, d in zip(self.runs, days) if d) / sum(days)

    def curtailed(self):
        return {key: value for run in self.runs for key, value in run.curtailed().items()}

    @property
    def cost(self):
        return sum(run.cost for run in self.runs)
