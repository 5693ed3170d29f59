"""The commands that read deliveries: `import` and its rehearsal, `recognise`, `inbox`."""
