"""The cards of the section Witte vlekken."""
