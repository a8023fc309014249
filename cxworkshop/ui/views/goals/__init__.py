"""The views of step 9: the tree of goals with readings over time, and the strategy as a chain."""
