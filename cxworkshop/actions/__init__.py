"""What a user can do: (board, arguments) -> ChangeSet. Pure; knows neither Qt nor SQL."""
