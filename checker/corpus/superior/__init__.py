"""What a superior's plan asks, and which plans answer it."""
