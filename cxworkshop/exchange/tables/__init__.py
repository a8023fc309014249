"""People's tables: reading CSV and XLSX, telling what their columns mean, and making cards and links of their rows."""
