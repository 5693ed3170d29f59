"""What may go wrong in making an export, beside what makes it: who catches it loads no drawing."""


class DrawingFailed(Exception):
    """A picture that could not be drawn; the message says so in Dutch."""
