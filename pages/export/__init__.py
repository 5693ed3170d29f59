"""The page Naar buiten: reports, figures and layers as files, for whom and in which form."""
