// Preloaded into a process: its clock then shows a time that is CLOCK_SHIFT_MS from the real one.
const timekeeper = require('timekeeper');

timekeeper.travel(Date.now() + Number(process.env.CLOCK_SHIFT_MS));
