"""What a page shows, as data: figures, charts and tables, drawn alike on a screen and in print."""
