"""Tools of the developers: builders of shipped data, accuracy, benchmarks."""
