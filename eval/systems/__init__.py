"""What can be measured: the program, and the simple systems that it should be better than."""
