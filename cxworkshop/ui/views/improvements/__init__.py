"""The view of step 8: improvements by status, what each lacks to be agreed, who answers, whether it holds."""
