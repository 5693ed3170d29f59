"""What a reader is told when a file cannot be used; no other error reaches the screen."""


class DataFileProblem(Exception):
    """A data file that cannot be used; `advice` says in Dutch what to do about it."""

    def __init__(self, message: str, advice: str) -> None:
        super().__init__(message)
        self.advice = advice


class DeliveryRefused(Exception):
    """The whole delivery is refused and nothing is written; the message is a Dutch sentence."""
