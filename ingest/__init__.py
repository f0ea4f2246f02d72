"""Sources in, structured meetings and citable passages out."""
