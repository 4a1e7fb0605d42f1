"""The order of work: models, metrics, periods, and the runs that carry them out."""
