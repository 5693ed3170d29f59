"""Where placements lack: supply and demand per area and talent, within reach, and ranked."""
