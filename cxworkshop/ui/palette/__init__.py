"""What can be put on the wall: kinds to drag or press, and the thoughts nobody has sorted yet."""
