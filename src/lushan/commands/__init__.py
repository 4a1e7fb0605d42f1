"""Groups of commands, one module for each noun; the command line adds them."""
