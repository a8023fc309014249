"""The only room that speaks SQL: schema, migrations, the workshop file."""
