"""Why a whole delivery, or a single cell of it, is not taken."""


class DeliveryRefused(Exception):
    """The whole delivery is refused and nothing is written; the message is a Dutch sentence."""


class CellProblem(ValueError):
    """A cell cannot be read; the message is the Dutch reason that the report gives."""
