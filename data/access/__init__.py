"""Who may see what: roles, who has which, and the record of use."""
