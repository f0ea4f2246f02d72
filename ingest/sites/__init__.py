"""Council web sites: what they publish, fetched with manners and kept up to date."""
