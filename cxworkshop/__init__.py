"""cxworkshop: a facilitator's wall for customer-experience workshops, in one file, without internet."""

__version__ = "0.1.0"
