"""Figures and tables as Markdown."""


def fig(value, unit=""):
    """A figure with three significant digits; whole from a thousand up."""
    if value is None:
        return "–"
    size = abs(value)
    if size < 5e-4:
        text = "0"
    elif size >= 999.5:
        digits = 10 ** max(0, len(str(int(size))) - 3)
        text = f"{round(value / digits) * digits:,.0f}"
    else:
        places = 0 if size >= 99.95 else 1 if size >= 9.995 else 2 if size >= 0.9995 else 3
        text = f"{value:.{places}f}"
    return (text.replace("-", "−") + (" " + unit if unit else "")).strip()


def change(value, unit=""):
    """A difference, with its sign."""
    text = fig(value, unit)
    return "±0" + (" " + unit if unit else "") if text.split(" ")[0] == "0" else text if value < 0 else "+" + text


def more(value, unit=""):
    """A difference in words: 2.65 bcm more."""
    return "as much" if fig(abs(value)) == "0" else f"{fig(abs(value), unit)} {'less' if value < 0 else 'more'}"


def percent(value):
    return fig(100 * value, "%")


def table(head, rows):
    """A table; the first column is text, the others are aligned to the right where they hold figures."""
    def figure(cell):
        return cell[:1] in "0123456789−+±–" and cell[:1] != ""

    columns = list(zip(*rows)) if rows else [()] * len(head)
    marks = ["---:" if i and column and all(figure(str(c)) for c in column) else "---" for i, column in enumerate(columns)]
    lines = ["| " + " | ".join(head) + " |", "|" + "|".join(marks) + "|"]
    return "\n".join(lines + ["| " + " | ".join(str(c) for c in row) + " |" for row in rows]) + "\n"
